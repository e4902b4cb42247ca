import BeamPhysics
import Foundation
import LimitModel
import NumericalMethods
import Reference
import Testing

@Suite("K to mu nu Z'")
struct KaonEmissionTests {
    private static let muon = ParticleInputs.standard.muonMass
    private static let kaon = KaonEmission.kaonMass

    @Test(
        "branching ratios agree with the reference values",
        arguments: [
            (0.01, 0.0, 0.217291), (0.1, 0, 0.0180340), (0.01, 0.05, 0.0215844), (0.1, 0.05, 0.0103221),
        ])
    func referenceValues(mass: Double, cut: Double, expected: Double) throws {
        let ratio = try KaonEmission(mass: mass).branchingRatio(missingMassSquaredMinimum: cut)
        #expect((ratio.value / expected - 1).magnitude < 4e-6)
        #expect(ratio.relativeError <= 1e-10)
    }

    @Test("the squared amplitude is that of the two diagrams, traced with explicit matrices")
    func explicitTraces() throws {
        var random = ConstraintRandom(seed: 11)
        for _ in 0..<40 {
            let mass = random.next(in: 0.002...0.35)
            let emission = try KaonEmission(mass: mass)
            let range = emission.missingMassSquaredRange
            let s = random.next(in: range)
            let t = random.next(in: emission.muonInvariantRange(missingMassSquared: s))
            let muonEnergy = (Self.kaon * Self.kaon + Self.muon * Self.muon - s) / (2 * Self.kaon)
            let neutrinoEnergy = (Self.kaon * Self.kaon - t) / (2 * Self.kaon)
            let momentum = (muonEnergy * muonEnergy - Self.muon * Self.muon).squareRoot()
            let bosonEnergy = Self.kaon - muonEnergy - neutrinoEnergy
            let cosine =
                (bosonEnergy * bosonEnergy - mass * mass - momentum * momentum - neutrinoEnergy * neutrinoEnergy)
                / (2 * momentum * neutrinoEnergy)
            let sine = max(0, 1 - cosine * cosine).squareRoot()
            let p = [muonEnergy, 0, 0, momentum]
            let k = [neutrinoEnergy, neutrinoEnergy * sine, 0, neutrinoEnergy * cosine]
            let kaon = [Self.kaon, 0, 0, 0]
            let q = sum(sum(kaon, p, -1), k, -1)
            let expected = KaonMonteCarlo.squaredAmplitude(muon: p, neutrino: k, boson: q, longitudinal: true)
            let value = emission.squaredAmplitude(missingMassSquared: s, muonInvariant: t)
            // The longitudinal parts cancel between the diagrams, the more the lighter the boson.
            #expect((value / expected - 1).magnitude < 1e-7, "m \(mass), s \(s), t \(t): \(value), \(expected)")
        }
    }

    @Test(
        "the branching ratio is that of a Monte Carlo over four-momenta, with and without the cut",
        arguments: [(0.01, 0.0), (0.1, 0.05), (0.25, 0.0)])
    func monteCarlo(mass: Double, cut: Double) throws {
        let (value, error) = KaonMonteCarlo(mass: mass, missingMassSquaredMinimum: cut)
            .branchingRatio(strata: 40, stream: RandomStream("K to mu nu Z' at \(mass)"))
        let expected = try KaonEmission(mass: mass).branchingRatio(missingMassSquaredMinimum: cut).value
        #expect(error < 0.01 * expected)
        #expect((value - expected).magnitude < 4 * error, "\(value) ± \(error), \(expected)")
    }

    @Test("the spectrum is the squared amplitude integrated over the other invariant")
    func spectrumIsTheIntegral() throws {
        var random = ConstraintRandom(seed: 12)
        let delta = Self.kaon * Self.kaon - Self.muon * Self.muon
        for _ in 0..<20 {
            let emission = try KaonEmission(mass: random.next(in: 0.002...0.3))
            let s = random.next(in: emission.missingMassSquaredRange)
            let integral = try Quadrature.adaptive(over: emission.muonInvariantRange(missingMassSquared: s)) {
                emission.squaredAmplitude(missingMassSquared: s, muonInvariant: $0)
            }
            let expected = 0.6356 / (64 * Double.pi * Double.pi * delta * delta) * integral.value
            #expect((emission.spectrum(missingMassSquared: s) / expected - 1).magnitude < 1e-8)
        }
    }

    @Test("a light boson follows the collinear logarithm derived by hand")
    func lightBoson() throws {
        // For m² ≪ s ≪ m_μ²: s dBR/ds = BR(K → μν) [16 ln(Δ²/(m_μ² s)) − 28]/64π² with Δ = m_K² − m_μ².
        let s = 1e-6
        let delta = Self.kaon * Self.kaon - Self.muon * Self.muon
        let expected =
            0.6356 / (64 * Double.pi * Double.pi) * (16 * log(delta * delta / (Self.muon * Self.muon * s)) - 28)
        let value = s * (try KaonEmission(mass: 1e-9).spectrum(missingMassSquared: s))
        #expect((value / expected - 1).magnitude < 5e-4)
    }

