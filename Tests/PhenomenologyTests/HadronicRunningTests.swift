import HadronicPhysics
import NumericalMethods
import Reference
import Testing

@Suite("Running of the electromagnetic coupling")
struct HadronicRunningTests {
    private let running = HadronicRunning.published

    /// The formula as printed, which cancels badly at small |t|.
    private func printed(_ t: Double, k: Double, m: Double) -> Double {
        let root = (1 - 4 * m / t).squareRoot()
        let logarithm = naturalLogarithm(((1 - root) / (1 + root)).magnitude)
        let bracket =
            -5.0 / 9 - 4 * m / (3 * t)
            + (4 * m * m / (3 * t * t) + m / (3 * t) - 1.0 / 6) * 2 / root * logarithm
        return k * m * bracket
    }

    @Test(
        "the closed form is the printed one where that does not cancel", arguments: [-0.05, -0.142, -1, -20, 0.5, 30])
    func matchesThePrintedForm(t: Double) {
        let expected = printed(t, k: 0.137, m: 0.0525)
        #expect((running.value(q2: t) - expected).magnitude < 1e-11 * expected.magnitude)
    }

    @Test("closed form, Feynman parameters and dispersion agree at random spacelike t, K and M")
    func methodsAgree() throws {
        var random = ConstraintRandom(seed: 61)
        for _ in 0..<100 {
            let running = try HadronicRunning(k: random.next(in: 0.01...1), m: random.next(in: 0.01...1))
            let t = -exponential(random.next(in: -12...4))
            let closed = running.estimate(q2: t)
            for other in [try running.loop.byQuadrature(q2: t), try running.loop.byDispersion(q2: t)] {
                #expect((closed.value - other.value).magnitude <= closed.error + other.error, "\(t) \(running)")
                #expect((closed.value / other.value - 1).magnitude < 1e-10, "\(t) \(running)")
            }
            #expect(closed.relativeError < 1e-12, "\(t)")
        }
    }

    @Test("the methods agree on both sides of the threshold at timelike t", arguments: [1e-4, 0.05, 0.1, 0.2, 0.25, 3])
    func timelike(t: Double) throws {
        let closed = running.value(q2: t)
        #expect((closed / (try running.loop.byQuadrature(q2: t).value) - 1).magnitude < 1e-9)
        guard t < running.loop.threshold else {
            #expect(throws: RunningError.self) { try running.loop.byDispersion(q2: t) }
            return
        }
        #expect((closed / (try running.loop.byDispersion(q2: t).value) - 1).magnitude < 1e-9)
        #expect(running.loop.imaginary(q2: t) == 0)
    }

    @Test("above the threshold the imaginary part is −α R(s)/3", arguments: [0.2101, 0.3, 2, 400])
    func imaginaryPart(s: Double) {
        let alpha = 1 / 137.036
        let ratio = running.crossSectionRatio(s: s, fineStructure: alpha)
        #expect((running.loop.imaginary(q2: s) / (-alpha * ratio / 3) - 1).magnitude < 1e-12)
        #expect(running.crossSectionRatio(s: 0.2, fineStructure: alpha) == 0)
    }

    @Test("scaling K scales the running", arguments: [-1.0, 0.5, 3])
    func scaled(factor: Double) {
        let scaled = running.scaled(by: factor)
        #expect((scaled.value(q2: -0.1) / running.value(q2: -0.1) - factor).magnitude < 1e-14)
        #expect(scaled.m == running.m)
    }

    @Test("for small |t| the running is −K t/15, to the last digits", arguments: [-1e-20, -1e-12, -1e-8, 1e-8])
    func smallMomentum(t: Double) {
        // The next order is −K t²/140M.
        let expected = -0.137 * t / 15 - 0.137 * t * t / (140 * 0.0525)
        #expect((running.value(q2: t) / expected - 1).magnitude < 1e-13)
        #expect(running.value(q2: 0) == 0)
    }

    @Test("for large |t| the running is (K M/3)(ln(−t/M) − 5/3)", arguments: [-1e6, -1e10])
    func largeMomentum(t: Double) {
        let expected = 0.137 * 0.0525 / 3 * (naturalLogarithm(-t / 0.0525) - 5.0 / 3)
        #expect((running.value(q2: t) / expected - 1).magnitude < 1e-6)
    }

