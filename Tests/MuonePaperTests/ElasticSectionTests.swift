import Amplitudes
import BuildGraph
import ElasticPhysics
import HadronicPhysics
import Manuscript
import MeasurementPhysics
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import Testing

@testable import Elastic

@Suite("The section on the elastic channel")
struct ElasticSectionTests {
    private let settings = ElasticSettings()
    private var sections: (channel: Section, reach: Section) {
        Section.elastic(
            .published, .test(),
            emitted: Node("emitted", parameters: 0) { _ in Curve(x: [], estimates: []) })
    }

    @Test("every number and claim has a name of its own, and so has every node")
    func names() throws {
        let sections = sections
        let (quantities, claims) = (
            sections.channel.quantities + sections.reach.quantities, sections.channel.claims + sections.reach.claims
        )
        let ids = quantities.map(\.id) + claims.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(throws: Never.self) {
            try Graph(
                quantities.map(\.node.erased) + claims.map(\.node.erased) + sections.reach.figures.map(\.chart))
        }
    }

    /// By hand at the largest recoil, where u − Σ = −(E_e − T_max) 2m_e is nearly zero: δ = 4r·g_A²(s−Σ)²/(2·((s−Σ)²+2tΣ))
    /// without g_V², r = √2 G_F(−t)/4πα: 2·2.57e-5·0.286 = 1.47e-5.
    @Test("Z exchange changes the rate at the largest recoil by 1.5e-5, the sign by the beam's charge")
    func weakShift() throws {
        let size = try WeakShiftAtLargestRecoil(settings: settings).compute(()).value
        #expect(abs(size - 1.47e-5) < 0.01e-5)
        let recoil = try settings.rate().kinematics.maximumRecoil
        let positive = WeakExchange().weakShift(recoil: recoil, beam: .positive)
        #expect(positive < 0 && WeakExchange().weakShift(recoil: recoil, beam: .negative) > 0 && -positive == size)
    }

    /// A fit that is symmetric about its own minimum, moved by the sum of the errors, just touches.
    @Test("bars overlap where their distance is at most the sum of their errors")
    func overlap() async throws {
        let fits = StrengthFit.all(settings)
        let claim = ElasticClaims.overlap(fits)
        let engine = BuildEngine(store: MemoryStore(), digests: .ofThisProgram, jobs: 2)
        let values = try await engine.value(of: claim.node).values
        let (own, moved) = (
            try await engine.value(of: fits[0].total), try await engine.value(of: fits[3].total)
        )
        // NP2(−) lies below: the gap between its upper end and the lower end of the other, by hand.
        let sum = own.below.value + moved.above.value
        let gap = (own.strength.value - own.below.value) - (moved.strength.value + moved.above.value)
        #expect(values.count == 3 && values[2].label == "np2-minus")
        #expect(abs(values[2].value - (1 + gap / sum)) < 1e-9 && gap < 0)
    }

    @Test("curves of the reach of different models, bins and χ² are different nodes")
    func reachNodes() {
        let elastic = ElasticChannel(.published)
        let names = [
            elastic.reach(.vector(ratio: 1)), elastic.reach(.vector(root: 0.8)), elastic.reach(.vector(root: -0.8)),
            elastic.reach(.scalar(ratio: 1)), elastic.reach(.lmuLtau), elastic.reach(.lmuLtau, bins: 20),
            elastic.reach(.lmuLtau, chiSquared: 1),
        ].map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test("the curve of the reach is the reach at each mass, in one piece")
    func curve() throws {
        let grid = LogarithmicGrid(lower: 0.001, upper: 10, count: 5)
        let result = try ElasticReachCurve(settings: settings, model: .scalar(ratio: 1), masses: grid).compute(())
        #expect(result.segments.count == 1 && result.segments[0].x == grid.points)
        for (mass, coupling) in zip(grid.points, result.segments[0].y) {
            let single = try ElasticReachPoint(settings: settings, model: .scalar(ratio: 1), mass: mass).compute(())
            #expect(single?.coupling.value == coupling)
        }
    }

    @Test("a curve is broken where no coupling is within reach")
    func brokenCurve() {
        let reach = ElasticReach(coupling: .exact(1, as: .bound), gap: nil)
        let result = ElasticReachCurve.Result(masses: [1, 2, 3, 4], points: [nil, reach, nil, reach])
        #expect(result.segments.map(\.x) == [[2], [4]])
        #expect(result.massesWithGap.isEmpty)
    }

    /// (1 + g_e g_μ t/4πα(t − m²))² − 1.
    @Test("the ratio's curve is that of the vector's amplitude")
    func ratio() throws {
        let benchmark = ElasticBenchmark.np2Minus
        let curve = try ElasticRatioCurve(
            settings: settings, model: benchmark.model, benchmark: benchmark.point, recoils: [1, 50, 139]
        ).compute(())
        for (recoil, value) in zip(curve.x, curve.y) {
            let t = -2 * 0.51099895e-3 * recoil
            let shift = -0.16 * 1.26e-3 * 1.26e-3 * t / (t - 0.126 * 0.126) * 137.036 / (4 * .pi)
            #expect((value / (shift * (2 + shift)) - 1).magnitude < 1e-10)
            #expect(value < 0)
        }
    }

    @Test("one per cent of the polarisation is a hundredth of all of it, as both are small")
    func running() throws {
        let recoils = [1.0, 50, 139]
        let whole = try ElasticRunningCurve(settings: settings, recoils: .given(recoils)).compute(())
        let part = try ElasticRunningCurve(settings: settings, change: 0.01, recoils: .given(recoils)).compute(())
        for (whole, part) in zip(whole.y, part.y) {
            #expect((part / whole - 0.01).magnitude < 2e-5)
            #expect(whole > 0)
        }
        let rate = try settings.rate()
        for (index, recoil) in recoils.enumerated() {
            let value = HadronicRunning.published.value(q2: rate.momentumTransferSquared(recoil: recoil))
            let factor = ElasticRate.runningFactor(value)
            #expect((whole.y[index] - (factor - 1)).magnitude < 1e-15)
            #expect((part.y[index] - (ElasticRate.runningFactor(1.01 * value) / factor - 1)).magnitude < 1e-15)
        }
        // 2Δα_had at −0.142 GeV²: two per mille.
        #expect((try #require(whole.y.last) - 2e-3).magnitude < 3e-4)
    }

    @Test("printed formulas differ from the Lagrangian's where they are known to")
    func printed() throws {
        func ratios(_ model: ElasticModel, _ masses: [Double]) throws -> [Double] {
            try ElasticPrintedRatios(settings: settings, model: model, masses: masses).compute(()).map(\.ratio.value)
        }
        // The q_μq_ν part is 0.9 of the amplitude at 110 MeV and nothing at 100 GeV.
        let flavour = try ratios(.vectorFlavour, [0.11, 100])
        #expect(flavour[0] > 1.3 && (flavour[1] - 1).magnitude < 1e-4)
        // The interference of a scalar with the photon adds for μ⁺ and subtracts for μ⁻.
        #expect(try ratios(.scalar(ratio: 1), [0.1])[0] > 1.1)
        #expect((try ratios(.lmuLtau, [0.1])[0] - 0.9956).magnitude < 1e-4)
        #expect(try ratios(.vector(ratio: 1), [0.1]) == [1])
    }
}
