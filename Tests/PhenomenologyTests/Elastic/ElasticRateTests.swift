import ElasticPhysics
import Kinematics
import NumericalMethods
import Reference
import Testing

@Suite("The elastic rate")
struct ElasticRateTests {
    let rate: ElasticRate

    init() throws { rate = try ElasticRate(beamEnergy: 150) }

    /// Independent values, made with 1/α = 137.035999084: they agree to all digits with that and to 1.4e-8 with 137.036.
    @Test(
        "has the published closed form's values",
        arguments: [(1.0, 0.650104466495, 1e-12), (20, 1.41733078e-3, 4e-9), (100, 3.31973801e-5, 4e-9)])
    func values(recoil: Double, expected: Double, tolerance: Double) throws {
        var inputs = ParticleInputs.standard
        inputs.inverseFineStructure = 137.035999084
        let value = try ElasticRate(beamEnergy: 150, inputs: inputs).differential(recoil: recoil)
        #expect((value.value / expected - 1).magnitude < tolerance, "\(value.value)")
        #expect(value.relativeError < 1e-12)
    }

    @Test("is that of the squared amplitude at every recoil")
    func secondMethod() throws {
        let stream = RandomStream("elastic rate")
        for index in 0..<200 {
            let recoil = stream.uniform(at: UInt64(index), in: 0.01...rate.maximumRecoil)
            let closed = try rate.differential(recoil: recoil)
            let traced = try rate.differentialFromAmplitude(recoil: recoil)
            #expect((closed.value / traced.value - 1).magnitude < 1e-12)
        }
    }

    @Test("integrates to 245 microbarns above 1 GeV")
    func crossSection() throws {
        let sigma = try rate.crossSection(electronMinimum: 1)
        #expect((sigma.value / 244.909485733 - 1).magnitude < 2e-8, "\(sigma.value)")
        #expect(sigma.relativeError < 1e-12)
    }

    @Test(
        "has a closed integral that quadrature finds", arguments: [(1.0, 3.8), (1, 139.8), (100, 139), (0.01, 0.011)])
    func integral(lower: Double, upper: Double) throws {
        let closed = try rate.integral(from: lower, to: upper)
        let numerical = try Quadrature.adaptive(over: lower...upper, relativeTolerance: 1e-13) { [rate] in
            rate.density(recoil: $0)
        }
        #expect((closed.value - numerical.value).magnitude <= closed.error + numerical.error)
    }

    @Test("is raised by the running of the coupling, as its square")
    func running() throws {
        let tree = try rate.differential(recoil: 50)
        var asked = 0.0
        let dressed = try rate.differential(recoil: 50) { q2 in
            asked = q2
            return 1e-3
        }
        #expect((asked / (-2 * 0.51099895e-3 * 50) - 1).magnitude < 1e-14)
        #expect((dressed.value / tree.value * 0.999 * 0.999 - 1).magnitude < 1e-14)
    }

    @Test("is refused outside the recoils that there are", arguments: [0, -1, 140, Double.nan])
    func domain(recoil: Double) throws {
        #expect(throws: ElasticError.self) { try rate.differential(recoil: recoil) }
        #expect(throws: ElasticError.self) { try rate.crossSection(electronMinimum: recoil) }
    }

    @Test("bins: the edges meet and the ends are exact")
    func bins() throws {
        let bins = try ElasticBins(of: rate, count: 7)
        #expect(bins.edges.count == 8 && bins.edges.first == 1 && bins.edges.last == rate.maximumRecoil)
        let whole = try rate.integral(from: 1, to: rate.maximumRecoil).value
        let sum = try zip(bins.edges, bins.edges.dropFirst()).reduce(0) {
            try $0 + rate.integral(from: $1.0, to: $1.1).value
        }
        #expect((sum / whole - 1).magnitude < 1e-13)
    }

    @Test("bins that cannot be are refused", arguments: [(0.0, 1.0, 5), (2, 1, 5), (1, 2, 0), (1, .infinity, 5)])
    func badBins(lower: Double, upper: Double, count: Int) {
        #expect(throws: ElasticError.badBins(lower: lower, upper: upper, count: count)) {
            try ElasticBins(lower: lower, upper: upper, count: count)
        }
    }
}
