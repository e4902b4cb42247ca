import BosonPhysics
import MomentPhysics
import NumericalMethods
import Reference
import Testing

@Suite("Vector contribution to g-2")
struct MuonMagneticMomentTests {
    @Test(
        "the contribution matches independently computed values",
        arguments: [(0.001, 1.0, 0.0123086444123), (0.01, 5e-4, 2.47807641516e-9), (0.1, 1e-3, 2.80355761193e-9)])
    func contributionMatchesTheReference(mass: Double, coupling: Double, expected: Double) throws {
        let value = try MuonMagneticMoment.vector(mass: mass, coupling: coupling)
        #expect((value.value / expected - 1).magnitude < 1e-11)
    }

    @Test("closed form and quadrature agree within their errors, and to 1e-12, from 1 keV to 1 TeV")
    func closedFormAgreesWithQuadrature() throws {
        for step in 0...120 {
            let mass = 1e-6 * exponential(Double(step) / 120 * 9)
            let closed = try MuonMagneticMoment.loopFunction(mass: mass, leptonMass: 0.1056583755)
            let numeric = try MuonMagneticMoment.loopFunctionByQuadrature(mass: mass, leptonMass: 0.1056583755)
            let difference = (closed.value - numeric.value).magnitude
            #expect(difference <= closed.error + numeric.error, "mass \(mass)")
            #expect(difference <= 1e-12 * numeric.value, "mass \(mass)")
            #expect(closed.relativeError < 1e-12)
        }
    }

    @Test("the closed form is continuous where its branches meet", arguments: [4.0, 5.5])
    func branchesMeet(ratioSquared: Double) throws {
        let lepton = 0.1056583755
        let below = try MuonMagneticMoment.loopFunction(
            mass: lepton * (ratioSquared * (1 - 1e-13)).squareRoot(), leptonMass: lepton)
        let above = try MuonMagneticMoment.loopFunction(
            mass: lepton * (ratioSquared * (1 + 1e-13)).squareRoot(), leptonMass: lepton)
        #expect((below.value / above.value - 1).magnitude < 1e-11)
    }

    @Test("a massless boson contributes g²/8π²")
    func masslessLimit() throws {
        let value = try MuonMagneticMoment.vector(mass: 0, coupling: 1)
        #expect((value.value - 1 / (8 * Double.pi * Double.pi)).magnitude < 1e-16)
    }

    @Test("a heavy boson contributes g² m_μ²/12π²m²")
    func heavyLimit() throws {
        let mass = 1e5
        let value = try MuonMagneticMoment.vector(mass: mass, coupling: 1)
        let ratio = 0.1056583755 / mass
        let expected = ratio * ratio / (12 * Double.pi * Double.pi)
        // The next order is ln(m/m_μ) m_μ²/m².
        #expect((value.value / expected - 1).magnitude < 1e-9)
    }

    @Test("the contribution falls with the mass")
    func contributionFalls() throws {
        var last = Double.infinity
        for step in 0...400 {
            let value = try MuonMagneticMoment.loopFunction(
                mass: 1e-4 * exponential(Double(step) / 400 * 6), leptonMass: 0.1056583755
            ).value
            #expect(value < last)
            last = value
        }
    }

    @Test("the coupling inverts the contribution")
    func couplingInverts() throws {
        for mass in [0, 1e-3, 0.05, 0.21131, 1, 50] {
            let coupling = try MuonMagneticMoment.coupling(mass: mass, deviation: 251e-11)
            let back = try MuonMagneticMoment.vector(mass: mass, coupling: coupling.value)
            #expect((back.value / 251e-11 - 1).magnitude < 1e-14)
        }
    }

    @Test("the bands of 2021 match independently computed couplings")
    func bandsMatchTheReference() throws {
        // At 10 and 100 MeV: 2σ low, 1σ low, 1σ high, 2σ high.
        let expected: [(Double, [Double])] = [
            (0.01, [3.66301315e-4, 4.40112062e-4, 5.59233918e-4, 6.10134862e-4]),
            (0.1, [6.88765012e-4, 8.27553104e-4, 1.05154074e-3, 1.14725099e-3]),
        ]
        for (mass, edges) in expected {
            let one = try #require(try band(mass, MagneticMomentMeasurements.deviation2021, 1))
            let two = try #require(try band(mass, MagneticMomentMeasurements.deviation2021, 2))
            let found = [two.lower?.value, one.lower?.value, one.upper.value, two.upper.value]
            for (value, reference) in zip(found, edges) {
                #expect((try #require(value) / reference - 1).magnitude < 1e-8)
            }
        }
    }

    @Test("the band of Dev et al. matches independently computed couplings")
    func devBandMatchesTheReference() throws {
        let one = try #require(try band(0.01, MagneticMomentMeasurements.deviationDev2020, 1))
        let five = try #require(try band(0.01, MagneticMomentMeasurements.deviationDev2020, 5))
        #expect((try #require(one.lower).value / 4.28497558e-4 - 1).magnitude < 1e-8)
        #expect((one.upper.value / 5.85668836e-4 - 1).magnitude < 1e-8)
        #expect((five.upper.value / 8.13513149e-4 - 1).magnitude < 1e-8)
    }

    @Test("a deviation consistent with zero gives an upper limit only")
    func bandOf2025IsAnUpperLimit() throws {
        let band = try #require(try band(0.1, MagneticMomentMeasurements.deviation2025, 1))
        #expect(band.lower == nil)
        #expect(band.upper.value > 0)
    }

    @Test("a deviation far below zero leaves no band")
    func negativeDeviationHasNoBand() throws {
        let negative = Measurement(name: "n", value: -5e-9, uncertainty: 1e-9, unit: "1", sources: [])
        #expect(try band(0.1, negative, 2) == nil)
    }

    @Test("arguments without meaning are refused")
    func invalidArgumentsThrow() {
        #expect(throws: MagneticMomentError.invalidMass(-1, of: "boson")) {
            try MuonMagneticMoment.vector(mass: -1, coupling: 1)
        }
        #expect(throws: MagneticMomentError.invalidDeviation(-1e-9)) {
            try MuonMagneticMoment.coupling(mass: 1, deviation: -1e-9)
        }
        #expect(throws: MagneticMomentError.invalidMass(0, of: "lepton")) {
            try MuonMagneticMoment.vector(mass: 1, coupling: 1, leptonMass: 0)
        }
        #expect(throws: MagneticMomentError.self) { try MuonMagneticMoment.vector(mass: 1, coupling: .nan) }
    }

    private func band(
        _ mass: Double, _ measurement: Measurement, _ sigmas: Double
    ) throws -> (lower: Estimate?, upper: Estimate)? {
        let muon = ParticleInputs.standard.muonMass
        return try OneLoopMoment(.vector, leptonMass: muon, loopMass: muon).band(
            mass: mass, measurement: measurement, sigmas: sigmas)
    }
}
