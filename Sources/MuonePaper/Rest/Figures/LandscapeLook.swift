import Limits
import Plotting

/// How a constraint is drawn on the map: enough dashes and inks that no two neighbours look alike, in grey as well.
struct LandscapeLook: Sendable {
    var ink: Ink
    var dash: Dash
    /// Relative to the style's lines.
    var width = 1.0

    /// - Parameter index: its place among the curves that a reader supplied, which take the looks in turn.
    init(_ constraint: Constraint, index: Int = 0) {
        if let known = Self.known[constraint.name] {
            self = known
        } else {
            // The line of dark matter has the same ink and is solid.
            let dashes = Array(Dash.allCases.filter { $0 != .solid }.reversed())
            self.init(ink: .deepBlue, dash: dashes[index % dashes.count])
        }
    }

    private init(ink: Ink, dash: Dash, width: Double = 1) {
        self.ink = ink
        self.dash = dash
        self.width = width
    }

    private static let known: [String: LandscapeLook] = [
        Constraint.ccfr.name: LandscapeLook(ink: .black, dash: .solid),
        Constraint.charmII.name: LandscapeLook(ink: .black, dash: .dashDotted),
        Constraint.babarFourMuon.name: LandscapeLook(ink: .black, dash: .dotted, width: 1.2),
        Constraint.borexino.name: LandscapeLook(ink: .black, dash: .longDashed),
        Constraint.borexinoRecast.name: LandscapeLook(ink: .black, dash: .dotted),
        Constraint.whiteDwarfs.name: LandscapeLook(ink: .black, dash: .dashDotDotted),
        Constraint.electronMagneticMoment.name: LandscapeLook(ink: .slate, dash: .dashed),
        Constraint.na64Electron.name: LandscapeLook(ink: .slate, dash: .longDashed),
        Constraint.na64Mu.name: LandscapeLook(ink: .purple, dash: .longDashed, width: 1.2),
        Constraint.na64MuOverlay.name: LandscapeLook(ink: .purple, dash: .dotted),
        Constraint.m3Phase1.name: LandscapeLook(ink: .red, dash: .dashed, width: 1.2),
        Constraint.m3Phase1Overlay.name: LandscapeLook(ink: .red, dash: .dotted),
        Constraint.m3Phase2.name: LandscapeLook(ink: .red, dash: .dashed, width: 1.2),
        Constraint.m3Phase2Overlay.name: LandscapeLook(ink: .red, dash: .dotted),
        Constraint.na62.name: LandscapeLook(ink: .purple, dash: .dashDotted, width: 1.2),
    ]
}
