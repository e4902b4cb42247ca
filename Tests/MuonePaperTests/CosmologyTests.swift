import BosonPhysics
import BuildGraph
import CosmologyPhysics
import Limits
import MuoneParameters
import NumericalMethods
import Testing

@testable import Cosmology

@Suite("Results on the early universe")
struct CosmologyTests {
    private let particles = PaperParameters.published.particles

    private func scan(_ lower: Double, _ upper: Double, kind: DarkMatterKind = .dirac) throws -> [ThermalTarget] {
        try ThermalTargetScan(
            particles: particles, kind: kind, ratio: 3,
            mediatorMasses: LogarithmicGrid(lower: lower, upper: upper, count: 5)
        ).compute(())
    }

    @Test("targets start where freeze-out is stated, and have a point where muons open")
    func scanHasItsEnds() throws {
        let targets = try scan(0.001, 1)
        #expect(targets.first?.mass == 1e-3)
        #expect(targets.contains { $0.mass == particles.muonMass })
        #expect(zip(targets, targets.dropFirst()).allSatisfy { $0.mass < $1.mass })
        #expect(try scan(0.0001, 0.002).isEmpty)
    }

    @Test("the microwave background allows and excludes parts of the Dirac target, and all of a p-wave's is allowed")
    func microwaveBackgroundSplits() throws {
        let dirac = try scan(0.03, 3)
        #expect(dirac.allowed.count + dirac.excluded.count == dirac.count)
        #expect(dirac.excluded.allSatisfy { $0.mass > particles.muonMass } && !dirac.excluded.isEmpty)
        #expect(try scan(0.03, 3, kind: .majorana).excluded.isEmpty)
    }

    @Test("at the ends of what the microwave background excludes, the energy is what it allows")
    func rangeEndsAreCrossings() throws {
        let range = try #require(try MicrowaveBackgroundRange(particles: particles, ratio: 3).compute(()))
        let targets = try ThermalTargets(kind: .dirac, ratio: 3, inputs: particles)
        for (edge, inward) in [(range.lower, 1.0), (range.upper, -1)] {
            let mass = edge.value + inward * 1e-3 * edge.value
            #expect(try targets.target(mass: mass).microwaveBackgroundRatio > 1)
            #expect(try targets.target(mass: edge.value - inward * 1e-4 * edge.value).microwaveBackgroundRatio < 1)
        }
    }

    @Test("the closed form with 4.4e-26 cm³/s is 4.0402e-3 at 90 MeV")
    func closedForm() throws {
        let coupling = try ConstantCrossSectionCoupling(
            particles: particles, ratio: 3, mediatorMass: 0.09, crossSection: 4.4e-26
        ).compute(())
        #expect((coupling.value / 4.0402e-3 - 1).magnitude < 2e-5)
    }

    @Test("as a curve of the map, g_χ = g′ is the root of the product, g_χ = 1 the product itself")
    func segments() throws {
        let targets = try scan(0.03, 0.3)
        let equal = try #require(targets.segments(darkCoupling: nil).first?.points)
        let unit = try #require(targets.segments(darkCoupling: 1).first?.points)
        for (one, other) in zip(equal, unit) {
            #expect(one.mass == other.mass && (one.coupling * one.coupling / other.coupling - 1).magnitude < 1e-12)
        }
        #expect([ThermalTarget]().segments(darkCoupling: nil).isEmpty)
    }

    @Test("the limit of tridents follows the energy that is a parameter")
    func energy() async throws {
        var changed = PaperParameters.published
        changed.landscape.ccfrEnergy = 160
        let engine = BuildEngine(
            store: MemoryStore(), digests: .ofThisProgram, jobs: 2, sourceFolder: Package.folder)
        let limits = try await engine.value(
            of: LimitCatalogue.test(changed).declarations(on: .thermalTargets, in: "cosmology"))
        #expect(limits.map(\.name) == ["ccfr", "na64mu"])
        #expect(limits.first?.facts.inputsText.contains("160\\,GeV (mean)") == true)
    }
}
