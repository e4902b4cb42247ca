import BuildGraph
import ElasticPhysics
import Limits
import MeasurementPhysics
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// What the figures of the elastic channel draw: a node for each curve, so that they are computed side by side.
package struct ElasticReachNodes: Sendable {
    package let parameters: PaperParameters
    package let elastic: ElasticNodes

    /// Events per bin of the photon alone.
    package let events: Node<ElasticBinnedEvents.Bins>
    /// A scalar at the reach, for the figure of the rate: Dev et al. choose none.
    package let scalarAtReach: Node<ElasticRatioAtReach.Result?>
    /// The vector for each of r, g_e and g_μ of equal or opposite sign.
    package let vectors: ElasticReachPlane
    /// The same for the scalar.
    package let scalars: ElasticReachPlane
    /// Bosons that turn a muon into an electron.
    package let flavourVector: ElasticReachPlane
    package let flavourScalar: ElasticReachPlane
    /// The boson of L_μ−L_τ, which reaches the electron through loops.
    package let loops: LoopReachNodes
    package let binning: [BinningCurve]
    package let strengths: StrengthFitNodes

    /// GeV, of ``scalarAtReach``: that of NP1.
    package static let scalarMass = ElasticBenchmark.np1.point.mass

    package init(_ parameters: PaperParameters, _ catalogue: LimitCatalogue) {
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
            "vector", ElasticNodes.vectorRoots.flatMap { [$0, -$0] }, elastic, catalogue,
            exchange: ElasticModel.vector(root:)
        ) { .vector(ratio: $0.magnitude) }
        scalars = ElasticReachPlane(
            "scalar", ElasticNodes.scalarRoots.flatMap { [$0, -$0] }, elastic, catalogue,
            exchange: ElasticModel.scalar(root:)
        ) { .scalar(ratio: $0.magnitude) }
        flavourVector = ElasticReachPlane("vector-flavour", elastic, catalogue, .vectorFlavour, .vectorFlavour)
        flavourScalar = ElasticReachPlane("scalar-flavour", elastic, catalogue, .scalarFlavour, .scalarFlavour)
        // The muon's own loop is that of the vector's figure.
        loops = LoopReachNodes(elastic, catalogue, band: vectors.band, edge: vectors.edge)
        binning = BinningCurve.all(elastic, among: vectors)
        strengths = StrengthFitNodes(elastic)
    }
}

/// The reach for the model of NP1 with another number of bins, or another χ².
package struct BinningCurve: Sendable {
    package let bins: Int
    package let chiSquared: Double
    package let reach: Node<ElasticReachCurve.Result>

    /// 90 %, 95 % and 99.73 % of one parameter, and one standard deviation.
    package static let targets = [1, ElasticNodes.chiSquared, 3.84, 9]
    package static let counts = [20, ElasticBins.inferredCount, 100]

    /// - Parameter plane: which may have the curve of the usual bins and χ² already.
    static func all(_ elastic: ElasticNodes, among plane: ElasticReachPlane) -> [BinningCurve] {
        let model = ElasticBenchmark.np1.model
        let variants =
            counts.map { ($0, ElasticNodes.chiSquared) }
            + targets.filter { $0 != ElasticNodes.chiSquared }
            .map { (ElasticBins.inferredCount, $0) }
        let usual = plane.panels.first { $0.model == model }?.reach
        return variants.map { bins, target in
            let known = bins == elastic.settings.bins && target == ElasticNodes.chiSquared ? usual : nil
            return BinningCurve(
                bins: bins, chiSquared: target,
                reach: known ?? elastic.reach(model, bins: bins, chiSquared: target))
        }
    }
}

/// The boson of L_μ−L_τ in elastic scattering, and the limits on it.
package struct LoopReachNodes: Sendable {
    package let reach: Node<ElasticReachCurve.Result>
    package let atHundredMeV: Node<ElasticReach?>
    package let band: Node<MagneticMomentBand.Band?>
    package let edge: Node<MagneticMomentBand.Band?>
    package let limits: Node<[DrawnLimit]>

    init(
        _ elastic: ElasticNodes, _ catalogue: LimitCatalogue, band: Node<MagneticMomentBand.Band?>,
        edge: Node<MagneticMomentBand.Band?>
    ) {
        self.band = band
        self.edge = edge
        reach = elastic.reach(.lmuLtau)
        atHundredMeV = Node(
            "elastic/lmu-ltau/reach-100MeV",
            ElasticReachPoint(
                settings: elastic.settings, model: .lmuLtau, mass: 0.1, chiSquared: ElasticNodes.chiSquared))
        limits = ModelLimits.drawn(
            [catalogue.computed.ccfr, catalogue.cited.babarFourMuon.limit], "elastic/lmu-ltau/limits")
    }
}

