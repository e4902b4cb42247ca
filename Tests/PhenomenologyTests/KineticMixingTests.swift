import BosonPhysics
import Foundation
import NumericalMethods
import Reference
import TestPhysics
import Testing

@Suite("Loop-induced kinetic mixing")
struct KineticMixingTests {
    private let muon = ParticleInputs.standard.muonMass
    private let tau = ParticleInputs.standard.tauMass
    private var prefactor: Double { (4 * Double.pi / 137.036).squareRoot() / (2 * Double.pi * Double.pi) }

    private func unit() throws -> KineticMixing { try KineticMixing(coupling: 1) }

    @Test(
        "the mixing matches independently computed values",
        arguments: [(0.0, 0.0144329111183), (-0.01, 0.0140153573447), (0.04, 0.0181661750451)])
    func matchesTheReference(q2: Double, expected: Double) throws {
        // The reference has more digits of 1/α than this project's 137.036.
        var inputs = ParticleInputs.standard
        inputs.inverseFineStructure = 137.035999084
        let value = try KineticMixing(coupling: 1, inputs: inputs).loop(q2: q2)
        #expect((value.real.value / expected - 1).magnitude < 1e-11)
        #expect(value.imaginary.value == 0)
    }

    @Test("closed form and Feynman-parameter quadrature agree within their errors at random q² of either sign")
    func closedFormAgreesWithQuadrature() throws {
        var random = ConstraintRandom(seed: 11)
        let mixing = try unit()
        for index in 0..<120 {
            let q2 = exponential(random.next(in: -8...3)) * (index.isMultiple(of: 2) ? 1 : -1)
            let closed = try mixing.loop(q2: q2)
            let numeric = try mixing.loopByQuadrature(q2: q2)
            #expect(
                (closed.real.value - numeric.real.value).magnitude <= closed.real.error + numeric.real.error, "\(q2)")
            #expect((closed.real.value - numeric.real.value).magnitude < 1e-12, "\(q2)")
            #expect(
                (closed.imaginary.value - numeric.imaginary.value).magnitude
                    <= closed.imaginary.error + numeric.imaginary.error, "\(q2)")
            #expect(closed.real.error < 1e-15)
        }
    }

    @Test("at q² = 0 the mixing is g/69.3 with α(0) and g/66.9 with α(M_Z)")
    func claimOfOneOverSixtySeven() throws {
        var inputs = ParticleInputs.standard
        #expect((1 / (try unit().loopAtZero.value) - 69.3).magnitude < 0.05)
        inputs.inverseFineStructure = ParticleConstants.inverseFineStructureAtMZ.value
        #expect((1 / (try KineticMixing(coupling: 1, inputs: inputs).loopAtZero.value) - 66.9).magnitude < 0.05)
    }

    @Test("near q² = 0 the slope is (1/m_μ² − 1/m_τ²)/30")
    func slopeAtZero() throws {
        let q2 = 1e-7
        let mixing = try unit()
        let difference = try mixing.loop(q2: q2).real.value - mixing.loop(q2: -q2).real.value
        let expected = prefactor * 2 * q2 * (1 / (muon * muon) - 1 / (tau * tau)) / 30
        #expect((difference / expected - 1).magnitude < 1e-8)
    }

    @Test(
        "for large |q²| the mixing falls as −(m_τ² − m_μ²)/q², without cancellation",
        arguments: [1e8, -1e8, 1e14, -1e14])
    func decouplesAtLargeMomentum(q2: Double) throws {
        let value = try unit().loop(q2: q2)
        let expected = -prefactor * (tau * tau - muon * muon) / q2
        // The next order is (m_τ⁴/q⁴) ln(q²/m_τ²).
        #expect((value.real.value / expected - 1).magnitude < 1e-6)
        #expect(value.real.relativeError < 1e-10)
    }

    @Test("at each threshold the real part is the hand-derived one")
    func realPartAtThresholds() throws {
        // ∫x(1−x) ln[m²(1−4x(1−x))] = (ln m² − 8/3)/6 where the mass is on its threshold.
        let atMuon = try unit().loop(q2: 4 * muon * muon)
        let light = (2 * Double.log(muon) - 8.0 / 3) / 6
        let heavy = try unit().loopByQuadrature(q2: 4 * muon * muon).real.value / prefactor + light
        #expect((atMuon.real.value / prefactor - (heavy - light)).magnitude < 1e-11)
        let atTau = try unit().loop(q2: 4 * tau * tau)
        let far = try unit().loopByQuadrature(q2: 4 * tau * tau).real.value / prefactor
        #expect((atTau.real.value / prefactor - far).magnitude < 1e-11)
        #expect(atTau.real.value < 0)
    }

    @Test("the imaginary part opens at the muon threshold and closes far above the tau's")
    func imaginaryPart() throws {
        let mixing = try unit()
        #expect(try mixing.loop(q2: 4 * muon * muon * (1 - 1e-9)).imaginary.value == 0)
        #expect(try mixing.loop(q2: 4 * muon * muon * (1 + 1e-9)).imaginary.value > 0)
        // One open muon channel at q² = 8 m_μ²: β² = 1/2.
        let beta = 0.5.squareRoot()
        let one = try mixing.loop(q2: 8 * muon * muon).imaginary.value
        #expect((one / (prefactor * Double.pi * beta * 2.5 / 12) - 1).magnitude < 1e-12)
        #expect(try mixing.loop(q2: 1e6).imaginary.value < 1e-9)
    }

    @Test("the parts obey an unsubtracted dispersion relation at spacelike q²", arguments: [0.001, 0.01, 0.3, 5.0])
    func dispersionRelation(virtuality: Double) throws {
        // Π falls at infinity, so Π(−Q²) = (1/π)∫ds Im Π(s)/(s+Q²), here with s = 4m_μ²eᵗ.
        let mixing = try unit()
        let start = 4 * muon * muon
        let end = Double.log(4 * tau * tau / start)
        let integral = try Quadrature.adaptive(splitAt: [0, end, end + 40], relativeTolerance: 1e-9) { t in
            let s = start * naturalExponential(t)
            return try mixing.loop(q2: s).imaginary.value * s / (s + virtuality)
        }
        let spacelike = try mixing.loop(q2: -virtuality).real.value
        #expect((integral.value / Double.pi / spacelike - 1).magnitude < 1e-7)
    }

    @Test("tree-level mixing adds to the real part, and equal masses leave it alone")
    func treeLevelAdds() throws {
        var inputs = ParticleInputs.standard
        inputs.tauMass = inputs.muonMass
        for q2 in [-0.3, 0, 0.02, 0.05, 10] {
            let value = try KineticMixing(coupling: 1, treeLevel: 0.01, inputs: inputs).epsilon(q2: q2)
            #expect((value.real.value - 0.01).magnitude < 1e-16)
            #expect(value.imaginary.value == 0)
        }
        let loop = try KineticMixing(coupling: 1e-3).loop(q2: 0.2)
        let both = try KineticMixing(coupling: 1e-3, treeLevel: -1e-5).epsilon(q2: 0.2)
        #expect((both.real.value - loop.real.value + 1e-5).magnitude < 1e-18)
        #expect(both.imaginary == loop.imaginary)
    }

    @Test("arguments that are not finite are refused with their value")
    func badArguments() throws {
        #expect(throws: MixingError.self) { try KineticMixing(coupling: .nan) }
        #expect(throws: MixingError.self) { try KineticMixing(coupling: 1, treeLevel: .infinity) }
        #expect(throws: MixingError.self) { try unit().loop(q2: .infinity) }
        #expect(throws: MixingError.self) { try unit().loopByQuadrature(q2: .nan) }
        var inputs = ParticleInputs.standard
        inputs.tauMass = 0
        #expect(throws: MixingError.invalidInputs) { try KineticMixing(coupling: 1, inputs: inputs) }
    }
}

extension Double {
    fileprivate static func log(_ x: Double) -> Double { naturalLogarithm(x) }
}
