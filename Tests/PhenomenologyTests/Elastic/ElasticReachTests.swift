import NumericalMethods
import Phenomenology
import Testing

@Suite("Elastic χ² and reach")
struct ElasticReachTests {
    static func deviation(_ model: ElasticModel, _ mass: Double, bins: Int = 50) throws -> ElasticDeviation {
        let rate = try ElasticRate(beamEnergy: 150)
        return try ElasticDeviation(
            ElasticSignal(model, mass: mass, rate: rate), bins: ElasticBins(of: rate, count: bins))
    }

    /// Found independently, to four digits.
    @Test(
        "χ² of the benchmarks of Dev et al. is what was found elsewhere",
        arguments: [
            (0.8, 0.0295, 5.89e-4, 50, 2.690), (0.8, 0.0295, 5.89e-4, 20, 1.547), (0.8, 0.0295, 5.89e-4, 100, 3.945),
            (0.4, 0.126, 1.26e-3, 50, 1.425), (-0.4, 0.126, 1.26e-3, 50, 1.425),
        ])
    func benchmarks(root: Double, mass: Double, coupling: Double, bins: Int, expected: Double) throws {
        let value = try Self.deviation(.vector(root: root), mass, bins: bins).chiSquared(coupling: coupling)
        #expect((value.value - expected).magnitude < 6e-4, "\(value.value)")
        #expect(value.relativeError < 1e-9)
    }

    @Test("the vector's reach is what was found elsewhere", arguments: [(0.001, 4.5626e-4), (0.1, 5.5496e-4)])
    func vectorReach(mass: Double, expected: Double) throws {
        let reach = try #require(try Self.deviation(.vector(ratio: 1), mass).reach())
        #expect((reach.coupling.value / expected - 1).magnitude < 2e-5, "\(reach.coupling.value)")
        #expect(reach.coupling.relativeError < 1e-8)
        #expect(reach.gap == nil)
    }

    @Test(
        "χ² at the reach is the number asked for",
        arguments: [ElasticModel.vector(ratio: -0.16), .vectorFlavour, .scalar(ratio: 4), .scalarFlavour])
    func root(model: ElasticModel) throws {
        let deviation = try Self.deviation(model, 0.2)
        for target in [1, 2.71, 25] {
            let reach = try #require(try deviation.reach(chiSquared: target))
            let value = try deviation.chiSquared(coupling: reach.coupling.value)
            #expect((value.value / target - 1).magnitude < 1e-8)
            #expect(reach.coupling.relativeError < 1e-7)
        }
    }
}
