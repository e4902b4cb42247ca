import BosonPhysics
import Foundation
import MomentPhysics
import NumericalMethods
import Reference
import Testing

@Suite("One-loop moments with another lepton in the loop")
struct OneLoopMomentTests {
    enum Lepton {
        case electron, muon, tau

        var mass: Double {
            switch self {
            case .electron: 0.51099895e-3
            case .muon: 0.1056583755
            case .tau: 1.77686
            }
        }
    }

    /// Integrals with 40 digits, poles subtracted below threshold: mpmath.
    static let references: [(OneLoopMoment.Mediator, Lepton, Lepton, Double, Double)] = [
        (.vector, .muon, .electron, 0.01, -0.739907481997568),
        (.vector, .muon, .electron, 0.1, -0.0379006717130751),
        (.vector, .muon, .electron, 3, -2.08028745292739e-5),
        (.vector, .electron, .muon, 0.01, 0.00347767469299894),
        (.vector, .electron, .muon, 0.1, 6.61663311329817e-5),
        (.vector, .electron, .muon, 3, 1.49993634490504e-7),
        (.vector, .muon, .tau, 0.01, 10.7392539961558),
        (.vector, .muon, .tau, 0.1, 0.108439426870324),
        (.vector, .muon, .tau, 3, 0.000319416475326734),
        (.axialVector, .muon, .electron, 0.01, -0.619980500058124),
        (.axialVector, .muon, .electron, 0.1, -0.0296145949458696),
        (.axialVector, .muon, .electron, 3, -2.11099067774745e-5),
        (.axialVector, .electron, .muon, 0.01, -0.00353333800840446),
        (.axialVector, .electron, .muon, 0.1, -6.68755990572909e-5),
        (.axialVector, .electron, .muon, 3, -1.5097262763178e-7),
        (.axialVector, .muon, .tau, 0.01, -13.0966750322249),
        (.axialVector, .muon, .tau, 0.1, -0.132099109810524),
        (.axialVector, .muon, .tau, 3, -0.000356590745693218),
        (.scalar, .muon, .electron, 0.01, -0.00705097607726501),
        (.scalar, .muon, .electron, 0.1, 0.000157840753085932),
        (.scalar, .muon, .electron, 3, 6.44758025439984e-6),
        (.scalar, .electron, .muon, 0.01, 3.04172058082635e-5),
        (.scalar, .electron, .muon, 0.1, 2.09989623337153e-5),
        (.scalar, .electron, .muon, 3, 3.96286145957679e-7),
        (.scalar, .muon, .tau, 0.01, 0.000384466420661586),
        (.scalar, .muon, .tau, 0.1, 0.000383267615108527),
        (.scalar, .muon, .tau, 3, 0.000183454596665031),
        (.pseudoscalar, .muon, .electron, 0.01, -0.00585647111226612),
        (.pseudoscalar, .muon, .electron, 0.1, 0.00790371671096926),
        (.pseudoscalar, .muon, .electron, 3, 4.03547827102211e-6),
        (.pseudoscalar, .electron, .muon, 0.01, -3.03200840482654e-5),
        (.pseudoscalar, .electron, .muon, 0.1, -2.09474161125863e-5),
        (.pseudoscalar, .electron, .muon, 3, -3.96045628801269e-7),
        (.pseudoscalar, .muon, .tau, 0.01, -0.00036951330722611),
        (.pseudoscalar, .muon, .tau, 0.1, -0.000368405006805276),
        (.pseudoscalar, .muon, .tau, 3, -0.000178961513471324),
    ]

    private func moment(_ mediator: OneLoopMoment.Mediator, _ lepton: Lepton, _ loop: Lepton) -> OneLoopMoment {
        OneLoopMoment(mediator, leptonMass: lepton.mass, loopMass: loop.mass)
    }

    @Test("agree with integrals in many digits, on either side of the threshold", arguments: references)
    func manyDigits(_ row: (OneLoopMoment.Mediator, Lepton, Lepton, Double, Double)) throws {
        let found = try moment(row.0, row.1, row.2).loopFunction(mass: row.3)
        #expect((found.value / row.4 - 1).magnitude < 1e-10)
        #expect(found.relativeError < 1e-10)
    }

