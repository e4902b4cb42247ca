import MomentPhysics
import MuoneParameters
import NumericalMethods
import PaperKit
import Testing
import TridentPhysics

@testable import Trident

@Suite("Results on neutrino tridents")
struct TridentTests {
    private let parameters = PaperParameters.published

    private func limit(energy: Double, mass: Double) throws -> Double {
        var changed = parameters
        changed.landscape.ccfrEnergy = energy
        return try TridentLimit(particles: changed.particles, experiment: changed.ccfr, mass: mass).compute(()).value
    }

    @Test("take the energies of the parameters, and say so")
    func energies() {
        var changed = parameters
        changed.landscape.ccfrEnergy = 120
        changed.landscape.charmIIEnergy = 24
        #expect(changed.ccfr.neutrinoEnergy == 120 && changed.charmII.neutrinoEnergy == 24)
        #expect(!changed.ccfr.isCalibrated && parameters.ccfr.isCalibrated)
        #expect(TridentExperiment.ccfrAtMean.neutrinoEnergy == 160)
    }

    @Test("every limit between 90 and 160 GeV lies in the band of the two")
    func bandContainsItsInside() throws {
        var random = SplitMix(seed: 5)
        for _ in 0..<20 {
            let energy = random.next(in: 90...160)
            let mass = 1e-3 * (1 + 500 * random.next(in: 0...1))
            let edges = (try limit(energy: 90, mass: mass), try limit(energy: 160, mass: mass))
            let inside = try limit(energy: energy, mass: mass)
            #expect(edges.0 <= inside && inside <= edges.1, "\(energy) GeV, \(mass) GeV")
        }
    }

    @Test("at the crossing the limit is the coupling that the deviation asks for")
    func crossing() throws {
        for deviation in [1.33e-9, 1.03e-9] {
            let crossing = try #require(
                try TridentCrossing(
                    particles: parameters.particles, experiment: parameters.ccfr, deviation: deviation
                ).compute(()))
            let limit = try TridentLimit(
                particles: parameters.particles, experiment: parameters.ccfr, mass: crossing.value
            ).compute(())
            let favoured = try MagneticMomentCoupling(
                particles: parameters.particles, mass: crossing.value, deviation: deviation
            ).compute(())
            #expect((limit.value / favoured.value - 1).magnitude < 1e-8)
            #expect(crossing.relativeError < 1e-6)
        }
    }

    @Test(
        "there is no crossing where no boson gives the deviation, or the limit is never below",
        arguments: [-1e-9, 1e-7])
    func noCrossing(deviation: Double) throws {
        #expect(
            try TridentCrossing(
                particles: parameters.particles, experiment: parameters.ccfr, deviation: deviation
            ).compute(()) == nil)
    }

    @Test("along a constant m/g the rate goes from the Standard Model's to that of a contact interaction")
    func constantScale() throws {
        let curves = try TridentRatioCurves(
            particles: parameters.particles, experiment: parameters.ccfr, paths: [.scale(500), .coupling(1e-3)],
            masses: LogarithmicGrid(lower: 1e-3, upper: 1e3, count: 61)
        ).compute(())
        let scale = curves[0]
        #expect(zip(scale.y, scale.y.dropFirst()).allSatisfy { $0 < $1 })
        #expect(scale.y[0] - 1 < 1e-4)
        // By hand, v = 246.22 GeV and massless muons: [(1.92488 + 2 · 0.242492)² + 1] / [1.92488² + 1] = 1.4467; the
        // muon's mass raises the axial share and takes 3 % off the excess.
        let last = try #require(scale.y.last)
        #expect(last < 1.4467 && last > 1 + 0.95 * 0.4467)
        // At a constant coupling the boson decouples.
        #expect(zip(curves[1].y, curves[1].y.dropFirst()).allSatisfy { $0 > $1 })
        #expect((curves[1].y.last ?? 2) - 1 < 1e-6)
    }

    @Test("the scan over energies is the limit at each")
    func scan() throws {
        let curves = try TridentEnergyScan(
            particles: parameters.particles, experiment: parameters.ccfr, masses: [0.01, 0.1],
            energies: LogarithmicGrid(lower: 90, upper: 160, count: 2)
        ).compute(())
        for (curve, mass) in zip(curves, [0.01, 0.1]) {
            #expect(curve.x == [90, 160])
            #expect(curve.y == [try limit(energy: 90, mass: mass), try limit(energy: 160, mass: mass)])
        }
    }

    @Test("every number and claim of the section has a name of its own")
    func names() {
        let section = Section.trident(parameters, .test(parameters))
        let ids = section.quantities.map(\.id) + section.claims.map(\.id)
        #expect(Set(ids).count == ids.count)
    }
}

/// SplitMix64: a fixed stream.
private struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(in range: ClosedRange<Double>) -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        return range.lowerBound + (range.upperBound - range.lowerBound) * Double(z >> 11) * 0x1p-53
    }
}
