import BeamPhysics
import Foundation
import NumericalMethods
import Reference
import Testing

@Suite("Muon beam dumps")
struct MuonBeamDumpTests {
    private static let muon = ParticleInputs.standard.muonMass

    @Test(
        "couplings agree with the reference values",
        arguments: [
            (BeamDumpExperiment.na64Mu, 0.01, 1.532e-5), (.na64Mu, 0.1, 1.957e-5), (.m3Phase1, 0.01, 1.724e-4),
            (.m3Phase1, 0.1, 2.538e-4),
        ])
    func referenceValues(experiment: BeamDumpExperiment, mass: Double, expected: Double) throws {
        let limit = try MuonBeamDump(experiment: experiment).limit(mass: mass)
        #expect((limit.value / expected - 1).magnitude < 5e-4, "\(limit.value)")
        #expect(limit.relativeError < 1e-9)
    }

    /// Σ̄|M|²/(e²g²) of μγ → μZ′ from explicit traces, at s − m_μ² = `s` and (p−k)² − m_μ² = −`u`.
    private static func comptonTrace(s: Double, u: Double, mass: Double) -> Double {
        let root = (s + muon * muon).squareRoot()
        let photon = s / (2 * root)
        let muonEnergy = (root * root + muon * muon) / (2 * root)
        let bosonEnergy = (root * root + mass * mass - muon * muon) / (2 * root)
        let bosonMomentum = max(0, bosonEnergy * bosonEnergy - mass * mass).squareRoot()
        let p = [muonEnergy, 0, 0, photon]
        let l = [photon, 0, 0, -photon]
        // (p−k)² − m_μ² = m² − 2 p·k.
        let cosine = (muonEnergy * bosonEnergy - (mass * mass + u) / 2) / (photon * bosonMomentum)
        let k = [bosonEnergy, bosonMomentum * max(0, 1 - cosine * cosine).squareRoot(), 0, bosonMomentum * cosine]
        let out = sum(sum(p, l), k, -1)
        let mass = muon * GammaMatrix.one
        func diagrams(_ boson: Int, _ photon: Int) -> GammaMatrix {
            let (a, b) = (GammaMatrix.gamma[boson], GammaMatrix.gamma[photon])
            return (1 / s) * (a * (GammaMatrix.slash(sum(p, l)) + mass) * b)
                + (-1 / u) * (b * (GammaMatrix.slash(sum(p, k, -1)) + mass) * a)
        }
        var total = 0.0
        for a in 0..<4 {
            for b in 0..<4 {
                let matrix = diagrams(a, b)
                let spins =
                    (GammaMatrix.slash(out) + mass) * matrix * (GammaMatrix.slash(p) + mass) * matrix.barred
                total += GammaMatrix.metric[a] * GammaMatrix.metric[b] * spins.trace
            }
        }
        return total / 4
    }

    /// χ of lead, integrated numerically.
    private static func flux(from minimum: Double, to maximum: Double) throws -> Double {
        let a = 111 * pow(82, -1.0 / 3) / ParticleInputs.standard.electronMass
        let d = 0.164 * pow(207.2, -2.0 / 3)
        return try 82 * 82
            * Quadrature.adaptive(over: log(minimum)...log(maximum)) { y in
                let t = exp(y)
                let factor = a * a * t / (1 + a * a * t) / (1 + t / d)
                return (t - minimum) / t * factor * factor
            }.value
    }

    @Test("the cross section is that of traces and integrals done by another way", arguments: [0.003, 0.05, 0.3])
    func secondMethod(mass: Double) throws {
        let dump = try MuonBeamDump(experiment: .na64Mu)
        for x in [0.3, 0.6, 0.95] {
            let lowest = mass * mass * (1 - x) / x + Self.muon * Self.muon * x
            let angular = try Quadrature.adaptive(over: 0...1, relativeTolerance: 1e-9) { z in
                // Ũ = Ũ₀/z, dŨ/Ũ² = dz/Ũ₀.
                Self.comptonTrace(s: lowest / z / (1 - x), u: lowest / z, mass: mass) / lowest
            }
            let transfer = lowest / (2 * 160 * (1 - x))
            let photons = try Self.flux(from: transfer * transfer, to: mass * mass + Self.muon * Self.muon)
            let velocity = (1 - pow(mass / (160 * x), 2)).squareRoot()
            let alpha = 1 / 137.036
            let expected = alpha * alpha / (4 * Double.pi) * photons * velocity * (1 - x) * angular.value
            let value = dump.crossSectionDensity(mass: mass, energyFraction: x)
            #expect((value / expected - 1).magnitude < 1e-7, "x \(x): \(value), \(expected)")
        }
    }

