import DetectorPhysics
import KickPhysics
import NumericalMethods
import SignalPhysics
import Testing

@Suite("Elastic events and what leaks through a resolution")
struct ElasticLeakageTests {
    let elastic = ElasticScattering()

    func leakage(_ constant: Double, angular: Double = 0, cuts: SelectionCuts = .published) throws -> Estimate {
        try LeakedElasticEvents(
            elastic: elastic, resolution: EnergyResolution(constant: constant), angularResolution: angular, cuts: cuts
        ).compute(())
    }

    @Test("are as many as an independent program finds")
    func elasticEvents() throws {
        let beyond = try ElasticEvents(elastic: elastic, cuts: .angleOnly).compute(())
        let window = try ElasticEvents(
            elastic: elastic, cuts: SelectionCuts(minimumElectronEnergy: 1, maximumElectronEnergy: 25)
        ).compute(())
        #expect(abs(beyond.value / 4.64059e10 - 1) < 2e-6)
        #expect(abs(window.value / 3.58729e12 - 1) < 2e-6)
    }

    @Test(
        "leak as in an independent program",
        arguments: [
            (0.05, 0.0, 3.671e-3), (0.075, 0, 4756), (0.1, 0, 9.559e5), (0.05, 2e-5, 2.32e-2), (0.1, 2e-5, 1.103e6),
        ])
    func reference(constant: Double, angular: Double, expected: Double) throws {
        #expect(abs(try leakage(constant, angular: angular).value / expected - 1) < 1e-3)
    }

    @Test("leak at 2 % with 57 zeros, of which the last digit is known")
    func tiny() throws {
        let found = try leakage(0.02)
        #expect(abs(found.value / 2.182e-57 - 1) < 1e-3)
        #expect(found.relativeError < 1e-6)
    }

    @Test("do not leak where the measurement is exact")
    func exact() throws {
        #expect(try leakage(0) == .exact(0, as: .bound))
        let cuts = SelectionCuts(minimumMuonAngle: 1e-3, minimumElectronEnergy: 1, maximumElectronEnergy: 25)
        #expect(try leakage(0, cuts: cuts) == ElasticEvents(elastic: elastic, cuts: cuts).compute(()))
    }

    @Test("go over into those that pass as resolutions go to zero", arguments: [(1e-4, 0.0), (0, 1e-8), (1e-4, 1e-8)])
    func limit(constant: Double, angular: Double) throws {
        let cuts = SelectionCuts(minimumMuonAngle: 1e-3, minimumElectronEnergy: 1, maximumElectronEnergy: 25)
        let passing = try ElasticEvents(elastic: elastic, cuts: cuts).compute(()).value
        #expect(abs(try leakage(constant, angular: angular, cuts: cuts).value / passing - 1) < 1e-3)
    }

    @Test("stay below a number of events up to the largest energy", arguments: [(0.05, 26.607), (0.1, 14.506)])
    func largestEnergy(constant: Double, expected: Double) throws {
        let found = try LeakageElectronMaximum(
            elastic: elastic, resolution: EnergyResolution(constant: constant), cuts: .published
        ).compute(())
        #expect(abs(found.value / expected - 1) < 5e-5)
        var cuts = SelectionCuts.published
        cuts.maximumElectronEnergy = found.value
        #expect(abs(try leakage(constant, cuts: cuts).value - 1) < 1e-4)
    }

    @Test("are infinitely many without an end at small energies, which is an error")
    func unbounded() {
        #expect(throws: KickError.self) { try ElasticEvents(elastic: elastic, cuts: .none).compute(()) }
        #expect(throws: KickError.self) { try leakage(0.05, cuts: .none) }
        #expect(throws: KickError.self) { try leakage(0.05, angular: 2e-3, cuts: .angleOnly) }
    }

    @Test("are an error for resolutions that there are not")
    func wildInput() {
        for value in [-0.1, .nan, .infinity] {
            #expect(throws: ScatteringError.self) { try leakage(value) }
            #expect(throws: ScatteringError.self) { try leakage(0.05, angular: value) }
        }
        #expect(throws: KickError.self) {
            try LeakageElectronMaximum(
                elastic: elastic, resolution: EnergyResolution(constant: 0.1), cuts: .published, events: -1
            ).compute(())
        }
        #expect(throws: KickError.self) {
            try LeakageElectronMaximum(
                elastic: elastic, resolution: EnergyResolution(constant: 0.1), cuts: .published, events: 1e13
            ).compute(())
        }
    }

    @Test("grow with both resolutions")
    func monotony() throws {
        let energy = try [0.02, 0.05, 0.1, 0.2].map { try leakage($0).value }
        let angle = try [0, 1e-5, 2e-5, 1e-4].map { try leakage(0.05, angular: $0).value }
        #expect(energy == energy.sorted() && angle == angle.sorted())
    }
}
