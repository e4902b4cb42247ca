import BeamPhysics
import BuildGraph
import LimitModel
import Limits
import MuoneParameters
import NumericalMethods
import Reference

/// What other experiments could reach, and MUonE with another beam.
package struct ProjectionsNodes: Sendable {
    package let parameters: PaperParameters

    // Kaons.
    /// BR(K → μνZ′)/g′² over the mass.
    package let kaonBranching: Node<KaonBranching.Curves>
    /// The same at the two benchmark masses, without and with NA62's cut; nil where the decay is closed.
    package let kaonAtLight: Node<Estimate?>
    package let kaonAtHeavy: Node<Estimate?>
    package let selectedKaonAtLight: Node<Estimate?>
    package let selectedKaonAtHeavy: Node<Estimate?>
    /// NA62 with κ = 0, then with each of ``kaonSystematics``.
    package let kaonReach: [(systematic: Double, curve: Node<[LimitSegment]>)]
    /// What is said of NA62 with κ = 0.
    package let kaonDeclaration: Node<[LimitDeclaration]>
    package let kaonComparison: Node<[ComparedPoint]>
    /// Over the coupling that explains the central value of the magnetic moment.
    package let kaonAgainstFavoured: Node<[FavouredPoint]>
    /// B of the variants of NA62.
    package let kaonBackground: Double
    /// B^−½ that the published point means.
    package let kaonInverseRootBackground: Node<Estimate>

    // Muon beam dumps.
    package let beamDumps: [BeamDumpNodes]
    /// What is said of their curves, computed and published.
    package let computedDeclarations: Node<[LimitDeclaration]>
    package let publishedDeclarations: Node<[LimitDeclaration]>
    /// The first phase of M³ over the lower edge of the band of two standard deviations.
    package let m3AgainstFavoured: Node<[FavouredPoint]>

    // MUonE.
    package let secondBeam: SecondBeamNodes
    /// The coupling that gives the required events at ``LandscapeParameters/secondBeamEnergy``, over masses.
    package var reachAtSecondEnergy: Node<Curve> { secondBeam.reach }

    /// B where the parameters state none: what the publication's order of magnitude stands for.
    package static let publishedBackground: Double = {
        let root = 1 / KaonProjection.na62InverseRootBackground
        return root * root
    }()
    /// κ of the variants.
    package static let kaonSystematics: [Double] = [1e-3, 1e-2, 1e-1]
    /// The masses (GeV) of the section's figures: from below the lightest published point.
    package static let masses = LogarithmicGrid(lower: 0.0005, upper: 1, count: 133)
    /// The masses (GeV) at which a projection is set against the favoured band; below 2 m_μ, where the boson is invisible.
    static let comparedMasses: [Double] = [0.01, 0.1, 0.2]

    package init(_ parameters: PaperParameters, _ catalogue: LimitCatalogue) {
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
            let limit =
                systematic > 0
                ? BoundedLimit.na62(backgroundEvents: background, systematic: systematic) : .na62
            return (
                systematic,
                Node(
                    "projections/kaon/reach-\(index)",
                    Asked(
                        particles: p.particles, bound: limit.bound, question: CurveQuestion(masses: Self.masses.points))
                )
            )
        }
        kaonDeclaration = Node("projections/kaon/declaration", parameters: BoundedLimit.na62.declaration) { [$0] }
        kaonInverseRootBackground = Node(
            "projections/kaon/inverse-root-background",
            KaonInverseRootBackground(particles: p.particles, projection: .na62))
        kaonComparison = Node(
            "projections/kaon/comparison",
            PublishedComparison(particles: p.particles, computed: BoundedLimit.na62.bound),
            from: Node("projections/kaon/published", parameters: KaonProjection.na62PublishedPoints) { $0 })
        func favoured<B: Bound>(_ name: String, _ projection: B, _ sigmas: Double) -> Node<[FavouredPoint]> {
            Node(
                "projections/\(name)/favoured",
                FavouredComparison(
                    particles: p.particles, projection: projection, measurement: p.magneticMoment.deviation,
                    sigmas: sigmas, masses: Self.comparedMasses))
        }
        kaonAgainstFavoured = favoured("kaon", BoundedLimit.na62.bound, 0)
        beamDumps = [
            BeamDumpNodes(computed: .na64Mu, published: catalogue.cited.na64Mu, p),
            BeamDumpNodes(computed: .m3Phase1, published: catalogue.cited.m3Phase1, p),
            BeamDumpNodes(computed: .m3Phase2, published: catalogue.cited.m3Phase2, p),
        ]
        computedDeclarations = Node(
            "projections/computed", parameters: beamDumps.map(\.computed.declaration)
        ) { $0 }
        publishedDeclarations = Node("projections/published", collecting: beamDumps.map(\.published.declaration))
        m3AgainstFavoured = favoured("m3-phase1", BoundedLimit.m3Phase1.bound, -2)
        secondBeam = SecondBeamNodes(p)
    }
}

/// A muon beam dump: the computed curve, and how it compares with the published points.
package struct BeamDumpNodes: Sendable {
    package let computed: BoundedLimit<BeamDumpBound>
    package let published: Limit
    package let curve: Node<[LimitSegment]>
    package let comparison: Node<[ComparedPoint]>

    init(computed: BoundedLimit<BeamDumpBound>, published: PublishedTable, _ p: PaperParameters) {
        self.computed = computed
        self.published = published.limit
        let group = "projections/\(published.limit.name)"
        curve = Node(
            "\(group)/curve",
            Asked(
                particles: p.particles, bound: computed.bound,
                question: CurveQuestion(masses: ProjectionsNodes.masses.points)))
        comparison = Node(
            "\(group)/comparison", PublishedComparison(particles: p.particles, computed: computed.bound),
            from: published.points("\(group)/points"))
    }
}
