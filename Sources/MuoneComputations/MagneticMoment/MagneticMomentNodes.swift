import BuildGraph
import CosmologyPhysics
import Limits
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference
import TridentPhysics

/// What is computed about the muon's magnetic moment beyond the bands of the figures.
package struct MagneticMomentNodes: Sendable {
    package let parameters: PaperParameters
    /// Of each named input, whichever the paper is built with: the masses at which its band of two standard deviations is
    /// not excluded.
    package let windows: [(input: MagneticMomentInput, node: Node<[FavouredWindow.Window]>)]
    /// The same for the chosen input.
    package let chosenWindows: Node<[FavouredWindow.Window]>
    /// The largest masses at g = √4π for the chosen input's central value, GeV.
    package let scalarMass: Node<Estimate?>
    package let vectorMass: Node<Estimate?>
    /// The same for the deviation of the publication that bounds them, whatever is chosen.
    package let publishedScalarMass: Node<Estimate?>
    package let publishedVectorMass: Node<Estimate?>
    /// Δa_μ of a massless scalar and vector at ``smallMassCoupling``.
    package let masslessScalar: Node<Estimate>
    package let masslessVector: Node<Estimate>

    /// Beyond it perturbation theory in g²/4π fails.
    package static let largestCoupling = (4 * Double.pi).squareRoot()
    /// The coupling for which Kahn2018 quotes its small-mass coefficients.
    package static let smallMassCoupling = 1e-4
    /// The standard deviations of the band that has to be excluded as a whole.
    package static let windowSigmas = 2.0

    package init(_ parameters: PaperParameters, _ catalogue: LimitCatalogue) {
        let p = parameters
        self.parameters = p
        let searches = MagneticMomentInput.allCases.map { input in
            (input, WindowSearch(measurement: input.deviation, sigmas: Self.windowSigmas))
        }
        // The table of the inputs names its limits: those of a reader are not among them.
        let lost = catalogue.lostMasses(
            Dictionary(uniqueKeysWithValues: searches.map { ($0.rawValue, $1) }), on: .momentWindows,
            in: "gminus2/windows", withSupplied: false)
        let windows = searches.map { input, search in
            (
                input: input,
                node: Node(
                    "gminus2/window-\(input.rawValue)", FavouredWindow(search, name: input.rawValue), from: lost)
            )
        }
        self.windows = windows
        let chosen = p.magneticMoment
        chosenWindows = Node(
            "gminus2/window",
            FavouredWindow(
                WindowSearch(measurement: chosen.deviation, sigmas: Self.windowSigmas), name: chosen.rawValue),
            from: lost)
        func mass(_ name: String, _ kind: SingletKind, _ deviation: Measurement) -> Node<Estimate?> {
            Node(
                "gminus2/\(name)-\(kind.rawValue)",
                SingletMass(
                    particles: p.particles, kind: kind, coupling: Self.largestCoupling, deviation: deviation.value))
        }
        scalarMass = mass("singlet", .scalar, chosen.deviation)
        vectorMass = mass("singlet", .vector, chosen.deviation)
        publishedScalarMass = mass("published-singlet", .scalar, MagneticMomentMeasurements.deviationCapdevilla2021)
        publishedVectorMass = mass("published-singlet", .vector, MagneticMomentMeasurements.deviationCapdevilla2021)
        func massless(_ kind: SingletKind) -> Node<Estimate> {
            Node(
                "gminus2/massless-\(kind.rawValue)",
                SingletMoment(particles: p.particles, kind: kind, mass: 0, coupling: Self.smallMassCoupling))
        }
        masslessScalar = massless(.scalar)
        masslessVector = massless(.vector)
    }
}
