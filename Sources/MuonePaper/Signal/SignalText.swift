import BuildGraph
import Foundation
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit

/// The wording of the letter's section that follows from its parameters.
enum SignalText {
    @ListBuilder<SectionPart>
    static func parts(_ p: PaperParameters) -> [SectionPart] {
        Input("alpha/inverse-at-mz", SignalYields.inverseAlphaAtMZ)
        Passage("input/required-events-word", Wording.word(p.requiredEvents))
        Passage("input/confidence", confidence(p))
        Passage("input/many-events", TeX.number(SignalReach.manyEvents, powersFrom: 100))
        Passage("results/higher-thresholds", higherThresholds(p))
    }

    /// In per cent, as many digits as tell it from certainty.
    static func confidence(_ p: PaperParameters) -> String {
        let level = 100 * p.reachConfidence
        return level < 100 ? decimal(level, digits: 12) : "100"
    }

    /// What larger thresholds of the electron's energy leave, those that are in the window.
    private static func higherThresholds(_ p: PaperParameters) -> String {
        let shown = [SignalYields.higherThresholds.first, SignalYields.higherThresholds.second].filter {
            $0 >= p.minimumElectronEnergy && $0 < p.maximumElectronEnergy
        }
        guard let first = shown.first else { return "" }
        func both(_ text: (Double) -> String) -> String {
            text(first) + shown.dropFirst().map { " (\(text($0)))" }.joined()
        }
        func fraction(_ benchmark: String) -> String {
            both { "$\\result{signal/\(benchmark)/fraction-above-\(decimal($0))GeV}$" }
        }
        return "Raising the lower edge to \(both { "$\(decimal($0))\\GeV$" }) keeps a fraction of \(fraction("light")) "
            + "of the light and \(fraction("heavy")) of the heavy benchmark; at $200\\MeV$ it would be "
            + "\(fraction("200MeV"))."
    }
}
