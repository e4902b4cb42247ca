import BuildGraph
import Manuscript
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

/// Particles without electroweak charge that explain the muon's magnetic moment: what others state, and what this work
/// finds.
enum Singlets {
    /// Beyond it perturbation theory in g²/4π fails.
    static let largestCoupling = (4 * Double.pi).squareRoot()
    /// For which Kahn2018 quotes its small-mass coefficients.
    private static let smallMassCoupling = 1e-4
    private static let teraElectronVolt = DisplayUnit("TeV", factor: 1e3)
    private static let moment = DisplayUnit("1e-10", factor: 1e-10)

    @ListBuilder<SectionPart>
    static func parts(_ p: PaperParameters) -> [SectionPart] {
        // For the deviation of the publication that bounds them, whatever is chosen.
        let publishedDeviation = MagneticMomentMeasurements.deviationCapdevilla2021
        let publishedVector = largestMass("published-singlet", .vector, publishedDeviation, p)
        let publishedScalar = largestMass("published-singlet", .scalar, publishedDeviation, p)
        let (masslessScalar, masslessVector) = (massless(.scalar, p), massless(.vector, p))
        Quantity(
            "gminus2/singlet/vector", "largest mass of a vector singlet", in: teraElectronVolt, .digits(2),
            from: largestMass("singlet", .vector, p.magneticMoment.deviation, p)
        ) { $0 }
        Quantity(
            "gminus2/singlet/scalar", "largest mass of a scalar singlet", in: teraElectronVolt, .digits(2),
            from: largestMass("singlet", .scalar, p.magneticMoment.deviation, p)
        ) { $0 }
        Quantity(
            "gminus2/published-singlet/vector", "the vector's for the deviation of Capdevilla et al.",
            in: teraElectronVolt, .digits(3), from: publishedVector
        ) { $0 }
        Quantity(
            "gminus2/published-singlet/scalar", "the scalar's for the deviation of Capdevilla et al.",
            in: teraElectronVolt, .digits(3), from: publishedScalar
        ) { $0 }
        Quantity(
            "gminus2/massless/scalar", "Δa of a light scalar at g = 1e-4", in: moment, .digits(3), from: masslessScalar)
        Quantity(
            "gminus2/massless/vector", "Δa of a light vector at g = 1e-4", in: moment, .digits(3), from: masslessVector)

        Claim(
            "singlet-mass",
            """
            singlets that explain the deviation have $M\\lesssim\(claimed: 2)$\\,TeV, as unitarity asks for \
            $g\\le\\sqrt{4\\pi}$
            """,
            in: teraElectronVolt, .atMost(digits: 1), at: "below equation (4)", of: SourceKey.capdevilla2021.rawValue,
            from: Node("claims/singlet-mass/values", from: publishedVector, publishedScalar) { vector, scalar in
                [("vector", vector), ("scalar", scalar)].compactMap { name, mass in
                    mass.map { LabelledEstimate(name, $0) }
                }
            },
            reading: .reading(
                """
                $M$ at $g=\\sqrt{4\\pi}$ for the publication's own $\\Delta a_\\mu=2.79(76)\\times10^{-9}$, whole loops
                """),
            explanation: Claim.text(
                "singlet-mass",
                "The bound holds for a vector, whose contribution is equation (4). A scalar's contribution falls more "
                    + "slowly, by a logarithm, which the equation leaves out."))
        Claim(
            "massless-scalar", "a light scalar with $g=10^{-4}$ contributes $\(claimed: 9.5e-11)$",
            .asRounded(toDigits: 2), at: "equation (2.3)", of: SourceKey.kahn2018.rawValue,
            from: Claim.value("massless-scalar", masslessScalar) { $0 },
            explanation: Claim.text(
                "massless-scalar",
                "The stated number is half of 3g²/16π²: the prefactor 1/16π² of the integral instead of 1/8π². Dev et al. "
                    + "(eq. 2.16) have the latter, and quadrature and closed form agree."))
        Claim(
            "massless-vector", "a light vector with $g=10^{-4}$ contributes $\(claimed: 1.3e-10)$",
            .asRounded(toDigits: 2), at: "equation (2.4)", of: SourceKey.kahn2018.rawValue,
            from: Claim.value("massless-vector", masslessVector) { $0 })
    }

    /// The largest mass at ``largestCoupling`` for a central value.
    private static func largestMass(
        _ name: String, _ kind: SingletKind, _ deviation: Measurement, _ p: PaperParameters
    ) -> Node<Estimate?> {
        Node(
            "gminus2/\(name)-\(kind.rawValue)",
            SingletMass(particles: p.particles, kind: kind, coupling: largestCoupling, deviation: deviation.value))
    }

    private static func massless(_ kind: SingletKind, _ p: PaperParameters) -> Node<Estimate> {
        Node(
            "gminus2/massless-\(kind.rawValue)",
            SingletMoment(particles: p.particles, kind: kind, mass: 0, coupling: smallMassCoupling))
    }
}
