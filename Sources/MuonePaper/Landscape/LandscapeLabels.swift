import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// Where the labels of the map stand: MeV and couplings.
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
                near: DataPoint(isShort ? 130 : 90, 4.6e-3), .above)
        case .magneticMoment: InlineLabel("dark matter", near: DataPoint(12, 1.8e-3), .above)
        }
    }

    func reach(_ parameters: PaperParameters) -> InlineLabel {
        let place = view == .all ? DataPoint(20, 5e-5) : DataPoint(210, 1.6e-4)
        return InlineLabel("MUonE, $N=\(TeX.number(parameters.requiredEvents, powersFrom: 100))$", near: place, .above)
    }
}
