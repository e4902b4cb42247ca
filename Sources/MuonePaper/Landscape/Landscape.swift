import BuildGraph
import CosmologyPhysics
import Foundation
import LimitModel
import Limits
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import TridentPhysics

extension Section {
    /// The map of the boson's mass and coupling: every limit, every projection, and what else is drawn there.
    ///
    /// - Parameters:
    ///   - hubble: the masses that ease the tension in the Hubble constant.
    ///   - darkMatter: Dirac dark matter over the boson's mass.
    ///   - reach: MUonE's own reach over masses.
    ///   - secondReach: that with the second beam.
    package static func landscape(
        _ p: PaperParameters, _ catalogue: LimitCatalogue, hubble: Node<MassBand>, darkMatter: Node<[ThermalTarget]>,
        reach: Node<Curve>, secondReach: Node<Curve>
    ) -> Section {
        let masses = p.landscape.masses
        let limits = catalogue.drawn(onAnyOf: [.landscape, .landscapeZoom], in: "landscape", over: masses)
        func band(_ sigmas: Double) -> Node<MagneticMomentBand.Band?> {
            Node(
                "landscape/gminus2-\(Int(sigmas))sigma",
                MagneticMomentBand(
                    particles: p.particles, measurement: p.magneticMoment.deviation, sigmas: sigmas, masses: masses))
        }
        let curves = Node(
            "landscape/curves", from: limits,
            Node("landscape/ccfr-drawn", LimitOfName(name: catalogue.computed.ccfr.name), from: limits),
            Limit(.ccfrAtMeanEnergy, particles: p.particles).curve("landscape/ccfr-mean-energy", over: masses),
            catalogue.suppliedCurves, band(1), band(2), hubble, darkMatter, reach, secondReach
        ) { limits, trident, mean, supplied, narrow, wide, hubble, darkMatter, reach, secondReach in
            LandscapeCurves(
                limits: limits, trident: trident, tridentAtMeanEnergy: mean, supplied: supplied, narrow: narrow,
                wide: wide, hubble: hubble, darkMatter: darkMatter, reach: reach, secondReach: secondReach)
        }
        let windows = LandscapeWindows(p, catalogue)
        let whiteDwarfs = catalogue.computed.whiteDwarfs.coupling("landscape/white-dwarfs-light", atMass: p.light.mass)
        let declarations = catalogue.declarations(on: .landscape, in: "landscape")

        return Section("landscape") {
            Figure.landscape(curves, p)
            Figure.landscapeZoom(curves, p)
            windows.numbers(1, windows.narrow)
            windows.numbers(2, windows.wide)
            windows.text(p)
            Quantity(
                "landscape/white-dwarfs/light", "limit of white dwarfs at the light benchmark mass", .digits(3),
                from: whiteDwarfs
            ) { $0 }
            Quantity(
                "landscape/hubble/lower", "smallest mass that eases the tension in the Hubble constant",
                in: .megaElectronVolt, .digits(2), from: hubble
            ) { $0.lower }
            Quantity(
                "landscape/hubble/upper", "largest mass that eases the tension in the Hubble constant",
                in: .megaElectronVolt, .digits(2), from: hubble
            ) { $0.upper }
            Passage("input/map-decades", Wording.word(log10(masses.upper / masses.lower).rounded()))
            Input("input/mean-trident-energy", TridentExperiment.ccfr.meanEnergy)
            Input("input/light-element-bound", EffectiveNeutrinos.publishedMassBound, in: .megaElectronVolt)
            let tabulated = Node("landscape/tabulated", from: declarations, catalogue.suppliedCurves) { own, supplied in
                own + supplied.map(\.declaration)
            }
            Passage("table/map/limits", from: tabulated) { rows($0, .limit) }
            Passage("table/map/projections", from: tabulated) { rows($0, .projection) }
        }
    }

    private static func rows(_ limits: [LimitDeclaration], _ role: LimitFacts.Role) -> String {
        limits.map(\.facts).filter { $0.role == role }.map(\.tableRow).joined(separator: "\n  ")
    }
}

extension LimitFacts {
    /// A row of five columns: curve, process, kind and confidence level, masses, inputs with citation.
    var tableRow: String {
        [label, process, "\(kind.rawValue), \(levelText)", massesText, inputsText + citation].joined(separator: " & ")
            + " \\\\"
    }
}

/// The masses at which a part of the bands of the magnetic moment is left.
private struct LandscapeWindows {
    /// Of one standard deviation, and of two.
    let narrow: Node<[FavouredWindow.Window]>
    let wide: Node<[FavouredWindow.Window]>

    init(_ p: PaperParameters, _ catalogue: LimitCatalogue) {
        func search(_ sigmas: Int) -> WindowSearch {
            WindowSearch(measurement: p.magneticMoment.deviation, sigmas: Double(sigmas))
        }
        let lost = catalogue.lostMasses(
            ["1": search(1), "2": search(2)], on: .landscape, in: "landscape/windows", withSupplied: true)
        func window(_ sigmas: Int) -> Node<[FavouredWindow.Window]> {
            Node("landscape/window-\(sigmas)sigma", FavouredWindow(search(sigmas), name: "\(sigmas)"), from: lost)
        }
        narrow = window(1)
        wide = window(2)
    }

    func numbers(_ sigmas: Int, _ windows: Node<[FavouredWindow.Window]>) -> [Quantity] {
        [
            Quantity(
                ResultID("landscape/window-{sigmas}sigma/lower", "\(sigmas)"),
                "smallest mass at which limits leave a part of the band of \(sigmas) standard deviations",
                in: .megaElectronVolt, .digits(3), from: windows
            ) { $0.first?.lower },
            Quantity(
                ResultID("landscape/window-{sigmas}sigma/upper", "\(sigmas)"),
                "largest mass at which limits leave a part of the band of \(sigmas) standard deviations",
                in: .megaElectronVolt, .digits(3), from: windows
            ) { $0.first?.upper },
        ]
    }

    /// Which masses are left of the bands, and between which limits.
    func text(_ p: PaperParameters) -> Passage {
        Passage(
            "landscape/windows",
            Node("landscape/windows-text", from: narrow, wide, parameters: p.magneticMoment) { input, narrow, wide in
                func left(_ sigmas: Int, _ windows: [FavouredWindow.Window]) -> String? {
                    if !windows.isEmpty { return nil }
                    return input.deviation.shifted(bySigmas: -Double(sigmas)) > 0
                        ? "limits leave nothing of the $\(sigmas)\\sigma$ band"
                        : "within $\(sigmas)\\sigma$ no coupling is favoured"
                }
                let first =
                    try left(2, wide)
                    ?? "of the $2\\sigma$ band something is left "
                    + Self.ranges(wide) {
                        ", between \(Self.end($0.closedBelowLabel)) and \(Self.end($0.closedAboveLabel))"
                    }
                let second = try left(1, narrow) ?? "of the $1\\sigma$ band \(Self.ranges(narrow) { _ in "" })"
                return first.prefix(1).uppercased() + first.dropFirst() + "; " + second + "."
            })
    }

    private static func ranges(
        _ windows: [FavouredWindow.Window], _ ends: (FavouredWindow.Window) -> String
    ) throws -> String {
        func text(_ mass: Estimate) throws -> String {
            try CertifiedDecimal(DisplayUnit.megaElectronVolt.display(mass), significantDigits: 3).texText
        }
        return Wording.list(
            try windows.map { "from $\(try text($0.lower))$ to $\(try text($0.upper))\\MeV$" + ends($0) })
    }

    /// What ends a window.
    private static func end(_ label: String?) -> String { label ?? "the light elements" }
}
