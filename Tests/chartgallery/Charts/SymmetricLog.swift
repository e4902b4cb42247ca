import Foundation
import Plotting

extension Gallery {
    /// A signed difference over many decades, against a narrow range of x.
    static var symmetricLog: Chart {
        let x = spaced(91.1876, 91.1878, 400)
        return Chart(
            "A symmetric logarithmic axis", x: .linear("$m_Z$ [GeV]", 91.1876...91.1878),
            y: .symlog(#"$\Delta N$ [GeV$^{-1}$]"#, -1e4...1e4, linearWithin: 1)
        ) {
            Line("difference", x: x, y: x.map { 3e3 * pow(($0 - 91.1877) / 1e-4, 5) }, role: .signal, label: "fifth")
            Line(
                "oscillation", x: x, y: x.map { 50 * sin(($0 - 91.1876) * 2e5) }, role: .alternative, label: "sine")
        }
    }
}
