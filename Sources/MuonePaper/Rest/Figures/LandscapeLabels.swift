import Limits
import MuoneCommon
import MuoneComputations
import MuoneParameters
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
                    ? "dark matter" : "Dirac dark matter, $m_{Z'}=\(MuoneCommon.label(ratio))m_\\chi$, $g_\\chi=g_{Z'}$",
                near: DataPoint(isShort ? 130 : 90, 4.6e-3), .above)
        case .magneticMoment: InlineLabel("dark matter", near: DataPoint(12, 1.8e-3), .above)
        }
    }

    func reach(_ parameters: PaperParameters) -> InlineLabel {
        let place = view == .all ? DataPoint(20, 5e-5) : DataPoint(210, 1.6e-4)
        return InlineLabel("MUonE, $N=\(powerLabel(parameters.requiredEvents))$", near: place, .above)
    }

    /// Nil where a neighbour's label says it all.
    func label(_ constraint: Constraint) -> InlineLabel? {
        guard let place = (view == .all ? Self.whole : Self.zoom)[constraint.name] else { return nil }
        return InlineLabel(place.text ?? constraint.label, near: DataPoint(place.mass, place.coupling), place.side)
    }

    /// Labels of curves that have no room for one along them: beside their ends.
    var besides: [Text] {
        guard view == .all else { return [] }
        return [
            Text("white-dwarfs-label", "white dwarfs", at: .data(56, 2.5e-3), alignment: .left)
        ]
    }

    private struct Place {
        var mass: Double
        var coupling: Double
        var side: InlineLabel.Placement
        var text: String?

        init(_ mass: Double, _ coupling: Double, _ side: InlineLabel.Placement, _ text: String? = nil) {
            self.mass = mass
            self.coupling = coupling
            self.side = side
            self.text = text
        }
    }

    private static let whole: [String: Place] = [
        Constraint.ccfr.name: Place(6500, 1.3e-2, .below),
        Constraint.charmII.name: Place(1100, 5e-3, .above),
        Constraint.babarFourMuon.name: Place(1300, 2e-3, .below),
        Constraint.borexino.name: Place(3.2, 2e-4, .above),
        Constraint.borexinoRecast.name: Place(3.4, 1.5e-4, .below, "recast"),
        Constraint.electronMagneticMoment.name: Place(10, 5e-2, .above),
        Constraint.na64Electron.name: Place(40, 8e-3, .above),
        Constraint.na64Mu.name: Place(50, 1.4e-5, .below),
        Constraint.na64MuOverlay.name: Place(170, 2.6e-5, .gap, "WW"),
        Constraint.m3Phase1.name: Place(26, 1.8e-4, .below),
        Constraint.m3Phase1Overlay.name: Place(170, 3.8e-4, .gap, "WW"),
        Constraint.m3Phase2.name: Place(13, 7e-6, .above),
        Constraint.m3Phase2Overlay.name: Place(170, 1.2e-5, .gap, "WW"),
        Constraint.na62.name: Place(60, 4.2e-4, .below),
    ]

    private static let zoom: [String: Place] = [
        Constraint.ccfr.name: Place(45, 9e-4, .below),
        Constraint.charmII.name: Place(70, 1.2e-3, .above),
        Constraint.babarFourMuon.name: Place(650, 1.3e-3, .below, "BABAR"),
        Constraint.borexino.name: Place(18, 1.1e-3, .above),
        Constraint.borexinoRecast.name: Place(8, 3.3e-4, .below),
        Constraint.whiteDwarfs.name: Place(40, 2e-3, .below),
        Constraint.na64Electron.name: Place(9, 2.1e-3, .above),
        Constraint.m3Phase1.name: Place(16, 1.9e-4, .above),
        Constraint.m3Phase1Overlay.name: Place(150, 3.4e-4, .gap, "WW"),
        Constraint.na62.name: Place(40, 3.7e-4, .below),
    ]
}
