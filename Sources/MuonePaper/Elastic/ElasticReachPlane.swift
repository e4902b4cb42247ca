import BuildGraph
import ElasticPhysics
import Limits
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// The planes of one model, for several ratios of the couplings.
struct ElasticReachPlane {
    /// The couplings that the muon's moment favours, within two standard deviations, and those below five above.
    let band: Node<MagneticMomentBand.Band?>
    let edge: Node<MagneticMomentBand.Band?>
    let panels: [Panel]

    /// One ratio.
    struct Panel {
        let model: ElasticModel
        /// r of Dev et al.; negative for couplings of opposite sign.
        let root: Double
        /// GeV: lighter bosons are excluded whatever their coupling; nil without such a limit.
        let smallestMass: Double?
        let reach: Node<ElasticReachCurve.Result>
        /// Of a boson that decays to electrons, and what an invisible decay would meet instead.
        let limits: Node<[DrawnLimit]>
        let invisible: Node<[DrawnLimit]>
    }

    /// The vector for each r of Dev et al., r² = g_e/g_μ: g_e and g_μ of equal or opposite sign.
    static func vectors(_ elastic: ElasticChannel, _ catalogue: LimitCatalogue) -> ElasticReachPlane {
        ElasticReachPlane(
            "vector", [1, 0.8, 0.6, 0.4].flatMap { [$0, -$0] }, elastic, catalogue, exchange: ElasticModel.vector(root:)
        ) { .vector(ratio: $0.magnitude) }
    }

    /// The same for the scalar.
    static func scalars(_ elastic: ElasticChannel, _ catalogue: LimitCatalogue) -> ElasticReachPlane {
        ElasticReachPlane(
            "scalar", [1, 2, 0.5].flatMap { [$0, -$0] }, elastic, catalogue, exchange: ElasticModel.scalar(root:)
        ) { .scalar(ratio: $0.magnitude) }
    }

    init(
        _ group: String, _ roots: [Double], _ elastic: ElasticChannel, _ catalogue: LimitCatalogue,
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
                limits: ModelLimits.drawn(
                    own.visible, "elastic/\(group)/limits-visible-\(root.magnitude)"),
                invisible: ModelLimits.drawn(
                    own.invisible, "elastic/\(group)/limits-invisible-\(root.magnitude)"))
            drawn[root.magnitude] = panel
            return panel
        }
    }

    /// One plane, of a boson that the beam and the target can form.
    init(
        _ group: String, _ elastic: ElasticChannel, _ catalogue: LimitCatalogue, _ model: ElasticModel,
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
                        settings: elastic.settings, model: model, masses: ElasticChannel.masses,
                        chiSquared: ElasticChannel.chiSquared)),
                limits: ModelLimits.drawn(
                    own.visible, "elastic/\(group)/limits-published"),
                invisible: ModelLimits.drawn(
                    own.derived, "elastic/\(group)/limits-derived"))
        ]
    }

    /// Of two and of five standard deviations.
    static func bands(_ group: String, _ mediator: MediatorModel, _ p: PaperParameters)
        -> [Node<MagneticMomentBand.Band?>]
    {
        ModelConstraints.muonBands(for: mediator, measurement: p.magneticMoment.deviation, sigmas: [2, 5]).map { band in
            Node(
                "elastic/\(group)/gminus2-\(Int(band.sigmas))sigma",
                MomentBandCurve(particles: p.particles, band: band, masses: ElasticChannel.masses))
        }
    }
}
