import BuildGraph
import NumericalMethods
import Phenomenology
import Reference

/// The results that the section on kinetic mixing is made from.
public struct MixingNodes: Sendable {
    public let parameters: PaperParameters

    /// Π(q²)/g′.
    public let loop: Node<LoopMixingCurve.Curves>
    /// Π/g′ at q² = 0, −0.01 and at the muon threshold.
    public let atZero: Node<Estimate>
    public let spacelike: Node<Estimate>
    public let atThreshold: Node<Estimate>
    /// g′/ε at q² = 0, with the α of the parameters, and with its value at the mass of the Z.
    public let couplingPerMixing: Node<Estimate>
    public let couplingPerMixingAtMZ: Node<Estimate>

    /// The published line of Borexino and the limits that are recast or computed here, with their curves.
    public let limits: [(constraint: Constraint, curve: Node<[LimitSegment]>)]
    /// The recast of Borexino with twice the excess: the uncertainty of the flux included.
    public let borexinoWithFlux: Node<[LimitSegment]>
    /// g′ at 10 MeV of each of ``limits``, by name, and of ``borexinoWithFlux``.
    public let limitsAt10MeV: [(name: String, value: Node<Estimate?>)]
    public let borexinoWithFluxAt10MeV: Node<Estimate?>

    /// The recast at 10 MeV with other choices over the recast: the PDG's angles, and these with recoils above 270 keV.
    public let borexinoWithOctant: Node<Estimate?>
    public let borexinoWithThreshold: Node<Estimate?>

    public let babar: Node<[LimitSegment]>
    public let babarAllMuons: Node<[LimitSegment]>
    public let branchings: Node<ZPrimeBranchings.Curves>
    /// √BR(Z′→μ⁺μ⁻) at the first published mass and at 1 GeV: what counting the neutrinos does to BABAR's coupling.
    public let muonRootAtStart: Node<Estimate>
    public let muonRootAt1GeV: Node<Estimate>

    public init(_ parameters: PaperParameters) {
        self.parameters = parameters
        let p = parameters.particles
        let landscape = parameters.landscape
        loop = Node("mixing/loop", LoopMixingCurve(particles: p))
        atZero = Node("mixing/loop-at-0", LoopMixing(particles: p, q2: 0))
        spacelike = Node("mixing/loop-spacelike", LoopMixing(particles: p, q2: -0.01))
        atThreshold = Node("mixing/loop-at-threshold", LoopMixing(particles: p, q2: 4 * p.muonMass * p.muonMass))
        couplingPerMixing = Node("mixing/coupling-per-mixing", from: atZero) { Self.inverse($0) }
        var running = p
        running.inverseFineStructure = ParticleConstants.inverseFineStructureAtMZ.value
        couplingPerMixingAtMZ = Node(
            "mixing/coupling-per-mixing-at-mz",
            from: Node("mixing/loop-at-mz", LoopMixing(particles: running, q2: 0))
        ) { Self.inverse($0) }

        func curve(_ name: String, _ constraint: Constraint) -> Node<[LimitSegment]> {
            Node(
                "mixing/limits/\(name)",
                LimitCurve(particles: p, constraint: constraint, masses: landscape.masses))
        }
        func at10MeV(_ name: String, _ constraint: Constraint) -> Node<Estimate?> {
            Node("mixing/limits/\(name)-10MeV", LimitAtMass(particles: p, constraint: constraint, mass: 0.010))
        }
        let shown =
            [.borexino]
            + Constraint.throughMixing(
                treeLevelMixing: landscape.treeLevelMixing, borexinoExcess: landscape.borexinoExcess)
        limits = shown.map { ($0, curve($0.name, $0)) }
        limitsAt10MeV = shown.map { ($0.name, at10MeV($0.name, $0)) }
        let withFlux = Constraint.borexinoRecast(
            allowedExcess: 2 * landscape.borexinoExcess, treeLevelMixing: landscape.treeLevelMixing)
        borexinoWithFlux = curve("borexino-recast-flux", withFlux)
        borexinoWithFluxAt10MeV = at10MeV("borexino-recast-flux", withFlux)

        let recast = at10MeV(
            "borexino-recast-loops", .borexinoRecast(allowedExcess: landscape.borexinoExcess, treeLevelMixing: 0))
        func choice(_ name: String, smallestRecoil: Double) -> Node<Estimate?> {
            let line = SolarNeutrinoLine(energy: SolarNeutrinoLine.beryllium7.energy, mixing: .standard)
            var constraint = Constraint.borexinoRecast
            constraint.boundary = .solarScattering(
                SolarScatteringBound(
                    SolarScatteringRecast(
                        line: line, smallestRecoil: smallestRecoil, largestRecoil: 1e-3,
                        allowedExcess: landscape.borexinoExcess)))
            return Node("mixing/limits/\(name)-ratio", from: at10MeV(name, constraint), recast) { changed, recast in
                guard let changed, let recast else { return nil }
                return changed / recast
            }
        }
        borexinoWithOctant = choice("borexino-octant", smallestRecoil: 0)
        borexinoWithThreshold = choice("borexino-threshold", smallestRecoil: 0.27e-3)

        babar = curve("babar-4mu", .babarFourMuon)
        babarAllMuons = Node(
            "mixing/limits/babar-4mu-all-muons", AllMuonsLimit(particles: p, masses: landscape.masses))
        branchings = Node(
            "mixing/branchings",
            ZPrimeBranchings(particles: p, masses: LogarithmicGrid(lower: 0.15, upper: 10, count: 120)))
        func muonRoot(_ name: String, _ mass: Double) -> Node<Estimate> {
            Node("mixing/muon-root-\(name)", parameters: MassPoint(particles: p, mass: mass)) { point in
                let share = ZPrimeWidths.muonFraction(mass: point.mass, inputs: point.particles)
                return .closedForm(share.squareRoot())
            }
        }
        muonRootAtStart = muonRoot("start", Constraint.babarFourMuon.validity.lowerBound)
        muonRootAt1GeV = muonRoot("1GeV", 1)
    }

    private static func inverse(_ value: Estimate) -> Estimate {
        1 / value
    }

    private struct MassPoint: Codable, Sendable {
        var particles: ParticleInputs
        var mass: Double
    }
}

/// What BABAR would exclude if every boson decayed to muons: the curve, whose points need the shares of the decays.
struct AllMuonsLimit: Computation {
    var particles: ParticleInputs
    var masses: LogarithmicGrid

    func compute(_ input: ()) throws -> [LimitSegment] {
        try Constraint.babarFourMuonWithoutNeutrinos(inputs: particles).curve(
            masses: masses.points, inputs: particles)
    }
}

/// The real part of Π(q²)/g′ at one q² (GeV²).
struct LoopMixing: Computation {
    var particles: ParticleInputs
    var q2: Double

    func compute(_ input: ()) throws -> Estimate {
        try KineticMixing(coupling: 1, inputs: particles).loop(q2: q2).real
    }
}
