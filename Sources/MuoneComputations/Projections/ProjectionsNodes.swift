import BuildGraph
import NumericalMethods
import Phenomenology
import Reference

/// What other experiments could reach, and MUonE with another beam.
public struct ProjectionsNodes: Sendable {
    public let parameters: PaperParameters

    // Kaons.
    /// BR(K → μνZ′)/g′² over the mass.
    public let kaonBranching: Node<KaonBranching.Curves>
    /// The same at the two benchmark masses, without and with NA62's cut; nil where the decay is closed.
    public let kaonAtLight: Node<Estimate?>
    public let kaonAtHeavy: Node<Estimate?>
    public let selectedKaonAtLight: Node<Estimate?>
    public let selectedKaonAtHeavy: Node<Estimate?>
    /// NA62 with κ = 0, then with each of ``kaonSystematics``.
    public let kaonReach: [(systematic: Double, constraint: Constraint, curve: Node<[LimitSegment]>)]
    public let kaonComparison: Node<[PublishedComparison.Point]>
    /// Over the coupling that explains the central value of the magnetic moment.
    public let kaonAgainstFavoured: Node<[FavouredComparison.Point]>
    /// B of the variants of NA62.
    public let kaonBackground: Double
    /// B^−½ that the published point means.
    public let kaonInverseRootBackground: Node<Estimate>

    // Muon beam dumps.
    public let beamDumps: [BeamDumpNodes]
    /// The first phase of M³ over the lower edge of the band of two standard deviations.
    public let m3AgainstFavoured: Node<[FavouredComparison.Point]>

    // MUonE.
    public let secondBeam: SecondBeamNodes
    /// The coupling that gives the required events at ``LandscapeParameters/secondBeamEnergy``, over masses.
    public var reachAtSecondEnergy: Node<Curve> { secondBeam.reach }

    /// B where the parameters state none: what the publication's order of magnitude stands for.
    public static let publishedBackground: Double = {
        let root = 1 / KaonProjection.na62InverseRootBackground
        return root * root
    }()
    /// κ of the variants.
    public static let kaonSystematics: [Double] = [1e-3, 1e-2, 1e-1]
    /// The masses (GeV) of the section's figures: from below the lightest published point.
    public static let masses = LogarithmicGrid(lower: 0.0005, upper: 1, count: 133)
    /// The masses (GeV) at which a projection is set against the favoured band; below 2 m_μ, where the boson is invisible.
    static let comparedMasses: [Double] = [0.01, 0.1, 0.2]

    public init(_ parameters: PaperParameters) {
        self.parameters = parameters
        let p = parameters
        let cut = KaonProjection.na62.missingMassSquaredMinimum
        kaonBranching = Node(
            "projections/kaon/branching",
            KaonBranching(particles: p.particles, masses: Self.masses, missingMassSquaredMinimum: cut))
        func ratio(_ name: String, _ mass: Double, _ cut: Double) -> Node<Estimate?> {
            Node(
                "projections/kaon/\(name)",
                KaonBranchingPerCoupling(particles: p.particles, mass: mass, missingMassSquaredMinimum: cut))
        }
        kaonAtLight = ratio("light", p.light.mass, 0)
        kaonAtHeavy = ratio("heavy", p.heavy.mass, 0)
        selectedKaonAtLight = ratio("light-selected", p.light.mass, cut)
        selectedKaonAtHeavy = ratio("heavy-selected", p.heavy.mass, cut)
        let background = p.landscape.kaonBackground > 0 ? p.landscape.kaonBackground : Self.publishedBackground
        kaonBackground = background
        let own = p.landscape.kaonSystematic > 0 ? [p.landscape.kaonSystematic] : []
        let systematics = own + Self.kaonSystematics.filter { !own.contains($0) }
        kaonReach = ([0] + systematics).enumerated().map { index, systematic in
            let constraint =
                systematic > 0
                ? Constraint.na62(backgroundEvents: background, systematic: systematic) : Constraint.na62
            return (
                systematic, constraint,
                Node(
                    "projections/kaon/reach-\(index)",
                    LimitCurve(particles: p.particles, constraint: constraint, masses: Self.masses))
            )
        }
        kaonInverseRootBackground = Node(
            "projections/kaon/inverse-root-background",
            KaonInverseRootBackground(particles: p.particles, projection: .na62))
        kaonComparison = Node(
            "projections/kaon/comparison",
            PublishedComparison(
                particles: p.particles, computed: .na62, published: KaonProjection.na62PublishedPoints))
        func favoured(_ name: String, _ projection: Constraint, _ sigmas: Double) -> Node<[FavouredComparison.Point]> {
            Node(
                "projections/\(name)/favoured",
                FavouredComparison(
                    particles: p.particles, projection: projection, measurement: p.magneticMoment.deviation,
                    sigmas: sigmas, masses: Self.comparedMasses))
        }
        kaonAgainstFavoured = favoured("kaon", .na62, 0)
        beamDumps = [
            BeamDumpNodes(computed: .na64MuOverlay, published: .na64Mu, p),
            BeamDumpNodes(computed: .m3Phase1Overlay, published: .m3Phase1, p),
            BeamDumpNodes(computed: .m3Phase2Overlay, published: .m3Phase2, p),
        ]
        m3AgainstFavoured = favoured("m3-phase1", .m3Phase1Overlay, -2)
        secondBeam = SecondBeamNodes(p)
    }
}

/// A muon beam dump: the computed curve, and how it compares with the published points.
public struct BeamDumpNodes: Sendable {
    public let computed: Constraint
    public let published: Constraint
    public let curve: Node<[LimitSegment]>
    public let comparison: Node<[PublishedComparison.Point]>

    init(computed: Constraint, published: Constraint, _ p: PaperParameters) {
        self.computed = computed
        self.published = published
        let group = "projections/\(published.name)"
        curve = Node(
            "\(group)/curve",
            LimitCurve(particles: p.particles, constraint: computed, masses: ProjectionsNodes.masses))
        var points: [LimitPoint] = []
        if case .interpolated(let stated) = published.boundary { points = stated.points }
        comparison = Node(
            "\(group)/comparison", PublishedComparison(particles: p.particles, computed: computed, published: points))
    }
}
