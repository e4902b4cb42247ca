import BosonPhysics
import FormFactorPhysics
import Foundation
import NumericalMethods
import Reference
import Testing

@Suite("Form factors of the photon–muon vertex with an L_μ−L_τ boson")
struct LmuLtauFormFactorsTests {
    private let muon = ParticleInputs.standard.muonMass
    private var threshold: Double { 4 * muon * muon }

    @Test("the three agree with an independent calculation at m = 100 MeV and q² = −0.05 GeV²")
    func matchTheReference() throws {
        let factors = try LmuLtauFormFactors(mass: 0.1)
        #expect((try factors.f1(q2: -0.05).value + 2.26040051).magnitude < 6e-9)
        #expect((try factors.f2(q2: -0.05).value - 0.33513893).magnitude < 6e-9)
        #expect((try factors.mixing(q2: -0.05).value + 5.57496109).magnitude < 6e-9)
    }

    @Test(
        "dispersion integrals and Feynman-parameter integrals agree at random masses and spacelike q², within their errors"
    )
    func agreeWithFeynmanParameters() throws {
        var random = ConstraintRandom(seed: 31)
        for _ in 0..<40 {
            let (mass, q2) = (exponential(random.next(in: -4...1)), -exponential(random.next(in: -7...1)))
            let factors = try LmuLtauFormFactors(mass: mass)
            for (value, numeric) in [
                (try factors.f1(q2: q2), try factors.f1ByFeynmanParameters(q2: q2)),
                (try factors.f2(q2: q2), try factors.f2ByFeynmanParameters(q2: q2)),
            ] {
                let difference = (value.value - numeric.value).magnitude
                #expect(difference < 1e-9 * value.value.magnitude, "\(mass) \(q2)")
                #expect(difference <= value.error + numeric.error, "\(mass) \(q2)")
                #expect(value.relativeError < 1e-13, "\(mass) \(q2)")
            }
        }
    }

    @Test(
        "the two methods agree at the corners of what the figures show, for a nearly massless boson, and far beyond",
        arguments: [(1e-3, 1e-4), (1e-3, 1), (1, 1e-4), (1, 1), (1e-7, 0.05), (1e-7, 1e-4), (300, 0.1), (0.1, 1e4)])
    func agreeAtTheCorners(mass: Double, momentum: Double) throws {
        let factors = try LmuLtauFormFactors(mass: mass)
        let (f1, f2) = (try factors.f1(q2: -momentum), try factors.f2(q2: -momentum))
        #expect((f1.value / (try factors.f1ByFeynmanParameters(q2: -momentum).value) - 1).magnitude < 1e-9)
        #expect((f2.value / (try factors.f2ByFeynmanParameters(q2: -momentum).value) - 1).magnitude < 1e-9)
    }

    @Test("at q² = 0 F2 is 16π²Δa/g² of the magnetic moment's own closed form, for masses from 1 eV to 10 TeV")
    func magneticMoment() throws {
        var random = ConstraintRandom(seed: 32)
        for _ in 0..<60 {
            let mass = exponential(random.next(in: -9...4))
            let f2 = try LmuLtauFormFactors(mass: mass).f2(q2: 0)
            let moment = try MuonMagneticMoment.vector(mass: mass, coupling: 1)
                .scaled(by: 1 / LmuLtauFormFactors.unit)
            #expect((f2.value - moment.value).magnitude <= f2.error + moment.error + 1e-14 * f2.value, "\(mass)")
        }
    }

    @Test("F1 vanishes at q² = 0, and does so linearly, with one slope on both sides")
    func chargeIsNormalised() throws {
        for mass in [1e-3, 0.1, 10] {
            let factors = try LmuLtauFormFactors(mass: mass)
            #expect(try factors.f1(q2: 0).value == 0)
            let slopes = try [-1e-14, 1e-14].map { try factors.f1(q2: $0).value / $0 }
            #expect(slopes[0] > 0)
            #expect((slopes[1] / slopes[0] - 1).magnitude < 1e-8)
        }
    }