    @Test("a light boson's rate grows as the square of the logarithm derived by hand")
    func doubleLogarithm() throws {
        // With A = BR(K → μν)/64π² and Δ = m_K² − m_μ², s dBR/ds → 16 A ln(s/m²) between m² and s* = mΔ/m_μ, where the
        // angle to the muon is cut off by m, and 16 A ln(Δ²/(m_μ² s)) beyond, where it is by m_μ. Both grow to
        // λ = ln(Δ/(m_μ m)) at s*, so that each side integrates to 8 A λ²: BR → 16 A ln²m, 32 A as second derivative.
        let ratios = try [1e-8, 1e-7, 1e-6].map { try KaonEmission(mass: $0).branchingRatio().value }
        let step = log(10.0)
        let second = (ratios[0] - 2 * ratios[1] + ratios[2]) / (step * step)
        #expect((second / (32 * 0.6356 / (64 * Double.pi * Double.pi)) - 1).magnitude < 1e-4, "\(second)")
    }

    @Test("above 2 m_μ the boson decays to neutrinos or muons, below to neutrinos alone")
    func branchings() throws {
        let below = try KaonEmission(mass: 0.2)
        #expect(below.invisibleFraction == 1 && below.muonFraction == 0)
        let above = try KaonEmission(mass: 0.3)
        #expect((above.invisibleFraction + above.muonFraction - 1).magnitude < 1e-15)
        // A pair of charged leptons counts (1 + 2r)√(1−4r) of a pair of neutrino flavours.
        let r = (Self.muon / 0.3) * (Self.muon / 0.3)
        let share = (1 + 2 * r) * (1 - 4 * r).squareRoot()
        #expect((above.muonFraction / above.invisibleFraction - share).magnitude < 1e-14)
    }

    @Test("the rate closes at threshold with the power and the coefficient derived by hand")
    func threshold() throws {
        // Slow muon and boson and a neutrino of energy E: W = κ E, and ∫∫ W = 8 κ m_K √(2μ) Q^(7/2) B(3, 3/2).
        let q = 1e-4
        let mass = Self.kaon - Self.muon - q
        let m = Self.muon
        let a = 1 / (2 * m * mass + mass * mass)
        let b = 1 / (mass * mass)
        let kappa =
            -2
            * (16 * a * a * m * m * m + 16 * (a - b) * a * m * m * mass - 8 * (a * a + b * b) * m * mass * mass
                - 32 * a * b * m * mass * mass)
        let reduced = m * mass / (m + mass)
        let delta = Self.kaon * Self.kaon - m * m
        let expected =
            0.6356 / (64 * Double.pi * Double.pi * delta * delta) * 8 * kappa * Self.kaon
            * (2 * reduced).squareRoot() * pow(q, 3.5) * 16 / 105
        let value = try KaonEmission(mass: mass).branchingRatio().value
        #expect((value / expected - 1).magnitude < 5e-3, "\(value) \(expected)")
    }

    @Test("the coupling enters squared, and a cut beyond phase space leaves nothing")
    func couplingAndCut() throws {
        let emission = try KaonEmission(mass: 0.05)
        let one = try emission.branchingRatio().value
        #expect((try emission.branchingRatio(coupling: 1e-3).value / (1e-6 * one) - 1).magnitude < 1e-14)
        #expect(try emission.branchingRatio(missingMassSquaredMinimum: 0.2).value == 0)
        #expect(try emission.branchingRatio(missingMassSquaredMinimum: 0.0025).value == one)
        #expect(emission.spectrum(missingMassSquared: 0.0024) == 0)
    }

    @Test("impossible arguments are named", arguments: [0, -0.1, 0.389, .nan, .infinity])
    func impossibleMasses(mass: Double) {
        #expect(throws: KaonEmissionError.self) { try KaonEmission(mass: mass) }
    }

    @Test("the projection meets its calibration point and comes within 10 % of the other one")
    func projection() throws {
        let evaluator = try KaonBound(.na62).evaluator()
        let fixed = try #require(try evaluator.coupling(atMass: 0.0997))
        #expect((fixed.value / 5.10e-4 - 1).magnitude < 1e-12)
        let light = try #require(try evaluator.coupling(atMass: 0.00095))
        let ratio = light.value / 3.29e-4
        #expect(ratio > 1.01 && ratio < 1.10, "\(ratio)")
    }

    @Test("a systematic uncertainty raises the coupling as S/√(B+κ²B²) = 2 asks")
    func systematics() throws {
        let varied = KaonProjection.na62.with(backgroundEvents: 1e4, relativeSystematic: 0.05)
        let plain = try #require(try KaonBound(.na62).coupling(atMass: 0.03)).value
        let value = try #require(try KaonBound(varied).coupling(atMass: 0.03)).value
        // S goes as g²: from 2·100 events to 2√(10⁴ + 25·10⁴).
        #expect((value * value / (plain * plain) - 26.0.squareRoot()).magnitude < 1e-12)
        let wrong = KaonProjection.na62.with(backgroundEvents: -1, relativeSystematic: 0.05)
        #expect(throws: KaonEmissionError.self) { try KaonBound(wrong).evaluator() }
    }

    @Test("above 2 m_μ the decay to muons weakens the invisible search by the square root of the branching ratio")
    func invisibleDecay() throws {
        let below = try KaonEmission(mass: 0.0997).branchingRatio(missingMassSquaredMinimum: 0.05).value
        let above = try KaonEmission(mass: 0.25).branchingRatio(missingMassSquaredMinimum: 0.05).value
        let r = (Self.muon / 0.25) * (Self.muon / 0.25)
        let invisible = 1 / (1 + (1 + 2 * r) * (1 - 4 * r).squareRoot())
        let value = try #require(try KaonBound(.na62).coupling(atMass: 0.25)).value
        #expect((value / (5.10e-4 * (below / (above * invisible)).squareRoot()) - 1).magnitude < 1e-9)
    }
}
