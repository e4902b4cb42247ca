import BuildGraph
import NumericalMethods
import Phenomenology
import Reference

/// What is computed about the muon's magnetic moment beyond the bands of the figures.
public struct MagneticMomentNodes: Sendable {
    public let parameters: PaperParameters
    /// Of each named input, whichever the paper is built with: the masses at which its band of two standard deviations is
    /// not excluded.
    public let windows: [(input: MagneticMomentInput, node: Node<[FavouredWindow.Window]>)]
    /// The same for the chosen input.
    public let chosenWindows: Node<[FavouredWindow.Window]>
    /// The largest masses at g = √4π for the chosen input's central value, GeV.
    public let scalarMass: Node<Estimate?>
    public let vectorMass: Node<Estimate?>
    /// The same for the deviation of the publication that bounds them, whatever is chosen.
    public let publishedScalarMass: Node<Estimate?>
    public let publishedVectorMass: Node<Estimate?>
    /// Δa_μ of a massless scalar and vector at ``smallMassCoupling``.
    public let masslessScalar: Node<Estimate>
    public let masslessVector: Node<Estimate>

    /// Beyond it perturbation theory in g²/4π fails.
    public static let largestCoupling = (4 * Double.pi).squareRoot()
    /// The coupling for which Kahn2018 quotes its small-mass coefficients.
    public static let smallMassCoupling = 1e-4
    /// The standard deviations of the band that has to be excluded as a whole.
    public static let windowSigmas = 2.0

    public init(_ parameters: PaperParameters) {
        let p = parameters
        self.parameters = p
        // The table of the inputs names its limits: those of a reader are not among them.
        let noTables = Node<[DrawnLimit]>("gminus2/no-tables", collecting: [])
        func window(_ input: MagneticMomentInput) -> Node<[FavouredWindow.Window]> {
            Node(
                "gminus2/window-\(input.rawValue)",
                FavouredWindow(
                    particles: p.particles, measurement: input.deviation, sigmas: Self.windowSigmas,
                    limits: Self.limits(p), smallestMass: EffectiveNeutrinos.publishedMassBound,
                    masses: LogarithmicGrid(lower: 1e-3, upper: 10, count: 401)),
                from: noTables)
        }
        let chosen = p.magneticMoment
        let chosenWindow = window(chosen)
        windows = MagneticMomentInput.allCases.map { ($0, $0 == chosen ? chosenWindow : window($0)) }
        chosenWindows = chosenWindow
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

    /// What excludes the band where it is excluded; CCFR at the energy that the landscape chooses.
    static func limits(_ parameters: PaperParameters) -> [Constraint] {
        [.ccfr(neutrinoEnergy: parameters.landscape.ccfrEnergy), .babarFourMuon, .borexino]
    }
}
