import Kinematics
import NumericalMethods
import Reference
import SignalPhysics
import Testing

@Suite("The sampler of the signal")
struct SignalSamplerTests {
    private static let regions: [SelectionCuts] = [
        .published, .angleOnly,
        SelectionCuts(minimumMuonAngle: 1.1e-3, minimumElectronEnergy: 0.6, maximumElectronEnergy: 40),
        SelectionCuts(
            minimumMuonAngle: 1.5e-3, minimumElectronEnergy: 1, maximumElectronEnergy: 25, maximumElectronAngle: 2e-2),
    ]

    @Test("has the cross section of its region as its mean", arguments: [0.01, 0.1, 0.2], regions)
    func mean(mass: Double, region: SelectionCuts) throws {
        let process = ZPrimeProduction(mass: mass, coupling: 1e-3)
        let sampled = try SignalSampler(process, region: region).mean(points: 4096) { _ in 1 }
        let integrated = try process.crossSection(region, relativeTolerance: 1e-5)
        #expect(abs(sampled.value - integrated.value) < 4 * sampled.error)
        #expect(sampled.error < 3e-3 * integrated.value)
    }

    @Test("has it in all of phase space too, for heavy bosons", arguments: [0.1, 0.25])
    func everywhere(mass: Double) throws {
        let process = ZPrimeProduction(mass: mass, coupling: 1e-3)
        let sampled = try SignalSampler(process, region: .none).mean(points: 4096) { _ in 1 }
        let integrated = try process.crossSection(.none, relativeTolerance: 1e-5)
        #expect(abs(sampled.value - integrated.value) < 4 * sampled.error)
    }

    @Test("spreads electrons over their angle as the integral with a cut on it does", arguments: [0.01, 0.1, 0.2])
    func electronAngles(mass: Double) throws {
        let process = ZPrimeProduction(mass: mass, coupling: 1e-3)
        let sampled = try SignalSampler(process, region: .published).mean(points: 8192) {
            $0.electron.polarAngle < 0.01 ? 1 : 0
        }
        var cuts = SelectionCuts.published
        cuts.maximumElectronAngle = 0.01
        let integrated = try process.crossSection(cuts, relativeTolerance: 1e-4)
        #expect(abs(sampled.value - integrated.value) < 4 * sampled.error + integrated.error)
        #expect(sampled.error < 5e-3 * integrated.value)
    }

    @Test("spreads muons over their angle as integrals with narrower cuts do", arguments: [2e-3, 4e-3])
    func muonAngles(angle: Double) throws {
        let process = ZPrimeProduction(mass: 0.05, coupling: 1e-3)
        let wide = SelectionCuts(minimumMuonAngle: 1e-3, minimumElectronEnergy: 0.5, maximumElectronEnergy: 30)
        let sampled = try SignalSampler(process, region: wide).mean(points: 8192) {
            $0.muon.polarAngle > angle && $0.electron.energy > 2 && $0.electron.energy < 12 ? 1 : 0
        }
        let cuts = SelectionCuts(minimumMuonAngle: angle, minimumElectronEnergy: 2, maximumElectronEnergy: 12)
        let integrated = try process.crossSection(cuts, relativeTolerance: 1e-5)
        #expect(abs(sampled.value - integrated.value) < 4 * sampled.error)
    }

    @Test("gives momenta on their mass shells that add up to the initial ones", arguments: [1e-3, 0.01, 0.2])
    func momenta(mass: Double) throws {
        let particles = ParticleInputs.standard
        let process = ZPrimeProduction(mass: mass, coupling: 1e-3)
        let sampler = try SignalSampler(process, region: .angleOnly)
        let beam = process.emission.beamMomentum
        let stream = RandomStream("momenta")
        for index in 0..<200 {
            let u = (0..<5).map { stream.uniform(at: UInt64(5 * index + $0)) }
            let event = sampler.event(u[0], u[1], u[2], u[3], azimuth: 6.28 * u[4])
            guard event.weight > 0 else { continue }
            let sum = event.muon + event.electron + event.emitted
            #expect(abs(sum.energy - 150 - particles.electronMass) < 1e-12 * 150)
            #expect(abs(sum.z - beam) < 1e-12 * 150)
            #expect(abs(sum.x) < 1e-14 && abs(sum.y) < 1e-14)
            // E² cancels to the mass squared, and the boson's momentum is what the others leave.
            for (momentum, mass) in [
                (event.muon, particles.muonMass), (event.electron, particles.electronMass), (event.emitted, mass),
            ] {
                #expect(abs(momentum.square - mass * mass) < 4e-15 * 150 * momentum.energy)
            }
            #expect(event.muon.polarAngle > 1.5e-3 * (1 - 1e-12))
        }
    }

    @Test("turns the whole event with the azimuth")
    func azimuth() throws {
        let sampler = try SignalSampler(ZPrimeProduction(mass: 0.1, coupling: 1e-3), region: .published)
        let event = sampler.event(0.3, 0.4, 0.6, 0.7, azimuth: 0)
        let turned = sampler.event(0.3, 0.4, 0.6, 0.7, azimuth: 0.5 * .pi)
        #expect(event.weight == turned.weight)
        #expect(event.muon.x > 0 && abs(event.muon.y) < 1e-15)
        #expect(abs(turned.electron.y - event.electron.x) < 1e-15)
        #expect(abs(turned.electron.x + event.electron.y) < 1e-15)
    }

    @Test("gives nothing where its region is closed")
    func closed() throws {
        let sampler = try SignalSampler(ZPrimeProduction(mass: 0.28, coupling: 1e-3), region: .published)
        #expect(!sampler.hasPhaseSpace)
        #expect(sampler.event(0.5, 0.5, 0.5, 0.5, azimuth: 0) == .none)
        #expect(try sampler.mean(points: 16) { _ in 1 } == .exact(0, as: .statistical))
    }
}
