import MomentPhysics
import NumericalMethods
import Reference
import Testing

@Suite("Results on magnetic moments and muonium")
struct MomentResultsTests {
    private let particles = ParticleInputs.standard
    private let deviation = MomentBand(
        .vector, loop: .muon,
        measurement: .init(name: "d", value: 26.1e-10, uncertainty: 7.9e-10, unit: "1", sources: []), sigmas: 1)

    // Computed elsewhere, with 26.1(7.9)e-10.
    @Test("the bands of Dev et al. at 10 MeV are 4.285e-4 to 5.857e-4, and 8.135e-4 at five standard deviations")
    func bands() throws {
        let one = try #require(try MomentBandAtMass(particles: particles, band: deviation, mass: 0.01).compute(()))
        #expect((try #require(one.lower).value / 4.28497558e-4 - 1).magnitude < 1e-8)
        #expect((one.upper.value / 5.85668836e-4 - 1).magnitude < 1e-8)
        var five = deviation
        five.sigmas = 5
        let limit = try #require(try MomentBandAtMass(particles: particles, band: five, mass: 0.01).compute(()))
        #expect(limit.lower == nil)
        #expect((limit.upper.value / 8.13513149e-4 - 1).magnitude < 1e-8)
    }

    @Test("a band's curve has the masses at which there is one, and is none where there are none")
    func bandCurve() throws {
        let masses = LogarithmicGrid(lower: 0.01, upper: 10, count: 31)
        let whole = try #require(
            try MomentBandCurve(particles: particles, band: deviation, masses: masses).compute(()))
        #expect(whole.masses == masses.points)
        var flavour = deviation
        flavour.loop = .electron
        #expect(try MomentBandCurve(particles: particles, band: flavour, masses: masses).compute(()) == nil)
        flavour.comparison = .magnitude
        let sizes = try #require(
            try MomentBandCurve(particles: particles, band: flavour, masses: masses).compute(()))
        #expect(sizes.masses == masses.points.filter { $0 > MuoniumConversion.smallestMass() })
        #expect(zip(sizes.lower, sizes.upper).allSatisfy { 0 < $0 && $0 < $1 })
    }

    // By mpmath with 40 digits.
    @Test("the flavour-changing vector's loop is positive between 53.97 and 70.71 MeV")
    func zeros() throws {
        func zero(_ lower: Double, _ upper: Double) throws -> Estimate? {
            try MomentZero(
                particles: particles, mediator: .vector, lepton: .muon, loop: .electron, lower: lower, upper: upper
            ).compute(())
        }
        for (lower, upper, expected) in [(0.05, 0.06, 0.05397373255188178), (0.065, 0.08, 0.07070917385585154)] {
            let found = try #require(try zero(lower, upper))
            #expect((found.value - expected).magnitude <= found.error)
            #expect(found.relativeError < 1e-9)
        }
        #expect(try zero(0.2, 0.3) == nil)
    }

    @Test("the muon's decay at the published limit of muonium is thousands of times too fast at 100 MeV")
    func decay() throws {
        let limit = try MuoniumLimit(particles: particles, mediator: .vector, formula: .published, mass: 0.1).compute(
            ())
        let ratio = try #require(
            try FlavourDecayRatio(particles: particles, mediator: .vector, mass: 0.1).compute(limit))
        #expect(ratio.value > 1e3)
        #expect(try FlavourDecayRatio(particles: particles, mediator: .vector, mass: 0.1).compute(nil) == nil)
    }
}
