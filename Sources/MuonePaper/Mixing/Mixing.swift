import BosonPhysics
import BuildGraph
import Computing
import LimitModel
import Limits
import Manuscript
import MixingPhysics
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

extension Section {
    /// Kinetic mixing by the loops of muon and tau, and what reaches the electron through it.
    package static func mixing(_ p: PaperParameters, _ catalogue: LimitCatalogue) -> Section {
        let (particles, landscape) = (p.particles, p.landscape)
        let (computed, cited) = (catalogue.computed, catalogue.cited)

        // Π/g′, and g′/ε at q² = 0 with the α of the parameters and with its value at the mass of the Z.
        func loop(_ name: String, q2: Double, _ particles: ParticleInputs) -> Node<Estimate> {
            Node("mixing/loop-\(name)", LoopMixing(particles: particles, q2: q2))
        }
        let atZero = loop("at-0", q2: 0, particles)
        var running = particles
        running.inverseFineStructure = ParticleConstants.inverseFineStructureAtMZ.value
        let couplingPerMixing = Node("mixing/coupling-per-mixing", from: atZero) { 1 / $0 }
        let couplingPerMixingAtMZ = Node(
            "mixing/coupling-per-mixing-at-mz", from: loop("at-mz", q2: 0, running)
        ) { 1 / $0 }

        // The published line of Borexino and the limits that are recast or computed here: those that the text speaks of.
        let printed = [
            cited.borexino.limit, computed.borexinoRecast, computed.whiteDwarfs, computed.electronMagneticMoment,
            cited.na64Electrons.limit,
        ]
        // The recast of Borexino with twice the excess: the uncertainty of the flux included.
        let withFlux = Limit(
            .borexinoRecast(
                allowedExcess: 2 * landscape.borexinoExcess, treeLevelMixing: landscape.treeLevelMixing),
            "borexino-recast-flux", particles: particles)
        // The recast with other choices over the recast.
        func at10MeV(_ name: String, _ bound: SolarScatteringBound) -> Node<Estimate?> {
            Node(
                "mixing/limits/\(name)-10MeV",
                Asked(particles: particles, bound: bound, question: CouplingQuestion(mass: 0.010)))
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

        let babar = cited.babarFourMuon
        let babarPoints = babar.points("mixing/babar-4mu-points")

        return Section("mixing") {
            Figure.kineticMixing(Node("mixing/loop", LoopMixingCurve(particles: particles)), p)
            Figure.kineticMixingLimits(
                catalogue.drawn(onAnyOf: [.kineticMixing], in: "mixing/limits", over: landscape.masses),
                borexinoWithFlux: withFlux.curve("mixing/limits/borexino-recast-flux", over: landscape.masses), p)
            Figure.babarFourMuon(
                babar.limit.curve("mixing/babar-4mu", over: landscape.masses),
                allMuons: Node(
                    "mixing/babar-4mu-all-muons", AllMuonsLimit(particles: particles, masses: landscape.masses),
                    from: babarPoints),
                branchings: Node(
                    "mixing/branchings",
                    ZPrimeBranchings(
                        particles: particles, masses: LogarithmicGrid(lower: 0.15, upper: 10, count: 120))), p)
            Quantity.loopMixing(
                atZero: atZero, spacelike: loop("spacelike", q2: -0.01, particles),
                atThreshold: loop("at-threshold", q2: 4 * particles.muonMass * particles.muonMass, particles),
                couplingPerMixing, atMZ: couplingPerMixingAtMZ)
            for limit in printed {
                Quantity.limit(limit.name, limit.coupling("mixing/limits/\(limit.name)-10MeV", atMass: 0.010))
            }
            Quantity.borexino(
                withFlux: withFlux.coupling("mixing/limits/borexino-recast-flux-10MeV", atMass: 0.010),
                octant: choice("borexino-octant", smallestRecoil: 0),
                threshold: choice("borexino-threshold", smallestRecoil: 0.27e-3))
            Quantity.muonRoots(
                atStart: Node("mixing/muon-root-start", MuonRoot(particles: particles, mass: nil), from: babarPoints),
                at1GeV: Node("mixing/muon-root-1GeV", MuonRoot(particles: particles, mass: 1), from: babarPoints))
            Claim.mixingLoop(couplingPerMixing, atMZ: couplingPerMixingAtMZ)
            Input("mixing/excess", landscape.borexinoExcess, in: .percent, digits: 4)
            Input("mixing/excess-flux", 2 * landscape.borexinoExcess, in: .percent, digits: 4)
            Passage.captions("caption/mixing", of: catalogue.declarations(on: .kineticMixing, in: "mixing/limits"))
            Passage.captions(
                "caption/babar-four-muon",
                of: Node("mixing/babar-declaration", from: babar.limit.declaration) { [$0] })
        }
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
        return TabulatedBound(points: points).curve(masses: masses.points, inputs: particles)
    }
}