    @Test("a massless boson's F2 is the photon's 4φ/sinh 2φ, −q² = 4m_μ² sinh²φ, and a light one's tends to it")
    func photonLimit() throws {
        for phi in [1e-3, 0.3, 1, 3, 8] {
            let q2 = -threshold * sinh(phi) * sinh(phi)
            let expected = 4 * phi / sinh(2 * phi)
            let photon = try LmuLtauFormFactors(mass: 0).f2(q2: q2)
            #expect((photon.value / expected - 1).magnitude < 1e-12)
            #expect(photon.relativeError < 1e-13)
            #expect((try LmuLtauFormFactors(mass: 1e-14).f2(q2: q2).value / expected - 1).magnitude < 1e-7)
        }
    }

    @Test("towards a massless boson F1 grows by 4(2φ coth 2φ − 1) ln 10 with each tenth of the mass")
    func infraredLogarithm() throws {
        for phi in [0.01, 0.5, 2, 6] {
            let q2 = -threshold * sinh(phi) * sinh(phi)
            let step =
                try LmuLtauFormFactors(mass: 1e-11).f1(q2: q2).value - LmuLtauFormFactors(mass: 1e-12).f1(q2: q2).value
            let expected = 4 * Double.log(10) * (2 * phi / tanh(2 * phi) - 1)
            #expect((step / expected - 1).magnitude < 1e-7, "\(phi)")
        }
    }

    @Test("far beyond all masses F1 is the Sudakov form −(L² − 3L + 7/2 + 2π²/3), L = ln(−q²/m²)")
    func sudakovLimit() throws {
        let mass = 1e6 * muon
        let factors = try LmuLtauFormFactors(mass: mass)
        for l in [30.0, 40, 60] {
            let value = try factors.f1(q2: -mass * mass * exp(l)).value
            #expect((value / -(l * l - 3 * l + 3.5 + 2 * Double.pi * Double.pi / 3) - 1).magnitude < 1e-9, "\(l)")
        }
    }

    @Test("a heavy boson decouples: m²F1/q² gains ⅔ ln 100 with ten times the mass, and m²F2/m_μ² tends to 4/3")
    func decoupling() throws {
        let q2 = -0.3 * muon * muon
        let scaled = try [1e5, 1e6].map { ratio in
            try LmuLtauFormFactors(mass: ratio * muon).f1(q2: q2).value * ratio * ratio / -0.3
        }
        #expect((scaled[1] - scaled[0] - 2.0 / 3 * Double.log(100)).magnitude < 1e-7)
        let f2 = try LmuLtauFormFactors(mass: 1e6 * muon).f2(q2: 0).value
        #expect((f2 * 1e12 - 4.0 / 3).magnitude < 1e-8)
    }

    @Test("with −q², F1 grows in size and F2 falls, as their imaginary parts have one sign")
    func monotonous() throws {
        var random = ConstraintRandom(seed: 33)
        for _ in 0..<40 {
            let factors = try LmuLtauFormFactors(mass: exponential(random.next(in: -5...3)))
            let (near, far) = (exponential(random.next(in: -6...1)), exponential(random.next(in: 1.1...3)))
            #expect(try factors.f1(q2: -far).value < factors.f1(q2: -near).value)
            #expect(try factors.f2(q2: -far).value < factors.f2(q2: -near).value)
            #expect(try factors.f1(q2: -near).value < 0 && factors.f2(q2: -far).value > 0)
        }
    }

    @Test("prepared integrals and those made for a single q² agree where one takes over from the other")
    func takingOver() throws {
        for mass in [1e-3, 0.1, 30] {
            let factors = try LmuLtauFormFactors(mass: mass)
            for edge in [-1e4 * muon * muon, threshold / 2] {
                for value in [factors.f1, factors.f2] {
                    let (inside, outside) = (try value(edge * (1 - 1e-12)).value, try value(edge * (1 + 1e-12)).value)
                    #expect((inside / outside - 1).magnitude < 1e-11)
                }
            }
        }
    }

