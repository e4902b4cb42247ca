import BuildGraph
import NumericalMethods
import Phenomenology
import Reference

/// What the figures of the elastic channel draw: a node for each curve, so that they are computed side by side.
public struct ElasticReachNodes: Sendable {
    public let parameters: PaperParameters
    public let elastic: ElasticNodes

    /// Events per bin of the photon alone.
    public let events: Node<ElasticBinnedEvents.Bins>
    /// A scalar at the reach, for the figure of the rate: Dev et al. choose none.
    public let scalarAtReach: Node<ElasticRatioAtReach.Result?>
    /// The vector for each of r, g_e and g_μ of equal or opposite sign.
    public let vectors: ElasticReachPlane

    /// GeV, of ``scalarAtReach``: that of NP1.
    public static let scalarMass = ElasticBenchmark.np1.point.mass

    public init(_ parameters: PaperParameters) {
        let p = parameters
        self.parameters = p
        let elastic = ElasticNodes(p)
        self.elastic = elastic
        events = Node("elastic/events", ElasticBinnedEvents(settings: elastic.settings))
        scalarAtReach = Node(
            "elastic/scalar-at-reach",
            ElasticRatioAtReach(
                settings: elastic.settings, model: .scalar(root: 1), mass: Self.scalarMass,
                chiSquared: ElasticNodes.chiSquared, recoils: ElasticNodes.recoils(p)))
        vectors = ElasticReachPlane(
            "vector", ElasticNodes.vectorRoots.flatMap { [$0, -$0] }, elastic, exchange: ElasticModel.vector(root:)
        ) { .vector(ratio: $0.magnitude) }
    }
}

/// The planes of one model, for several ratios of the couplings.
public struct ElasticReachPlane: Sendable {
    /// The couplings that the muon's moment favours, within two standard deviations, and those below five above.
    public let band: Node<MagneticMomentBand.Band>
    public let edge: Node<MagneticMomentBand.Band>
    public let panels: [Panel]

    /// One ratio.
    public struct Panel: Sendable {
        public let model: ElasticModel
        /// r of Dev et al.; negative for couplings of opposite sign.
        public let root: Double
        /// GeV: lighter bosons are excluded whatever their coupling; nil without such a limit.
        public let smallestMass: Double?
        public let reach: Node<ElasticReachCurve.Result>
        /// Of a boson that decays to electrons, and what an invisible decay would meet instead.
        public let limits: Node<[DrawnLimit]>
        public let invisible: Node<[DrawnLimit]>
    }

    init(
        _ group: String, _ roots: [Double], _ elastic: ElasticNodes, exchange: (Double) -> ElasticModel,
        mediator: (Double) -> MediatorModel
    ) {
        let p = elastic.parameters
        let first = mediator(roots.first ?? 1)
        let bands = ModelConstraints.muonBands(
            for: first, measurement: p.magneticMoment.deviation, sigmas: [2, 5]
        ).map { band in
            Node(
                "elastic/\(group)/gminus2-\(Int(band.sigmas))sigma",
                MomentBandCurve(particles: p.particles, band: band, masses: ElasticNodes.masses))
        }
        band = bands[0]
        edge = bands[1]
        panels = roots.map { root in
            let model = exchange(root)
            let mediator = mediator(root)
            func limits(_ name: String, _ constraints: [Constraint]) -> Node<[DrawnLimit]> {
                Node(
                    "elastic/\(group)/limits-\(name)-\(root.magnitude)",
                    ModelLimits(particles: p.particles, constraints: constraints, masses: ElasticNodes.masses))
            }
            let visible = ModelConstraints.limits(for: mediator, decay: .visible, inputs: p.particles)
            let invisible = ModelConstraints.limits(for: mediator, decay: .invisible, inputs: p.particles)
            return Panel(
                model: model, root: root, smallestMass: ModelConstraints.smallestMass(for: mediator),
                reach: elastic.reach(model), limits: limits("visible", visible),
                invisible: limits(
                    "invisible", invisible.filter { constraint in !visible.contains { $0.name == constraint.name } }))
        }
    }
}
