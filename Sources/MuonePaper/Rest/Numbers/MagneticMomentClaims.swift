import BuildGraph
import Manuscript
import MuoneCommon
import MuoneComputations
import NumericalMethods
import Reference

/// What others state of particles that explain the muon's magnetic moment, and what this work finds.
enum MagneticMomentClaims {
    static func all(_ nodes: MagneticMomentNodes) -> [Claim] {
        [
            singletMass(nodes), scalarCoefficient(nodes),
            Claim(
                "massless-vector",
                Claim.Statement(
                    "a light vector with g = 1e-4 contributes 1.3e-10",
                    tex: "a light vector with $g=10^{-4}$ contributes $1.3\\times10^{-10}$"),
                place: "equation (2.4)", source: SourceKey.kahn2018.rawValue, claimed: 1.3e-10, .none,
                .asRounded(toDigits: 2), from: Claim.value("massless-vector", nodes.masslessVector) { $0 }),
            window(
                "viable-from", "the boson explains the deviation and evades the limits from ∼10 MeV on",
                "the boson explains the deviation and evades the limits from $\\sim10$\\,MeV on", 10, nodes, .lower),
            window(
                "viable-to", "the same, up to ∼200 MeV", "the same, up to $\\sim200$\\,MeV", 200, nodes, .upper),
        ]
    }

    private static func singletMass(_ nodes: MagneticMomentNodes) -> Claim {
        Claim(
            "singlet-mass",
            Claim.Statement(
                "singlets that explain the deviation have M ≲ 2 TeV, as unitarity asks for g ≤ √4π",
                tex: "singlets that explain the deviation have $M\\lesssim2$\\,TeV, as unitarity asks for "
                    + "$g\\le\\sqrt{4\\pi}$"),
            place: "below equation (4)", source: SourceKey.capdevilla2021.rawValue, claimed: 2,
            DisplayUnit("TeV", factor: 1e3), .atMost(digits: 1),
            from: Node(
                "claims/singlet-mass/values", from: nodes.publishedVectorMass, nodes.publishedScalarMass
            ) { vector, scalar in
                [("vector", vector), ("scalar", scalar)].compactMap { name, mass in
                    mass.map { LabelledEstimate(name, $0) }
                }
            },
            reading: .reading(
                "M at g = √4π for the publication's own Δa_μ = 2.79(76)e-9, whole loops",
                tex: "$M$ at $g=\\sqrt{4\\pi}$ for the publication's own $\\Delta a_\\mu=2.79(76)\\times10^{-9}$, "
                    + "whole loops"),
            explanation: Claim.text(
                "singlet-mass",
                "The bound holds for a vector, whose contribution is equation (4). A scalar's contribution falls more "
                    + "slowly, by a logarithm, which the equation leaves out."))
    }

    private static func scalarCoefficient(_ nodes: MagneticMomentNodes) -> Claim {
        Claim(
            "massless-scalar",
            Claim.Statement(
                "a light scalar with g = 1e-4 contributes 9.5e-11",
                tex: "a light scalar with $g=10^{-4}$ contributes $9.5\\times10^{-11}$"),
            place: "equation (2.3)", source: SourceKey.kahn2018.rawValue, claimed: 9.5e-11, .none,
            .asRounded(toDigits: 2), from: Claim.value("massless-scalar", nodes.masslessScalar) { $0 },
            explanation: Claim.text(
                "massless-scalar",
                "The stated number is half of 3g²/16π²: the prefactor 1/16π² of the integral instead of 1/8π². Dev et al. "
                    + "(eq. 2.16) have the latter, and quadrature and closed form agree."))
    }

    private enum End: String, Codable {
        case lower, upper
    }

    /// One end of the first window. A range of round numbers says no more than its first digits.
    private static func window(
        _ id: String, _ plain: String, _ tex: String, _ claimed: Double, _ nodes: MagneticMomentNodes,
        _ end: End
    ) -> Claim {
        Claim(
            id, Claim.Statement(plain, tex: tex), place: "section I", source: SourceKey.asai2022.rawValue,
            claimed: claimed, .megaElectronVolt, .asRounded(toDigits: 1),
            from: Claim.values(id, nodes.chosenWindows, parameters: end) { end, windows in
                windows.prefix(1).map { LabelledEstimate(end == .lower ? $0.lower : $0.upper) }
            },
            reading: .reading(
                "the masses at which part of the band of two standard deviations is below CCFR, BABAR and Borexino"),
            explanation: Node(
                "claims/\(id)/explanation", from: nodes.chosenWindows, parameters: nodes.parameters.magneticMoment
            ) { input, windows in
                guard let window = windows.first else {
                    return
                        "The input '\(input.rawValue)' favours no coupling at two standard deviations, or none of them "
                        + "is allowed."
                }
                return "The window of the band of two standard deviations (input '\(input.rawValue)') is closed by "
                    + "\(window.closedBelowBy ?? "the light elements") below and by "
                    + "\(window.closedAboveBy ?? "the end of the search") above."
            })
    }
}