    @Test("for timelike q² below the threshold F2 is what a polynomial through spacelike points extrapolates to")
    func timelike() throws {
        let factors = try LmuLtauFormFactors(mass: 0.1)
        let step = 0.02 * threshold
        let nodes = (0...7).map { -Double($0) * step }
        for target in [0.5 * step, step] {
            let interpolated = try nodes.enumerated().reduce(0.0) { sum, node in
                let weight = nodes.indices.filter { $0 != node.offset }.reduce(1.0) {
                    $0 * (target - nodes[$1]) / (node.element - nodes[$1])
                }
                return try sum + weight * factors.f2(q2: node.element).value
            }
            #expect((interpolated / (try factors.f2(q2: target).value) - 1).magnitude < 1e-8)
        }
    }

    @Test("up to the threshold F1 and F2 rise and stay finite: F1 as a root; F2, whose cut has no S wave, linearly")
    func nearTheThreshold() throws {
        let factors = try LmuLtauFormFactors(mass: 0.1)
        for (value, ratio) in [(factors.f1, 10.0), (factors.f2, 100)] {
            let top = try value(threshold * (1 - 1e-14)).value
            let gaps = try [1e-6, 1e-8].map { top - (try value(threshold * (1 - $0)).value) }
            #expect(gaps[1] > 0)
            #expect((gaps[0] / gaps[1] / ratio - 1).magnitude < 0.01)
        }
    }

    @Test("the mixing term is −(g/e)Π(q²)q²/(q² − m²) over e g²/16π², whatever α is")
    func mixingTerm() throws {
        var inputs = ParticleInputs.standard
        inputs.inverseFineStructure = 100
        let charge = (4 * Double.pi * inputs.fineStructure).squareRoot()
        for (mass, q2) in [(0.1, -0.03), (0.02, 0.01), (1e-3, -1e-6), (2, -100)] {
            let loop = try KineticMixing(coupling: 0.2, inputs: inputs).loop(q2: q2).real.value
            let expected = -(0.2 / charge) * loop * q2 / (q2 - mass * mass) * 16 * Double.pi * Double.pi / (0.2 * 0.2)
            let value = try LmuLtauFormFactors(mass: mass, inputs: inputs).mixing(q2: q2)
            #expect((value.value / expected - 1).magnitude < 1e-12)
            let standard = try LmuLtauFormFactors(mass: mass).mixing(q2: q2)
            #expect((value.value / standard.value - 1).magnitude < 1e-13)
        }
        #expect(try LmuLtauFormFactors(mass: 0.1).mixing(q2: 0).value == 0)
    }

    @Test("what is not defined is refused: a negative mass, a cut, a pole, a massless boson's F1")
    func refusals() throws {
        #expect(throws: FormFactorError.invalidMass(-0.1)) { try LmuLtauFormFactors(mass: -0.1) }
        #expect(throws: FormFactorError.self) { try LmuLtauFormFactors(mass: .nan) }
        let factors = try LmuLtauFormFactors(mass: 0.125)
        #expect(throws: FormFactorError.aboveThreshold(0.05, threshold: threshold)) { try factors.f1(q2: 0.05) }
        #expect(throws: FormFactorError.aboveThreshold(threshold, threshold: threshold)) {
            try factors.f2(q2: threshold)
        }
        #expect(throws: FormFactorError.pole(0.015625)) { try factors.mixing(q2: 0.015625) }
        // 0.1² is not the double 0.01: rounding must not turn a pole into a number.
        #expect(throws: FormFactorError.pole(0.01)) { try LmuLtauFormFactors(mass: 0.1).mixing(q2: 0.01) }
        #expect(throws: FormFactorError.invalidMomentum(-.infinity)) { try factors.f2(q2: -.infinity) }
        #expect(throws: FormFactorError.infraredDivergence) { try LmuLtauFormFactors(mass: 0).f1(q2: -0.1) }
    }
}
