import BuildGraph
import CosmologyPhysics
import LimitModel
import Limits
import MomentPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// The map of the boson's mass and coupling: every limit, every projection, and what else is drawn there. One node each,
/// so that a parameter that changes one curve leaves the others alone.
public struct LandscapeNodes: Sendable {
    /// A constraint with its curve over the masses of the landscape.
    public typealias Entry = (constraint: Constraint, curve: Node<[LimitSegment]>)

    public let parameters: PaperParameters
    /// What excludes today, but for light elements.
    public let limits: [Entry]
    /// What other experiments could exclude.
    public let projections: [Entry]
    /// CCFR at the energy of these parameters: one of ``limits``.
    public let trident: Entry
    /// CCFR at the mean energy of its beam: the other edge of the band that its calibration leaves.
    public let tridentAtMeanEnergy: Entry
    /// The couplings that the muon's magnetic moment favours.
    public let band1Sigma: Node<MagneticMomentBand.Band?>
    public let band2Sigma: Node<MagneticMomentBand.Band?>
    /// The masses at which a part of the bands is left.
    public let window1Sigma: Node<[FavouredWindow.Window]>
    public let window2Sigma: Node<[FavouredWindow.Window]>
    /// The coupling that the cooling of white dwarfs excludes at the light benchmark's mass.
    public let whiteDwarfsAtLight: Node<Estimate?>
    /// The masses that ease the tension in the Hubble constant.
    public let hubble: Node<MassBand>
    /// Dirac dark matter over the boson's mass.
    public let darkMatter: Node<[ThermalTarget]>
    /// MUonE's own reach, and that with the second beam.
    public let reach: Node<Curve>
    public let secondReach: Node<Curve>
    public let supplied: Node<[DrawnLimit]>

    /// - Parameters: the nodes of other subjects that are drawn here too.
    public init(
        _ nodes: PhysicsNodes, hubble: Node<MassBand>, darkMatter: Node<[ThermalTarget]>,
        projections beams: ProjectionsNodes
    ) {
        let p = nodes.parameters
        let masses = p.landscape.masses
        func entry(_ constraint: Constraint) -> Entry {
            (
                constraint,
                Node(
                    "landscape/\(constraint.name)",
                    LimitCurve(particles: p.particles, constraint: constraint, masses: masses))
            )
        }
        func band(_ sigmas: Double) -> Node<MagneticMomentBand.Band?> {
            Node(
                "landscape/gminus2-\(Int(sigmas))sigma",
                MagneticMomentBand(
                    particles: p.particles, measurement: p.magneticMoment.deviation, sigmas: sigmas, masses: masses))
        }
        parameters = p
        let constraints = LandscapeConstraints(p.landscape)
        let trident = entry(constraints.trident)
        self.trident = trident
        limits = constraints.limits.map { $0 == constraints.trident ? trident : entry($0) }
        projections = constraints.projections.map(entry)
        tridentAtMeanEnergy = entry(constraints.tridentAtMeanEnergy)
        band1Sigma = band(1)
        band2Sigma = band(2)
        func window(_ sigmas: Double) -> Node<[FavouredWindow.Window]> {
            Node(
                "landscape/window-\(Int(sigmas))sigma",
                FavouredWindow(
                    particles: p.particles, measurement: p.magneticMoment.deviation, sigmas: sigmas,
                    limits: constraints.limits.filter(LandscapeConstraints.excludes),
                    smallestMass: EffectiveNeutrinos.publishedMassBound,
                    masses: LogarithmicGrid(lower: 1e-3, upper: 10, count: 401)), from: nodes.suppliedLimits)
        }
        window1Sigma = window(1)
        window2Sigma = window(2)
        whiteDwarfsAtLight = Node(
            "landscape/white-dwarfs-light",
            LimitAtMass(
                particles: p.particles,
                constraint: constraints.whiteDwarfs,
                mass: p.light.mass))
        self.hubble = hubble
        self.darkMatter = darkMatter
        reach = nodes.reach
        secondReach = beams.reachAtSecondEnergy
        supplied = nodes.suppliedLimits
    }
}
