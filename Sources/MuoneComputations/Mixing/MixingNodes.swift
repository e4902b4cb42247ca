import BosonPhysics
import BuildGraph
import Computing
import LimitModel
import Limits
import MixingPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// The results that the section on kinetic mixing is made from.
package struct MixingNodes: Sendable {
    package let parameters: PaperParameters

    /// Π(q²)/g′.
    package let loop: Node<LoopMixingCurve.Curves>
    /// Π/g′ at q² = 0, −0.01 and at the muon threshold.
    package let atZero: Node<Estimate>
    package let spacelike: Node<Estimate>
    package let atThreshold: Node<Estimate>
    /// g′/ε at q² = 0, with the α of the parameters, and with its value at the mass of the Z.
    package let couplingPerMixing: Node<Estimate>
    package let couplingPerMixingAtMZ: Node<Estimate>

    /// The published line of Borexino and the limits that are recast or computed here, with their curves.
    package let limits: Node<[DrawnLimit]>
    package let declarations: Node<[LimitDeclaration]>
    /// The recast of Borexino with twice the excess: the uncertainty of the flux included.
    package let borexinoWithFlux: Node<DrawnLimit>
    /// g′ at 10 MeV of those that the text speaks of, by name, and of ``borexinoWithFlux``.
    package let limitsAt10MeV: [(name: String, value: Node<Estimate?>)]
    package let borexinoWithFluxAt10MeV: Node<Estimate?>

    /// The recast at 10 MeV with other choices over the recast: the PDG's angles, and these with recoils above 270 keV.
    package let borexinoWithOctant: Node<Estimate?>
    package let borexinoWithThreshold: Node<Estimate?>

    package let babar: Node<DrawnLimit>
    package let babarDeclaration: Node<[LimitDeclaration]>
    package let babarAllMuons: Node<[LimitSegment]>
    package let branchings: Node<ZPrimeBranchings.Curves>
    /// √BR(Z′→μ⁺μ⁻) at the first published mass and at 1 GeV: what counting the neutrinos does to BABAR's coupling.
    package let muonRootAtStart: Node<Estimate>
    package let muonRootAt1GeV: Node<Estimate>

    package init(_ parameters: PaperParameters, _ catalogue: LimitCatalogue) {
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

        limits = catalogue.drawn(onAnyOf: [.kineticMixing], in: "mixing/limits", over: landscape.masses)
        declarations = catalogue.declarations(on: .kineticMixing, in: "mixing/limits")
        let (computed, cited) = (catalogue.computed, catalogue.cited)
        let printed = [
            cited.borexino.limit, computed.borexinoRecast, computed.whiteDwarfs, computed.electronMagneticMoment,
            cited.na64Electrons.limit,
        ]
        limitsAt10MeV = printed.map { ($0.name, $0.coupling("mixing/limits/\($0.name)-10MeV", atMass: 0.010)) }
        let withFlux = Limit(
            .borexinoRecast(
                allowedExcess: 2 * landscape.borexinoExcess, treeLevelMixing: landscape.treeLevelMixing),
            "borexino-recast-flux", particles: p)
        borexinoWithFlux = withFlux.curve("mixing/limits/borexino-recast-flux", over: landscape.masses)
        borexinoWithFluxAt10MeV = withFlux.coupling("mixing/limits/borexino-recast-flux-10MeV", atMass: 0.010)

        func at10MeV(_ name: String, _ bound: SolarScatteringBound) -> Node<Estimate?> {
            Node(
                "mixing/limits/\(name)-10MeV",
                Asked(particles: p, bound: bound, question: CouplingQuestion(mass: 0.010)))
        }
        let recast = at10MeV(
            "borexino-recast-loops", BoundedLimit.borexinoRecast(allowedExcess: landscape.borexinoExcess).bound)
        func choice(_ name: String, smallestRecoil: Double) -> Node<Estimate?> {
            let line = SolarNeutrinoLine(energy: SolarNeutrinoLine.beryllium7.energy, mixing: .standard)
            let bound = SolarScatteringBound(
                SolarScatteringRecast(
                    line: line, smallestRecoil: smallestRecoil, largestRecoil: 1e-3,
                    allowedExcess: landscape.borexinoExcess))
            return Node("mixing/limits/\(name)-ratio", from: at10MeV(name, bound), recast) { changed, recast in
                guard let changed, let recast else { return nil }
                return changed / recast
            }
        }
        borexinoWithOctant = choice("borexino-octant", smallestRecoil: 0)
        borexinoWithThreshold = choice("borexino-threshold", smallestRecoil: 0.27e-3)

        babar = cited.babarFourMuon.limit.curve("mixing/babar-4mu", over: landscape.masses)
        babarDeclaration = Node("mixing/babar-declaration", from: cited.babarFourMuon.limit.declaration) { [$0] }
        let published = cited.babarFourMuon.points("mixing/babar-4mu-points")
        babarAllMuons = Node(
            "mixing/babar-4mu-all-muons", AllMuonsLimit(particles: p, masses: landscape.masses), from: published)
        branchings = Node(
            "mixing/branchings",
            ZPrimeBranchings(particles: p, masses: LogarithmicGrid(lower: 0.15, upper: 10, count: 120)))
        muonRootAtStart = Node("mixing/muon-root-start", MuonRoot(particles: p, mass: nil), from: published)
        muonRootAt1GeV = Node("mixing/muon-root-1GeV", MuonRoot(particles: p, mass: 1), from: published)
    }

    private static func inverse(_ value: Estimate) -> Estimate {
        1 / value
    }
}

/// √BR(Z′→μ⁺μ⁻) at a mass (GeV); nil takes that of the first point.
struct MuonRoot: Computation {
    var particles: ParticleInputs
    var mass: Double?

    func compute(_ published: [LimitPoint]) throws -> Estimate {
        let mass = mass ?? TabulatedBound(points: published).validity.lowerBound
        return .closedForm(ZPrimeWidths.muonFraction(mass: mass, inputs: particles).squareRoot())
    }
}

/// What BABAR would exclude if every boson decayed to muons: its couplings times √BR(Z′→μ⁺μ⁻), since the rate goes as
/// g′² BR and the publication counts the decays to neutrinos and taus. The distance between the two curves is the effect
/// of Z′ → νν̄; it grows without bound towards 2 m_μ.
struct AllMuonsLimit: Computation {
    var particles: ParticleInputs
    var masses: LogarithmicGrid

    func compute(_ published: [LimitPoint]) throws -> [LimitSegment] {
        // Where no boson decays to muons nothing would be excluded: another muon's mass may close a point.
        let points: [LimitPoint] = published.compactMap {
            let fraction = ZPrimeWidths.muonFraction(mass: $0.mass, inputs: particles)
            guard fraction > 0 else { return nil }
            return LimitPoint(mass: $0.mass, coupling: $0.coupling * fraction.squareRoot())
        }
        return try TabulatedBound(points: points).curve(masses: masses.points, inputs: particles)
    }
}