    @Test("the gradient in K and M is that of the value, by extrapolated differences")
    func gradientMatchesDifferences() throws {
        var random = ConstraintRandom(seed: 62)
        for _ in 0..<40 {
            let t = -exponential(random.next(in: -4...3))
            let m = random.next(in: 0.02...0.2)
            func value(_ m: Double) throws -> Double { try HadronicRunning(k: 0.137, m: m).value(q2: t) }
            func slope(_ h: Double) throws -> Double { (try value(m + h) - value(m - h)) / (2 * h) }
            let h = m * 4e-3
            let expected = (4 * (try slope(h / 2)) - (try slope(h))) / 3
            let gradient = try HadronicRunning(k: 0.137, m: m).gradient(q2: t)
            #expect((gradient.m - expected).magnitude < 1e-6 * expected.magnitude, "\(t) \(m)")
            #expect((gradient.k - (try value(m)) / 0.137).magnitude < 1e-13 * gradient.k, "\(t)")
        }
    }

    @Test("near t = 0 the gradient in M is K t²/140M²", arguments: [-1e-10, -1e-7])
    func gradientAtSmallMomentum(t: Double) {
        let expected = 0.137 * t * t / (140 * 0.0525 * 0.0525)
        #expect((running.gradient(q2: t).m / expected - 1).magnitude < 1e-4)
    }

    @Test(
        "the derivative with respect to the mass is −t dΔα/dt on both sides of t = 0",
        arguments: [-3, -0.02, 0.03, 0.1, 0.9])
    func massDerivative(t: Double) {
        let loop = running.loop
        let h = t * 1e-4
        let slope = (loop.value(q2: t + h) - loop.value(q2: t - h)) / (2 * h)
        #expect((loop.massDerivative(q2: t) / (-t * slope) - 1).magnitude < 1e-6)
    }

    @Test("the leptons run as the sum of e, μ and τ, and all methods agree")
    func leptons() throws {
        let leptons = try LeptonicRunning()
        for exponent in stride(from: -14.0, through: 6, by: 1) {
            let t = -exponential(exponent)
            let closed = leptons.estimate(q2: t)
            for other in [try leptons.byQuadrature(q2: t), try leptons.byDispersion(q2: t)] {
                #expect((closed.value - other.value).magnitude <= closed.error + other.error, "\(t)")
                #expect((closed.value / other.value - 1).magnitude < 1e-10, "\(t)")
            }
        }
        // α/15π (1/m_e² + 1/m_μ² + 1/m_τ²) |t|.
        let inputs = ParticleInputs.standard
        let masses = [inputs.electronMass, inputs.muonMass, inputs.tauMass]
        let slope = masses.reduce(0) { $0 + 1 / ($1 * $1) } * inputs.fineStructure / (15 * Double.pi)
        #expect((leptons.value(q2: -1e-16) / (slope * 1e-16) - 1).magnitude < 1e-9)
    }

    @Test("at the mass of the Z the leptons give the known one-loop 314.19e-4")
    func leptonsAtZ() throws {
        // M. Steinhauser, Phys. Lett. B 429 (1998) 158: 314.19e-4 at one loop.
        #expect((try LeptonicRunning().value(q2: 91.1876 * 91.1876) * 1e4 - 314.19).magnitude < 0.01)
    }

    @Test("the ratio R_had and its gradient follow from the runnings")
    func ratio() throws {
        let ratio = try ElasticRunningRatio()
        for t in [-1e-4, -0.01, -0.143] {
            let lepton = try LeptonicRunning().value(q2: t)
            let hadron = running.value(q2: t)
            let root = (1 - lepton) / (1 - lepton - hadron)
            #expect((ratio.value(q2: t) - root * root).magnitude < 1e-15)
        }
    }

    @Test("parameters and momenta that are not possible are refused with their value")
    func badArguments() {
        #expect(throws: RunningError.self) { try HadronicRunning(k: .nan, m: 0.05) }
        #expect(throws: RunningError.self) { try HadronicRunning(k: 0.137, m: 0) }
        #expect(throws: RunningError.self) { try HadronicRunning(k: 0.137, m: .infinity) }
        #expect(throws: RunningError.self) { try running.loop.byQuadrature(q2: .nan) }
        #expect(running.value(q2: .infinity).isNaN)
        var inputs = ParticleInputs.standard
        inputs.tauMass = 0
        #expect(throws: RunningError.invalidInputs) { try LeptonicRunning(inputs: inputs) }
    }
}
