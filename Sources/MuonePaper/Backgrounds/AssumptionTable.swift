import Manuscript
import MuoneParameters
import PaperKit

/// What is assumed of the detector: rows of the parameters themselves, so that a variant's table is the variant's.
enum AssumptionTable {
    static func passage(_ p: PaperParameters) -> Passage {
        Passage(
            "table/search/assumptions",
            (PaperParameters.all.filter { $0.name.hasPrefix("detector.") || $0.name.hasPrefix("estimates.") })
                .map { "\(TeX.escaped(capitalised($0.meaning))) & \(TeX.escaped($0.text(p))) \\\\" }
                .joined(separator: "\n  "))
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
