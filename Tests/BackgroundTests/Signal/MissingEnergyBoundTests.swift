import NumericalMethods
import Reference
import SignalPhysics
import Testing

@Suite("The least missing energy")
struct MissingEnergyBoundTests {
    private func bound(_ mass: Double, _ cuts: SelectionCuts) throws -> Estimate? {
        try MissingEnergyBound(
            point: SignalPoint(
                particles: .standard, beamEnergy: 150, benchmark: Benchmark(mass: mass, coupling: 1e-3)), cuts: cuts
        ).compute(())
    }

    @Test(
        "within the published cuts is that of an independent program",
        arguments: [(0.01, 13.1648), (0.1, 27.7824), (0.2, 60.0064)])
    func published(mass: Double, expected: Double) throws {
        let found = try #require(try bound(mass, .published))
        #expect(abs(found.value / expected - 1) < 1e-5)
        #expect(found.error < 1e-9)
    }

    @Test("becomes that of a photon for a very light boson")
    func light() throws {
        let found = try #require(try bound(1e-5, .published))
        // What an elastic electron at the cut has above 25 GeV; the mass of electron and photon together, m_e √(1 + E_γ/E_e), adds 1e-4.
        #expect(found.value > 12.941_759)
        #expect(found.value - 12.941_759 < 2e-4)
    }

    @Test(
        "is below that of every event of a sample, and little below the least of them",
        arguments: [
            SelectionCuts.published, .angleOnly,
            SelectionCuts(minimumMuonAngle: 2e-3, minimumElectronEnergy: 2, maximumElectronEnergy: 10),
            SelectionCuts(minimumMuonAngle: 1e-3, minimumElectronEnergy: 60, maximumElectronEnergy: 120),
        ])
    func attained(cuts: SelectionCuts) throws {
        let least = try #require(try bound(0.05, cuts))
        let sampler = try SignalSampler(ZPrimeProduction(mass: 0.05, coupling: 1e-3), region: cuts)
        let margin = 1.1 * least.value
        let below = try sampler.mean(points: 4096) { $0.emitted.energy < least.value * (1 - 1e-9) ? 1 : 0 }
        let near = try sampler.mean(points: 4096) { $0.emitted.energy < margin ? 1 : 0 }
        #expect(below.value == 0)
        #expect(near.value > 0)
    }

    @Test("does not exist where the cuts leave no phase space")
    func closed() throws {
        #expect(try bound(0.28, .published) == nil)
    }
}
