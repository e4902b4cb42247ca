import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// The labels of the map, and roughly where they stand along their curves.
struct LandscapeLabels: Sendable {
    var view: LandscapeMap.View
    /// Without what the caption says.
    var isShort = false

    func thermalTarget(_ ratio: Double) -> InlineLabel {
        switch view {
        case .all:
            InlineLabel(
                isShort
                    ? "dark matter"
                    : "Dirac dark matter, $m_{Z'}=\(decimal(ratio))m_\\chi$, $g_\\chi=g_{Z'}$",
                at: 0.73, .above)
        case .magneticMoment: InlineLabel("dark matter", at: 0.56, .above)
        }
    }

    func reach(_ parameters: PaperParameters) -> InlineLabel {
        InlineLabel(
            "MUonE, $N=\(TeX.number(parameters.requiredEvents, powersFrom: 100))$", at: view == .all ? 0.34 : 0.24,
            .above)
    }
}
