import NumericalMethods
import Reference
import SignalPhysics
import Testing

@Suite("The electrons of the signal")
struct ElectronAcceptanceTests {
    private func point(_ mass: Double) -> SignalPoint {
        SignalPoint(particles: .standard, beamEnergy: 150, benchmark: Benchmark(mass: mass, coupling: 1e-3))
    }

    @Test(
        "hit a calorimeter as often as an independent program found, as a mean over the stations",
        arguments: [
            (0.01, 1.0, 0.959), (0.1, 1, 0.967), (0.2, 1, 0.996), (0.01, 0.14, 0.277), (0.1, 0.14, 0.306),
            (0.2, 0.14, 0.430),
        ])
    func means(mass: Double, side: Double, expected: Double) throws {
        let found = try #require(
            try MeanElectronAcceptance(point: point(mass), cuts: .published, side: side, points: 4096).compute(()))
        #expect(abs(found.value - expected) < 6e-4 + 3 * found.error)
        #expect(found.error < 5e-4)
    }

    @Test(
        "hit it as often by integrals with a cut on their angle as in a sample of events",
        arguments: [(0.01, 0.14, 20.0), (0.1, 0.14, 40), (0.2, 0.14, 7), (0.2, 1, 40)])
    func methods(mass: Double, side: Double, distance: Double) throws {
        let integrated = try #require(
            try ElectronAcceptance(point: point(mass), cuts: .published, side: side, distance: distance).compute(()))
        let sampled = try #require(
            try MeanElectronAcceptance(
                point: point(mass), cuts: .published, side: side, stations: 1, pitch: distance
            ).compute(()))
        #expect(abs(integrated.value - sampled.value) < integrated.error + 4 * sampled.error)
        #expect(integrated.error < 1e-3 * integrated.value)
    }

    @Test("all hit a square that is near and large, and none one that is far and small")
    func limits() throws {
        let near = try #require(
            try ElectronAcceptance(point: point(0.1), cuts: .published, side: 10, distance: 0.1).compute(()))
        #expect(abs(near.value - 1) <= near.error + 1e-12)
        let far = try #require(
            try ElectronAcceptance(point: point(0.1), cuts: .published, side: 1e-4, distance: 100).compute(()))
        #expect(far.value < 1e-6)
    }

    @Test("of a boson that the cuts leave no room have no share")
    func closed() throws {
        let nothing = ElectronAcceptance(point: point(0.28), cuts: .published, side: 1, distance: 1)
        #expect(try nothing.compute(()) == nil)
        #expect(
            try MeanElectronAcceptance(point: point(0.28), cuts: .published, side: 1).compute(()) == nil)
    }

    @Test("need a calorimeter of some size at some distance", arguments: [(0.0, 1.0), (1, -1), (.nan, 1), (1, 0)])
    func bad(side: Double, distance: Double) {
        #expect(throws: SignalError.self) {
            try ElectronAcceptance(point: point(0.1), cuts: .published, side: side, distance: distance).compute(())
        }
        #expect(throws: SignalError.self) {
            try MeanElectronAcceptance(point: point(0.1), cuts: .published, side: side, pitch: distance).compute(())
        }
    }
}

@Suite("The square of a detector")
struct CentredSquareTests {
    @Test(
        "is hit at all azimuths within its half side, at none beyond its corners, at half of them where arccos is π/8")
    func shares() {
        let square = CentredSquare(side: 2)
        #expect(square.hitShare(angle: 0.09, distance: 10) == 1)
        #expect(square.hitShare(angle: 0.1416, distance: 10) == 0)
        #expect(square.hitShare(angle: 0, distance: 10) == 1)
        // ρ = h/cos(π/8).
        #expect(abs(square.hitShare(angle: 0.107_819_5, distance: 10) - 0.5) < 1e-5)
    }
}