    @Test("by closed form and by quadrature agree to 1e-10 and within their errors, whatever the masses")
    func twoMethods() throws {
        let stream = RandomStream("unequal moments")
        for step in 0..<UInt64(400) {
            let mediator = OneLoopMoment.Mediator.allCases[Int(step % 4)]
            let lepton = pow(10, stream.uniform(at: 3 * step, in: -3.3...0.3))
            let loop = pow(10, stream.uniform(at: 3 * step + 1, in: -3.3...0.3))
            let mass = pow(10, stream.uniform(at: 3 * step + 2, in: -3...4))
            let moment = OneLoopMoment(mediator, leptonMass: lepton, loopMass: loop)
            let closed = try moment.loopFunction(mass: mass)
            let numeric = try moment.loopFunctionByQuadrature(mass: mass)
            let difference = (closed.value - numeric.value).magnitude
            let point = "\(mediator) \(lepton) \(loop) \(mass)"
            #expect(difference <= closed.error + numeric.error, "\(point)")
            #expect(difference <= 1e-10 * numeric.value.magnitude, "\(point)")
            #expect(closed.relativeError < 1e-10, "\(point)")
        }
    }

    @Test(
        "with the lepton itself in the loop are the known vector's and scalar's",
        arguments: [1e-3, 0.05, 0.21, 0.2113167, 3, 1e3])
    func sameLepton(mass: Double) throws {
        let vector = try moment(.vector, .muon, .muon).loopFunction(mass: mass).value
        #expect(
            (vector / (try MuonMagneticMoment.loopFunction(mass: mass, leptonMass: 0.1056583755).value) - 1).magnitude
                < 1e-10)
        let scalar = try moment(.scalar, .muon, .muon).loopFunction(mass: mass).value
        #expect(
            (scalar / (try MuonMagneticMoment.scalarLoopFunction(mass: mass, leptonMass: 0.1056583755).value) - 1)
                .magnitude < 1e-10)
    }

    // For m ≫ m_ℓ, M: D → m²(1−x)/m_ℓ² but for the scalar's end x = 1, and N(vector) → 2x(1−x)(x−2+2ε), so that
    // Δa → (g²m_ℓ²/8π²m²) ∫ 2x(x−2+2ε) = (g²m_ℓ²/8π²m²)(2ε − 4/3).
    @Test("of a heavy vector are g²m_ℓ²/8π²m² (2ε − 4/3)", arguments: [Lepton.electron, .muon, .tau])
    func heavyVector(loop: Lepton) throws {
        let mass = 1e4
        let epsilon = loop.mass / Lepton.muon.mass
        let ratio = Lepton.muon.mass / mass
        let expected = ratio * ratio * (2 * epsilon - 4.0 / 3) / (8 * Double.pi * Double.pi)
        let found = try moment(.vector, .muon, loop).loopFunction(mass: mass).value
        #expect((found / expected - 1).magnitude < 1e-5)
    }

    // The longitudinal part alone: N → x²(1−x+ε)(1−ε)²/r; D → x² + (ε²−1)x = x (x + ε² − 1).
    // ∫ x(1−x+ε)/(x + ε² − 1) is elementary: with c = ε² − 1 the quotient is −x + (ε + ε²) and the rest −c(ε + ε²).
    @Test("of a light vector grow as 1/m² by the current that is not conserved")
    func lightVector() throws {
        let mass = 1e-6
        let epsilon = Lepton.tau.mass / Lepton.muon.mass
        let r = (mass / Lepton.muon.mass) * (mass / Lepton.muon.mass)
        let c = epsilon * epsilon - 1
        let b = epsilon + epsilon * epsilon
        let integral = -0.5 + b - c * b * log1p(1 / c)
        let expected = (1 - epsilon) * (1 - epsilon) / r * integral / (8 * Double.pi * Double.pi)
        let found = try moment(.vector, .muon, .tau).loopFunction(mass: mass).value
        #expect((found / expected - 1).magnitude < 1e-7)
    }

    @Test("are enhanced by the mass in the loop, up for the parity-even and down for the two with γ₅")
    func chiralEnhancement() throws {
        for (mediator, sign) in [
            (OneLoopMoment.Mediator.vector, 1.0), (.axialVector, -1), (.scalar, 1), (.pseudoscalar, -1),
        ] {
            let found = try moment(mediator, .electron, .muon).loopFunction(mass: 100).value
            let own = try moment(mediator, .electron, .electron).loopFunction(mass: 100).value
            #expect(sign * found > 0)
            #expect(found.magnitude > 10 * own.magnitude)
        }
    }

    @Test("of the muon are negative with the electron and a vector, from the threshold to 10 GeV")
    func negative() throws {
        let edge = try #require(moment(.vector, .muon, .electron).threshold)
        for step in 0...300 {
            let mass = edge * pow(10 / edge, Double(step) / 300)
            let found = try moment(.vector, .muon, .electron).loopFunction(mass: mass * (1 + 1e-9))
            #expect(found.value + found.error < 0, "\(mass)")
        }
        #expect(try moment(.vector, .muon, .electron).coupling(mass: 1, deviation: 26.1e-10) == nil)
    }

    // The zeros by mpmath with 40 digits, poles subtracted.
    @Test("of the muon are positive with the electron and a vector between 53.97 and 70.71 MeV, below the threshold")
    func positiveWindow() throws {
        let moment = moment(.vector, .muon, .electron)
        func value(_ mass: Double) throws -> Double { try moment.loopFunction(mass: mass).value }
        for (zero, rises) in [(0.05397373255188178, 1.0), (0.07070917385585154, -1)] {
            #expect(try value(zero).magnitude < 1e-11)
            #expect(try rises * value(zero * 0.999) < 0)
            #expect(try rises * value(zero * 1.001) > 0)
        }
        #expect((try value(0.0617) / 0.00213274573050167 - 1).magnitude < 1e-9)
        for mass in [0.01, 0.02, 0.03, 0.05, 0.08, 0.1] { #expect(try value(mass) < 0) }
    }

    // N vanishes at the double root x = 1 − ε of D for the vector and the pseudoscalar, and not for the other two.
    @Test("stay finite at the threshold only where the decay needs momentum")
    func threshold() throws {
        let edge = try #require(moment(.vector, .muon, .electron).threshold)
        #expect((edge - (0.1056583755 - 0.51099895e-3)).magnitude < 1e-15)
        func growth(_ mediator: OneLoopMoment.Mediator) throws -> Double {
            let moment = moment(mediator, .muon, .electron)
            return try
                (moment.loopFunction(mass: edge * (1 + 1e-8)).value / moment.loopFunction(mass: edge * (1 + 1e-6)).value)
                .magnitude
        }
        #expect(try growth(.vector) < 1.01)
        #expect(try growth(.pseudoscalar) < 1.01)
        // As the inverse root of the distance.
        #expect(try (5...11).contains(growth(.scalar)))
        #expect(moment(.vector, .electron, .muon).threshold == nil)
    }

    @Test("invert to the coupling, and to a band of either sign")
    func inversion() throws {
        let electron = moment(.scalar, .electron, .muon)
        let coupling = try #require(try electron.coupling(mass: 0.3, deviation: 5e-13))
        #expect((try electron.shift(mass: 0.3, coupling: coupling.value).value / 5e-13 - 1).magnitude < 1e-13)
        let negative = Measurement(name: "n", value: -26.1e-10, uncertainty: 7.9e-10, unit: "1", sources: [])
        let band = try #require(
            try moment(.vector, .muon, .electron).band(mass: 1, measurement: negative, sigmas: 1))
        #expect((try #require(band.lower)).value < band.upper.value)
        let positive = MagneticMomentMeasurements.deviationDev2020
        #expect(try moment(.vector, .muon, .electron).band(mass: 1, measurement: positive, sigmas: 1) == nil)
        // Five standard deviations include negative moments: a limit.
        let limit = try #require(try moment(.vector, .muon, .electron).band(mass: 1, measurement: positive, sigmas: 5))
        #expect(limit.lower == nil)
    }

    @Test("of the electron allow g_e = 1.52968e-4 at 10 MeV for Δa_e < 5e-13")
    func electronOracle() throws {
        let coupling = try #require(try moment(.vector, .electron, .electron).coupling(mass: 0.01, deviation: 5e-13))
        #expect((coupling.value / 1.52968e-4 - 1).magnitude < 3e-6)
    }

    @Test("refuse masses without meaning")
    func invalid() {
        #expect(throws: MagneticMomentError.invalidMass(0, of: "boson")) {
            try moment(.vector, .muon, .electron).loopFunction(mass: 0)
        }
        #expect(throws: MagneticMomentError.invalidMass(-1, of: "lepton")) {
            try OneLoopMoment(.scalar, leptonMass: 1, loopMass: -1).loopFunction(mass: 1)
        }
        #expect(throws: MagneticMomentError.self) {
            try moment(.scalar, .muon, .electron).shift(mass: 1, coupling: .nan)
        }
    }
}
