import HadronicPhysics
import Kinematics
import NumericalMethods
import Reference
import Testing

@Suite("Hadronic contribution to the muon's magnetic moment")
struct HadronicMomentTests {
    private let muon = ParticleInputs.standard.muonMass

    @Test("the moment matches independently computed values to a part in 10⁸")
    func matchesTheReference() throws {
        let value = try HadronicMoment().value()
        #expect((value.value / 687.782876e-10 - 1).magnitude < 1e-8)
        #expect(value.relativeError < 1e-8)
        let scaled = try HadronicMoment(running: HadronicRunning(k: 0.1371627636, m: 0.0525)).value()
        #expect((scaled.value / 688.6e-10 - 1).magnitude < 1e-8)
    }

    @Test("the spacelike and the timelike integral agree within their errors for random K and M")
    func methodsAgree() throws {
        var random = ConstraintRandom(seed: 63)
        for _ in 0..<20 {
            let running = try HadronicRunning(k: random.next(in: 0.01...1), m: random.next(in: 0.003...2))
            let moment = try HadronicMoment(running: running)
            let spacelike = try moment.value()
            let timelike = try moment.byDispersion()
            #expect((spacelike.value - timelike.value).magnitude <= spacelike.error + timelike.error, "\(running)")
            #expect((spacelike.value / timelike.value - 1).magnitude < 1e-8, "\(running)")
        }
    }

    @Test("the timelike kernel is 0.6334 at the threshold of two pions and 1 far away")
    func kernel() {
        let pion = 0.13957039
        #expect((HadronicMoment.kernel(s: 4 * pion * pion, muonMass: muon).value - 0.6334).magnitude < 5e-5)
        #expect((HadronicMoment.kernel(s: 1e8, muonMass: muon).value - 1).magnitude < 1e-6)
    }

    @Test("a muon-like loop gives the muon-loop coefficient of fourth-order QED, 119/36 − π²/3")
    func muonLoop() throws {
        // Known analytically (Elend 1966): A2 with a muon in the loop.
        let squared = muon * muon
        let strength = ParticleInputs.standard.fineStructure / Double.pi
        let moment = try HadronicMoment(running: HadronicRunning(k: strength / squared, m: squared)).value()
        let expected = (119.0 / 36 - Double.pi * Double.pi / 3) * strength * strength
        #expect((moment.value / expected - 1).magnitude < 1e-9)
    }

    @Test("87.2 % come from below x = 0.932 and 84.3 % from below 0.92", arguments: [(0.932, 0.872), (0.92, 0.843)])
    func share(x: Double, expected: Double) throws {
        let share = try HadronicMoment().share(below: x)
        #expect((share.value - expected).magnitude < 5e-4)
        #expect(share.relativeError < 1e-8)
    }

    @Test("parts add up, and the ends are exact")
    func parts() throws {
        let moment = try HadronicMoment()
        let whole = try moment.value().value
        let sum = try moment.part(from: 0, to: 0.3).value + moment.part(from: 0.3, to: 1).value
        #expect((sum / whole - 1).magnitude < 1e-9)
        #expect(try moment.share(below: 1).value == 1)
        #expect(try moment.share(below: 0).value == 0)
        #expect(moment.integrand(x: 0) == 0)
        #expect(moment.integrand(x: 1) == 0)
        #expect(throws: RunningError.invalidFraction(1.1)) { try moment.share(below: 1.1) }
        #expect(throws: RunningError.self) { try moment.part(from: .nan, to: 1) }
    }

    @Test("the gradient of the moment is that of the value")
    func gradient() throws {
        let gradient = try HadronicMoment().gradient()
        let value = try HadronicMoment().value().value
        #expect((gradient.k.value * 0.137 / value - 1).magnitude < 1e-9)
        let h = 0.0525 * 1e-3
        let up = try HadronicMoment(running: HadronicRunning(k: 0.137, m: 0.0525 + h)).value().value
        let down = try HadronicMoment(running: HadronicRunning(k: 0.137, m: 0.0525 - h)).value().value
        #expect((gradient.m.value / ((up - down) / (2 * h)) - 1).magnitude < 1e-5)
    }

    @Test("x and t are inverse to each other, from tiny to huge momentum transfers")
    func fraction() throws {
        for t in [-1e-18, -1e-6, -0.02, -0.143, -50, -1e12] {
            let x = try SpacelikeFraction.x(q2: t, muonMass: muon)
            #expect(x > 0 && x < 1)
            guard t > -100 else { continue }
            #expect((SpacelikeFraction.momentumTransfer(x: x, muonMass: muon) / t - 1).magnitude < 1e-10, "\(t)")
        }
        #expect(try SpacelikeFraction.x(q2: 0, muonMass: muon) == 0)
        #expect(throws: RunningError.self) { try SpacelikeFraction.x(q2: 0.1, muonMass: muon) }
        let recoil = try SpacelikeFraction.x(recoil: 0.1, electronMass: 0.51099895e-3, muonMass: muon)
        #expect((recoil - 0.09).magnitude < 0.005)
    }

    @Test("inputs that are not possible are refused")
    func badInputs() {
        var inputs = ParticleInputs.standard
        inputs.muonMass = 0
        #expect(throws: RunningError.invalidInputs) { try HadronicMoment(inputs: inputs) }
    }

    @Test("the electron's energy at an angle is the inverse of its angle at an energy, for random beams")
    func electronAngle() throws {
        var random = ConstraintRandom(seed: 64)
        for _ in 0..<50 {
            let kinematics = try ElasticKinematics(
                beamEnergy: random.next(in: 1...1000), inputs: ParticleInputs.standard)
            let share = random.next(in: 0.001...0.999)
            let energy = kinematics.electronMass + share * kinematics.maximumRecoil
            let angle = try kinematics.electronScatteringAngle(atElectronEnergy: energy)
            #expect((kinematics.electronEnergy(atElectronAngle: angle) / energy - 1).magnitude < 1e-10)
        }
        let kinematics = try ElasticKinematics(beamEnergy: 150, inputs: ParticleInputs.standard)
        #expect(kinematics.electronEnergy(atElectronAngle: 2) == kinematics.electronMass)
        #expect(
            (kinematics.electronEnergy(atElectronAngle: 0) / kinematics.maximumElectronEnergy - 1).magnitude < 1e-14)
    }

    @Test("the peak of the integrand is where its derivative vanishes, for random M")
    func peak() throws {
        var random = ConstraintRandom(seed: 65)
        for _ in 0..<20 {
            let moment = try HadronicMoment(running: HadronicRunning(k: 0.1, m: random.next(in: 0.002...1)))
            let peak = try moment.peak().value
            for step in [-1e-4, 1e-4] {
                #expect(moment.integrand(x: peak + step) < moment.integrand(x: peak))
            }
        }
    }

    @Test("with the printed sign of q² the integral is that of the real part at timelike q²")
    func printedSign() throws {
        // A midpoint sum that knows nothing of the threshold.
        let moment = try HadronicMoment()
        let count = 400_000
        var sum = 0.0
        for index in 0..<count {
            let x = (Double(index) + 0.5) / Double(count)
            sum += (1 - x) * moment.running.value(q2: x * x * muon * muon / (1 - x))
        }
        let expected = sum / Double(count) / (137.036 * Double.pi)
        #expect((try moment.withPrintedSign().value / expected - 1).magnitude < 1e-5)
    }
}