/// Fits of a_μ^had by the strength of the running alone, to data with and without a new boson.
package struct StrengthFitNodes: Sendable {
    /// The Standard Model's data first; each with the statistical errors alone and with the systematic one.
    package let fits:
        [(
            benchmark: ElasticBenchmark?, statistical: Node<HadronicStrengthFit.Result>,
            total: Node<HadronicStrengthFit.Result>
        )]

    /// a_μ^had of Dev2020, to which κ = 1 belongs.
    package static let central = MagneticMomentMeasurements.hadronicRatio2019.value
    /// κ of the curves.
    static let strengths = (0...120).map { 0.981 + 0.037 * Double($0) / 120 }

    init(_ elastic: ElasticNodes) {
        fits = ([nil] + ElasticBenchmark.all.map(Optional.some)).map { benchmark in
            func fit(_ name: String, _ systematic: Double) -> Node<HadronicStrengthFit.Result> {
                Node(
                    "elastic/strength/\(benchmark?.name ?? "sm")-\(name)",
                    HadronicStrengthFit(
                        settings: elastic.settings, moment: Self.central, benchmark: benchmark, systematic: systematic,
                        strengths: Self.strengths))
            }
            return (benchmark, fit("statistical", 0), fit("total", ElasticDeviation.systematic))
        }
    }
}

/// The planes of one model, for several ratios of the couplings.
package struct ElasticReachPlane: Sendable {
    /// The couplings that the muon's moment favours, within two standard deviations, and those below five above.
    package let band: Node<MagneticMomentBand.Band?>
    package let edge: Node<MagneticMomentBand.Band?>
    package let panels: [Panel]

    /// One ratio.
    package struct Panel: Sendable {
        package let model: ElasticModel
        /// r of Dev et al.; negative for couplings of opposite sign.
        package let root: Double
        /// GeV: lighter bosons are excluded whatever their coupling; nil without such a limit.
        package let smallestMass: Double?
        package let reach: Node<ElasticReachCurve.Result>
        /// Of a boson that decays to electrons, and what an invisible decay would meet instead.
        package let limits: Node<[DrawnLimit]>
        package let invisible: Node<[DrawnLimit]>
    }

    init(
        _ group: String, _ roots: [Double], _ elastic: ElasticNodes, _ catalogue: LimitCatalogue,
        exchange: (Double) -> ElasticModel,
        mediator: (Double) -> MediatorModel
    ) {
        let p = elastic.parameters
        // The muon's coupling is on the axis, whatever the ratio of the electron's to it.
        let bands = Self.bands(group, mediator(1), p)
        band = bands[0]
        edge = bands[1]
        // Couplings of either sign meet the same limits.
        var drawn: [Double: Panel] = [:]
        panels = roots.map { root in
            let model = exchange(root)
            let mediator = mediator(root)
            if let same = drawn[root.magnitude] {
                return Panel(
                    model: model, root: root, smallestMass: same.smallestMass, reach: elastic.reach(model),
                    limits: same.limits, invisible: same.invisible)
            }
            let own = ModelLimits(
                model: mediator, parameters: p, catalogue: catalogue, group: "elastic/\(group)/\(root.magnitude)")
            let panel = Panel(
                model: model, root: root, smallestMass: ModelConstraints.smallestMass(for: mediator),
                reach: elastic.reach(model),
                limits: ModelLimits.drawn(own.visible, "elastic/\(group)/limits-visible-\(root.magnitude)"),
                invisible: ModelLimits.drawn(own.invisible, "elastic/\(group)/limits-invisible-\(root.magnitude)"))
            drawn[root.magnitude] = panel
            return panel
        }
    }

    /// One plane, of a boson that the beam and the target can form.
    init(
        _ group: String, _ elastic: ElasticNodes, _ catalogue: LimitCatalogue, _ model: ElasticModel,
        _ mediator: MediatorModel
    ) {
        let p = elastic.parameters
        let bands = Self.bands(group, mediator, p)
        band = bands[0]
        edge = bands[1]
        let own = ModelLimits(model: mediator, parameters: p, catalogue: catalogue, group: "elastic/\(group)")
        panels = [
            Panel(
                model: model, root: 1, smallestMass: nil,
                reach: Node(
                    "elastic/reach-\(group)-resonant",
                    ResonantReach(
                        settings: elastic.settings, model: model, masses: ElasticNodes.masses,
                        chiSquared: ElasticNodes.chiSquared)),
                limits: ModelLimits.drawn(own.visible, "elastic/\(group)/limits-published"),
                invisible: ModelLimits.drawn(own.derived, "elastic/\(group)/limits-derived"))
        ]
    }

    /// Of two and of five standard deviations.
    static func bands(_ group: String, _ mediator: MediatorModel, _ p: PaperParameters)
        -> [Node<MagneticMomentBand.Band?>]
    {
        ModelConstraints.muonBands(for: mediator, measurement: p.magneticMoment.deviation, sigmas: [2, 5]).map { band in
            Node(
                "elastic/\(group)/gminus2-\(Int(band.sigmas))sigma",
                MomentBandCurve(particles: p.particles, band: band, masses: ElasticNodes.masses))
        }
    }
}
