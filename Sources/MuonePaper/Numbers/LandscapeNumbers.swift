import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods
import Phenomenology

/// The numbers of the section on the map of all constraints.
enum LandscapeNumbers {
    static func quantities(_ nodes: LandscapeNodes) -> [Quantity] {
        [(1, nodes.window1Sigma), (2, nodes.window2Sigma)].flatMap { sigmas, node in
            [
                Quantity(
                    "landscape/window-\(sigmas)sigma/lower",
                    "smallest mass at which limits leave a part of the band of \(sigmas) standard deviations",
                    in: .megaElectronVolt, .digits(3), from: node
                ) { $0.first?.lower },
                Quantity(
                    "landscape/window-\(sigmas)sigma/upper",
                    "largest mass at which limits leave a part of the band of \(sigmas) standard deviations",
                    in: .megaElectronVolt, .digits(3), from: node
                ) { $0.first?.upper },
            ]
        } + [
            Quantity(
                "landscape/white-dwarfs/light", "limit of white dwarfs at the light benchmark mass", .digits(3),
                from: nodes.whiteDwarfsAtLight
            ) { $0 },
            Quantity(
                "landscape/hubble/lower", "smallest mass that eases the tension in the Hubble constant",
                in: .megaElectronVolt, .digits(2), from: nodes.hubble
            ) { $0.lower },
            Quantity(
                "landscape/hubble/upper", "largest mass that eases the tension in the Hubble constant",
                in: .megaElectronVolt, .digits(2), from: nodes.hubble
            ) { $0.upper },
        ]
    }

    /// What ends the window of two standard deviations, and the inputs that the section prints.
    static func passages(_ nodes: LandscapeNodes) -> [Node<NumbersFile.Passage>] {
        let constraints = LandscapeConstraints(nodes.parameters.landscape)
        return [
            end(.lower, nodes.window2Sigma), end(.upper, nodes.window2Sigma),
            input("mean-trident-energy", LandscapeConstraints.meanTridentEnergy, .gigaElectronVolt),
            input("ccfr-energy", nodes.parameters.landscape.ccfrEnergy, .gigaElectronVolt),
            input("light-element-bound", EffectiveNeutrinos.publishedMassBound, .megaElectronVolt),
            input("decoupling-temperature", nodes.parameters.landscape.decouplingTemperature, .megaElectronVolt),
            input("dark-matter-ratio", nodes.parameters.landscape.darkMatterRatio, .none),
            input("map-second-beam", nodes.parameters.landscape.secondBeamEnergy, .gigaElectronVolt),
            LandscapeTable.rows("limits", of: constraints.limits),
            LandscapeTable.rows("projections", of: constraints.projections),
        ]
    }

    private enum End: String, Codable {
        case lower, upper

        /// The limit that closes a window at this end.
        func limit(of window: FavouredWindow.Window) -> String? {
            self == .lower ? window.closedBelowBy : window.closedAboveBy
        }
    }

    private static func end(_ end: End, _ window: Node<[FavouredWindow.Window]>) -> Node<NumbersFile.Passage> {
        Node("paper/landscape-window-\(end.rawValue)", from: window, parameters: end) { end, windows in
            let text: String =
                windows.first.map { window in
                    end.limit(of: window).map { Constraint.named($0)?.label ?? $0 } ?? "the light elements"
                } ?? "none"
            return NumbersFile.Passage("landscape/window/\(end.rawValue)-limit", text)
        }
    }

    private struct Input: Codable, Sendable {
        var id: String
        var value: Double
        var unit: DisplayUnit
    }

    private static func input(_ name: String, _ value: Double, _ unit: DisplayUnit) -> Node<NumbersFile.Passage> {
        Node("paper/input-\(name)", parameters: Input(id: "input/\(name)", value: value, unit: unit)) { input in
            let shown = input.unit.display(.exact(input.value))
            return NumbersFile.Passage(input.id, try CertifiedDecimal(shown, significantDigits: 10).texText)
        }
    }
}