    @Test(
        "the whole cross section is that of nested Gauss rules over energy, angle and momentum transfer",
        arguments: [(BeamDumpExperiment.na64Mu, 0.01), (.na64Mu, 0.2), (.m3Phase1, 0.03)])
    func secondQuadrature(experiment: BeamDumpExperiment, mass: Double) throws {
        let rule = GaussLegendre.rule(order: 48)
        let energy = experiment.beamEnergy
        let a = 111 * pow(experiment.targetCharge, -1.0 / 3) / ParticleInputs.standard.electronMass
        let d = 0.164 * pow(experiment.targetMassNumber, -2.0 / 3)
        func density(_ x: Double) -> Double {
            let lowest = mass * mass * (1 - x) / x + Self.muon * Self.muon * x
            // z = Ũ₀/Ũ: the squared amplitude of μγ → μZ′ at the smallest momentum transfer.
            let angular = rule.integrate(from: 0, to: 1) { z in
                let u = lowest / z
                let squared =
                    2 * (2 - 2 * x + x * x) / (1 - x)
                    - 4 * (mass * mass + 2 * Self.muon * Self.muon) * x * (u - lowest) / (u * u)
                return squared / lowest
            }
            let minimum = pow(lowest / (2 * energy * (1 - x)), 2)
            let photons = rule.integrate(
                from: log(minimum), to: log(mass * mass + Self.muon * Self.muon)
            ) { y in
                let t = exp(y)
                let factor = a * a * t / (1 + a * a * t) / (1 + t / d)
                return (t - minimum) / t * factor * factor
            }
            let velocity = (1 - pow(mass / (energy * x), 2)).squareRoot()
            return velocity * (1 - x) * angular * photons
        }
        // x = 1 − e^u spreads the rise towards x = 1.
        let integral = rule.integrate(from: log(Self.muon / energy), to: log(1 - experiment.minimumEnergyFraction)) {
            density(1 - exp($0)) * exp($0)
        }
        let expected =
            pow(137.036, -2) / (4 * Double.pi) * experiment.targetCharge * experiment.targetCharge * integral
        let value = try MuonBeamDump(experiment: experiment).crossSection(mass: mass).value
        #expect((value / expected - 1).magnitude < 1e-6, "\(value), \(expected)")
    }

    @Test("a boson far heavier than the muon decouples with the spectrum derived by hand")
    func heavyBoson() throws {
        // With m_μ → 0, Ũ₀ = m²(1−x)/x and the angular integral is x[2(2−2x+x²) − ⅔x²]/(m²(1−x)²), so that
        // dσ/dx = α²χ β x(1 − x + x²/3)/(π m²(1−x)): the coupling in reach grows in proportion to m, but for χ and β.
        let (mass, x) = (2.0, 0.5)
        let dump = try MuonBeamDump(experiment: .na64Mu)
        let transfer = mass * mass / (2 * 160 * x)
        let photons = try Self.flux(from: transfer * transfer, to: mass * mass)
        let velocity = (1 - pow(mass / (160 * x), 2)).squareRoot()
        let expected =
            pow(137.036, -2) * photons * velocity * x * (1 - x + x * x / 3) / (Double.pi * mass * mass * (1 - x))
        // What is left out goes as m_μ²x/(m²(1−x)) = 0.3 %, with a factor of order one, also in the flux.
        let value = dump.crossSectionDensity(mass: mass, energyFraction: x)
        #expect((value / expected - 1).magnitude < 0.015, "\(value), \(expected)")
    }

    @Test("a light boson is radiated with the spectrum of bremsstrahlung")
    func lightBoson() throws {
        // α²χ/(2π m_μ² x) (4/3 − 4x/3 + x²), by hand from the massless limit.
        let dump = try MuonBeamDump(experiment: .na64Mu)
        for x in [0.1, 0.5, 0.9] {
            let transfer = Self.muon * Self.muon * x / (2 * 160 * (1 - x))
            let photons = try Self.flux(from: transfer * transfer, to: Self.muon * Self.muon)
            let expected =
                pow(137.036, -2) * photons / (2 * Double.pi * Self.muon * Self.muon * x)
                * (4.0 / 3 - 4 * x / 3 + x * x)
            let value = dump.crossSectionDensity(mass: 1e-7, energyFraction: x)
            #expect((value / expected - 1).magnitude < 1e-8)
        }
    }

    @Test("a thousand times the muons reach couplings √1000 smaller")
    func phases() throws {
        let first = try MuonBeamDump(experiment: .m3Phase1).limit(mass: 0.05).value
        let second = try MuonBeamDump(experiment: .m3Phase2).limit(mass: 0.05).value
        #expect((first / second / 1000.0.squareRoot() - 1).magnitude < 1e-14)
    }

    @Test("impossible arguments are named")
    func impossible() throws {
        let dump = try MuonBeamDump(experiment: .m3Phase1)
        for mass in [0, -1, Double.nan, .infinity, 20] {
            #expect(throws: BeamDumpError.self) { try dump.limit(mass: mass) }
        }
        #expect(throws: BeamDumpError.self) { try dump.events(mass: 0.1, coupling: .nan) }
        var broken = BeamDumpExperiment.m3Phase1
        broken.targetLength = -1
        #expect(throws: BeamDumpError.self) { try MuonBeamDump(experiment: broken) }
        broken = .m3Phase1
        broken.minimumEnergyFraction = 1
        #expect(throws: BeamDumpError.self) { try MuonBeamDump(experiment: broken) }
    }
}
