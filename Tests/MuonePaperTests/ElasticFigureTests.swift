import Amplitudes
import BuildGraph
import ElasticPhysics
import MeasurementPhysics
import MuoneParameters
import NumericalMethods
import Reference
import Testing

@testable import Elastic
@testable import MuoneCommon

@Suite("What the figures of the elastic channel draw")
struct ElasticFigureTests {
    private let settings = ElasticSettings()

    private func fit(
        _ benchmark: ElasticBenchmark? = nil, systematic: Double = 0, strengths: [Double] = []
    ) throws -> HadronicStrengthFit.Result {
        try HadronicStrengthFit(
            settings: settings, benchmark: benchmark, systematic: systematic, strengths: strengths
        ).compute(())
    }

    // The first two were found elsewhere; the information is integrated by another rule.
    @Test(
        "the Standard Model's data give its own strength, within 0.323 % and with ten parts per million 0.407 %",
        arguments: [(0, 0.00323), (1e-5, 0.00407)])
    func width(systematic: Double, expected: Double) throws {
        let found = try fit(systematic: systematic)
        #expect((found.strength.value - 1).magnitude <= found.strength.error)
        #expect(found.leastChiSquared.value < 1e-12)
        let width = 0.5 * (found.below.value + found.above.value)
        #expect((width - expected).magnitude < 5e-6, "\(width)")
        let information = try HadronicStrengthError(settings: settings, systematic: systematic).compute(())
        #expect((width / information.value - 1).magnitude < 1e-4)
    }

    @Test("a boson shifts the strength to where the parabola through three values of χ² has its vertex")
    func vertex() throws {
        for benchmark in ElasticBenchmark.all {
            for systematic in [0, 1e-5] {
                let found = try fit(benchmark, systematic: systematic, strengths: [0.99, 1, 1.01])
                let y = found.curve.y
                let vertex = 1 + 0.005 * (y[0] - y[2]) / (y[0] - 2 * y[1] + y[2])
                #expect((vertex - found.strength.value).magnitude < 1e-4, "\(benchmark.name)")
                #expect(found.leastChiSquared.value > 0 && y.allSatisfy { $0 > found.leastChiSquared.value })
            }
        }
    }

    @Test("bosons of opposite sign shift it in opposite directions, and less where small recoils count less")
    func signs() throws {
        let (plus, minus) = (try fit(.np2Plus), try fit(.np2Minus))
        #expect(plus.strength.value > 1 && minus.strength.value < 1)
        #expect((plus.strength.value + minus.strength.value - 2).magnitude < 0.02 * (plus.strength.value - 1))
        let damped = try fit(.np2Plus, systematic: 1e-5)
        #expect(1 < damped.strength.value && damped.strength.value < plus.strength.value)
    }

    @Test("the scalar's signs change places with the beam's charge")
    func charges() throws {
        var other = settings
        other.beam = .negative
        func reach(_ settings: ElasticSettings, _ root: Double) throws -> Double {
            let found = try ElasticReachPoint(settings: settings, model: .scalar(root: root), mass: 0.1).compute(())
            return try #require(found).coupling.value
        }
        let (plus, minus) = (try reach(settings, 1), try reach(settings, -1))
        #expect((try reach(other, -1) / plus - 1).magnitude < 1e-9)
        #expect((try reach(other, 1) / minus - 1).magnitude < 1e-9)
        #expect((plus / minus - 1).magnitude > 0.05)
    }

    @Test("a boson in the s-channel is drawn to a part in 10⁴ of its resonance from both sides, and best there")
    func resonance() throws {
        let reach = try ResonantReach(
            settings: settings, model: .scalarFlavour, masses: LogarithmicGrid(lower: 0.1, upper: 1, count: 9),
            chiSquared: 2.71
        ).compute(())
        let root = try settings.rate().kinematics.centreOfMassEnergySquared.squareRoot()
        #expect(reach.masses == reach.masses.sorted())
        let couplings = zip(reach.masses, reach.points).compactMap { mass, point in
            point.map { (mass: mass, coupling: $0.coupling.value) }
        }
        for side in [couplings.filter { $0.mass < root }, couplings.filter { $0.mass > root }] {
            let best = try #require(side.min { $0.coupling < $1.coupling })
            #expect(((best.mass / root - 1).magnitude - 1e-4).magnitude < 1e-9)
        }
    }

    @Test("limits end where they are stated, and the invisible ones are those that the visible lack")
    func validity() async throws {
        let elastic = ElasticChannel(.published)
        let vectors = ElasticReachPlane.vectors(elastic, .test())
        let panel = try #require(vectors.panels.first)
        #expect(panel.root == 1 && vectors.panels.count == 8)
        #expect(ElasticReachPlane.scalars(elastic, .test()).panels.count == 6)
        let engine = BuildEngine(
            store: MemoryStore(), digests: .ofThisProgram, jobs: 2, sourceFolder: Package.folder)
        for node in [panel.limits, panel.invisible] {
            let limits = try await engine.value(of: node)
            #expect(limits.count == 2)
            for limit in limits {
                let points = limit.segments.flatMap(\.points)
                #expect(points.first?.mass == max(limit.facts.masses.lowerBound, ElasticChannel.masses.lower))
                #expect(points.last?.mass == min(limit.facts.masses.upperBound, ElasticChannel.masses.upper))
            }
        }
    }

    @Test("the scalar of the rate's figure has the coupling at which it is seen")
    func scalarAtReach() throws {
        let found = try #require(
            try ElasticRatioAtReach(
                settings: settings, model: .scalar(root: 1), mass: 0.0295, chiSquared: 2.71, recoils: [1, 10, 100]
            ).compute(()))
        let value = try settings.deviation(.scalar(root: 1), mass: 0.0295).chiSquared(coupling: found.coupling.value)
        #expect((value.value / 2.71 - 1).magnitude < 1e-8)
        let signal = try settings.signal(.scalar(root: 1), mass: 0.0295)
        for (recoil, ratio) in zip(found.ratio.x, found.ratio.y) {
            let expected = try signal.rateRatio(recoil: recoil, coupling: found.coupling.value) - 1
            #expect((ratio - expected).magnitude < 1e-14)
        }
    }

    @Test("the benchmarks are allowed where the boson decays to electrons, and excluded by NA64 where it is not seen")
    func benchmarksAndLimits() async throws {
        for benchmark in ElasticBenchmark.all {
            guard case .vector(let ratio) = benchmark.model else { continue }
            let own = ModelLimits(
                model: .vector(ratio: ratio.magnitude.squareRoot()), parameters: .published, catalogue: .test(),
                group: "test")
            for limit in own.visible {
                let coupling = try await limit.asked(atMass: benchmark.point.mass).coupling
                #expect(try #require(coupling).value > benchmark.point.coupling)
            }
            let na64 = try #require(own.invisible.first { $0.name.hasSuffix("na64-electrons") })
            let coupling = try await na64.asked(atMass: benchmark.point.mass).coupling
            #expect(try #require(coupling).value < benchmark.point.coupling)
        }
    }
}
