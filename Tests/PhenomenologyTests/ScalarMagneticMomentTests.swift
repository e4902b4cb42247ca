import BosonPhysics
import Foundation
import NumericalMethods
import Reference
import Testing

@Suite("Scalar contribution to g-2")
struct ScalarMagneticMomentTests {
    private let muon = 0.1056583755

    @Test("closed form and quadrature agree within their errors, and to 1e-12, from 1 keV to 10 TeV")
    func closedFormAgreesWithQuadrature() throws {
        for step in 0...140 {
            let mass = 1e-6 * pow(10, Double(step) / 14)
            let closed = try MuonMagneticMoment.scalarLoopFunction(mass: mass, leptonMass: muon)
            let numeric = try MuonMagneticMoment.scalarLoopFunctionByQuadrature(mass: mass, leptonMass: muon)
            let difference = (closed.value - numeric.value).magnitude
            #expect(difference <= closed.error + numeric.error, "mass \(mass)")
            #expect(difference <= 1e-12 * numeric.value, "mass \(mass)")
            #expect(closed.relativeError < 1e-12)
        }
    }

    @Test("the closed form is continuous where its branches meet", arguments: [4.0, 5.5])
    func branchesMeet(ratioSquared: Double) throws {
        func value(_ r: Double) throws -> Double {
            try MuonMagneticMoment.scalarLoopFunction(mass: muon * r.squareRoot(), leptonMass: muon).value
        }
        let below = try value(ratioSquared * (1 - 1e-13))
        let above = try value(ratioSquared * (1 + 1e-13))
        #expect((below / above - 1).magnitude < 1e-11)
    }

    // For m = 0 the propagator cancels (1−x)² of the numerator, and ∫₀¹ (1+x) dx = 3/2.
    @Test("a massless scalar contributes 3g²/16π², at g = 1e-4 1.90e-10")
    func masslessLimit() throws {
        let value = try MuonMagneticMoment.scalar(mass: 0, coupling: 1e-4).value
        #expect((value / (3e-8 / (16 * Double.pi * Double.pi)) - 1).magnitude < 1e-15)
        #expect((value - 1.90e-10).magnitude < 0.005e-10)
    }

    // At m = m_μ, r = 1: u²(2−u)/(u²−u+1) = 1 − u + (2u − 1)/(u²−u+1), of which the last integrates to
    // ln(u²−u+1) between 0 and 1, which is 0, and the rest to 1/2.
    @Test("a scalar of the muon's mass contributes g²/16π²")
    func equalMasses() throws {
        let value = try MuonMagneticMoment.scalar(mass: muon, coupling: 1).value
        #expect((value * 16 * Double.pi * Double.pi - 1).magnitude < 1e-13)
    }

    // For large r = m²/m_μ², with y = 1 − u: the integrand (1−y)²(1+y)/((1−y)² + r y) is 1/(1 + r y) for y ≪ 1 and
    // (1−y)²(1+y)/(r y) for y ≫ 1/r. Matched at a in between: ln(1 + r a)/r + (1/r) ∫_a¹ (1/y − 1 − y + y²) dy
    // = [ln r + ln a − ln a − 1 − 1/2 + 1/3]/r = (ln r − 7/6)/r.
    @Test("a heavy scalar contributes (g² m_μ²/8π²m²)(ln(m²/m_μ²) − 7/6)", arguments: [1e3, 1e4])
    func heavyLimit(mass: Double) throws {
        let r = (mass / muon) * (mass / muon)
        let expected = (log(r) - 7.0 / 6) / (r * 8 * Double.pi * Double.pi)
        let value = try MuonMagneticMoment.scalar(mass: mass, coupling: 1).value
        // The next order is ln²r/r.
        #expect((value / expected - 1).magnitude < 100 * log(r) / r)
    }

    @Test("the contribution falls with the mass and grows with the square of the coupling")
    func monotone() throws {
        let stream = RandomStream("scalar moment")
        for step in 0..<UInt64(200) {
            let mass = 1e-4 * pow(10, stream.uniform(at: 2 * step, in: 0...7))
            let heavier = mass * stream.uniform(at: 2 * step + 1, in: 1.001...2)
            let one = try MuonMagneticMoment.scalar(mass: mass, coupling: 1).value
            #expect(try MuonMagneticMoment.scalar(mass: heavier, coupling: 1).value < one)
            let two = try MuonMagneticMoment.scalar(mass: mass, coupling: -2).value
            #expect((two / (4 * one) - 1).magnitude < 1e-15)
        }
    }

    // With x and 1−x exchanged the vector's integrand is (1−x)² x over the same denominator, and its prefactor is twice
    // the scalar's: the difference is (g²/8π²) ∫ (1−x)³/((1−x)² + x r) > 0.
    @Test("a scalar contributes more than a vector of the same mass and coupling")
    func exceedsVector() throws {
        for mass in [0, 1e-3, 0.1, 1, 100] {
            #expect(
                try MuonMagneticMoment.scalar(mass: mass, coupling: 1).value
                    > MuonMagneticMoment.vector(mass: mass, coupling: 1).value)
        }
    }

    @Test("arguments without meaning are refused")
    func invalidArgumentsThrow() {
        #expect(throws: MagneticMomentError.invalidMass(-1, of: "boson")) {
            try MuonMagneticMoment.scalar(mass: -1, coupling: 1)
        }
        #expect(throws: MagneticMomentError.invalidMass(0, of: "lepton")) {
            try MuonMagneticMoment.scalar(mass: 1, coupling: 1, leptonMass: 0)
        }
        #expect(throws: MagneticMomentError.self) { try MuonMagneticMoment.scalar(mass: 1, coupling: .infinity) }
    }
}
