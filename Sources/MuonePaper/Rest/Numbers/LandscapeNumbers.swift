import BuildGraph
import CosmologyPhysics
import Foundation
import Limits
import Manuscript
import MuoneCommon
import MuoneComputations
import MuoneParameters
import NumericalMethods
import TridentPhysics

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
        let limits = nodes.catalogue.declarations(on: .landscape, in: "landscape")
        return [
            windows(nodes),
            input("map-largest-mass", nodes.parameters.landscape.masses.upper, .gigaElectronVolt),
            decades(nodes.parameters.landscape.masses),
            input("mean-trident-energy", TridentExperiment.ccfr.meanEnergy, .gigaElectronVolt),
            input("ccfr-energy", nodes.parameters.landscape.ccfrEnergy, .gigaElectronVolt),
            input("light-element-bound", EffectiveNeutrinos.publishedMassBound, .megaElectronVolt),
            input("decoupling-temperature", nodes.parameters.landscape.decouplingTemperature, .megaElectronVolt),
            input("dark-matter-ratio", nodes.parameters.landscape.darkMatterRatio, .none),
            input("map-second-beam", nodes.parameters.landscape.secondBeamEnergy, .gigaElectronVolt),
            LandscapeTable.rows("limits", of: limits, .limit),
            LandscapeTable.rows("projections", of: limits, .projection),
        ]
    }

    /// `landscape/windows`: which masses are left of the bands, and between which limits.
    private static func windows(_ nodes: LandscapeNodes) -> Node<NumbersFile.Passage> {
        Node(
            "paper/landscape-windows", from: nodes.window1Sigma, nodes.window2Sigma,
            parameters: nodes.parameters.magneticMoment
        ) { input, narrow, wide in
            func ranges(_ windows: [FavouredWindow.Window], _ ends: (FavouredWindow.Window) -> String) throws -> String
            {
                Wording.list(
                    try windows.map { window in
                        let (lower, upper) = (try megaElectronVolt(window.lower), try megaElectronVolt(window.upper))
                        return "from $\(lower)$ to $\(upper)\\MeV$" + ends(window)
                    })
            }
            func left(_ sigmas: Int, _ windows: [FavouredWindow.Window]) -> String? {
                if !windows.isEmpty { return nil }
                return input.deviation.shifted(bySigmas: -Double(sigmas)) > 0
                    ? "limits leave nothing of the $\(sigmas)\\sigma$ band"
                    : "within $\(sigmas)\\sigma$ no coupling is favoured"
            }
            let first =
                try left(2, wide)
                ?? "of the $2\\sigma$ band something is left "
                + ranges(wide) { ", between \(end($0.closedBelowLabel)) and \(end($0.closedAboveLabel))" }
            let second = try left(1, narrow) ?? "of the $1\\sigma$ band \(ranges(narrow) { _ in "" })"
            return NumbersFile.Passage(
                "landscape/windows", first.prefix(1).uppercased() + first.dropFirst() + "; " + second + ".")
        }
    }

    /// What ends a window.
    private static func end(_ label: String?) -> String { label ?? "the light elements" }

    private static func megaElectronVolt(_ mass: Estimate) throws -> String {
        try CertifiedDecimal(DisplayUnit.megaElectronVolt.display(mass), significantDigits: 3).texText
    }

    /// `input/map-decades`: over how many powers of ten in mass the map extends.
    private static func decades(_ masses: LogarithmicGrid) -> Node<NumbersFile.Passage> {
        Node("paper/input-map-decades", parameters: masses) { masses in
            NumbersFile.Passage(
                "input/map-decades", Wording.word(log10(masses.upper / masses.lower).rounded()))
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
