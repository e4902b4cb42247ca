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
    public let vectors: [ElasticReachPanel]

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
        vectors = ElasticNodes.vectorRoots.flatMap { root in
            [root, -root].map { ElasticReachPanel(.vector(root: $0), root: $0, elastic) }
        }
    }
}

/// The plane of one model.
public struct ElasticReachPanel: Sendable {
    public let model: ElasticModel
    /// r of Dev et al.; negative for couplings of opposite sign.
    public let root: Double
    public let reach: Node<ElasticReachCurve.Result>

    init(_ model: ElasticModel, root: Double, _ elastic: ElasticNodes) {
        self.model = model
        self.root = root
        reach = elastic.reach(model)
    }
}
