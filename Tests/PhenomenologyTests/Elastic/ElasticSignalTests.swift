import Amplitudes
import ElasticPhysics
import FormFactorPhysics
import Kinematics
import NumericalMethods
import Reference
import TestPhysics
import Testing

@Suite("The rate with a new boson")
struct ElasticSignalTests {
    let rate: ElasticRate

    init() throws { rate = try ElasticRate(beamEnergy: 150) }

    /// The bracket of (3.1), as printed.
    @Test("of a vector is the printed bracket, for couplings of either sign")
    func vector() throws {
        let stream = RandomStream("elastic vector")
        let (alpha, electron) = (1 / 137.036, 0.51099895e-3)
        for index in 0..<100 {
            func u(_ counter: Int) -> Double { stream.uniform(at: UInt64(4 * index + counter)) }
            let (recoil, mass) = (1 + 138 * u(0), 0.001 + u(1))
            let (coupling, ratio) = (0.1 * u(2), 2 * u(3) - 1)
            let product = ratio * coupling * coupling
            let transfer = electron * recoil
            let pole = mass * mass + 2 * transfer
            let printed =
                1 + product * transfer * (2 * transfer + mass * mass) / (.pi * alpha * pole * pole)
                + product * product * transfer * transfer / (4 * .pi * .pi * alpha * alpha * pole * pole)
            let value = try ElasticSignal(.vector(ratio: ratio), mass: mass, rate: rate)
                .rateRatio(recoil: recoil, coupling: coupling)
            #expect((value / printed - 1).magnitude < 1e-13)
        }
    }

    /// |M|² of every model from spinors at the momenta of the laboratory, over the photon's.
    @Test(
        "is that of explicit spinors",
        arguments: [
            ElasticModel.vector(ratio: -0.16), .vectorFlavour, .scalar(ratio: 4), .scalarFlavour, .lmuLtau,
        ], BeamCharge.allCases)
    func spinors(model: ElasticModel, beam: BeamCharge) throws {
        let stream = RandomStream("elastic spinors")
        let inputs = rate.inputs
        for index in 0..<30 {
            func u(_ counter: Int) -> Double { stream.uniform(at: UInt64(4 * index + counter)) }
            let (recoil, mass, coupling) = (1 + 138 * u(0), 0.12 + u(1), 0.05 + u(2))
            let signal = try ElasticSignal(model, mass: mass, rate: rate, beam: beam)
            let amplitude = ElasticExchangeSpinors(
                muonMass: inputs.muonMass, electronMass: inputs.electronMass, fineStructure: inputs.fineStructure,
                beam: beam)
            func squared(_ exchange: ElasticExchangeSpinors.Exchange) -> Double {
                let (incoming, outgoing) = centreOfMass(recoil: recoil)
                let isResonant = beam == .positive
                return amplitude.squaredAmplitude(
                    incoming: incoming, outgoing: outgoing, exchange: exchange, mass: mass,
                    width: isResonant ? coupling * coupling * mass / (8 * .pi) : 0)
            }
            let expected = try squared(exchange(model, mass: mass, coupling: coupling, recoil: recoil)) / squared(.none)
            let value = try signal.rateRatio(recoil: recoil, coupling: coupling)
            #expect((value / expected - 1).magnitude < 1e-9, "\(model), T = \(recoil), m = \(mass)")
        }
    }

    private func exchange(
        _ model: ElasticModel, mass: Double, coupling: Double, recoil: Double
    ) throws -> ElasticExchangeSpinors.Exchange {
        switch model {
        case .vector(let ratio): return .vector(electron: ratio * coupling, muon: coupling)
        case .scalar(let ratio): return .scalar(electron: ratio * coupling, muon: coupling)
        case .vectorFlavour: return .flavourVector(coupling: coupling)
        case .scalarFlavour: return .flavourScalar(coupling: coupling)
        case .lmuLtau:
            let formFactors = try LmuLtauFormFactors(mass: mass, inputs: rate.inputs)
            let q2 = rate.momentumTransferSquared(recoil: recoil)
            let unit = coupling * coupling / (16 * .pi * .pi)
            return .vertex(
                charge: unit * (try formFactors.f1(q2: q2).value + formFactors.mixing(q2: q2).value),
                magnetic: unit * (try formFactors.f2(q2: q2).value))
        }
    }

    /// The momenta of the centre-of-mass frame, where spinors lose no digits.
    private func centreOfMass(
        recoil: Double
    ) -> (incoming: (muon: FourVector, electron: FourVector), outgoing: (muon: FourVector, electron: FourVector)) {
        let (muon, electron) = (rate.inputs.muonMass, rate.inputs.electronMass)
        let total = rate.kinematics.centreOfMassEnergy
        let momentum = TwoBody.momentum(total: total, first: muon, second: electron)
        let cosine = 1 - 2 * recoil / rate.maximumRecoil
        let sine = (1 - cosine * cosine).squareRoot()
        func pair(_ x: Double, _ z: Double) -> (muon: FourVector, electron: FourVector) {
            (FourVector(mass: muon, x: x, y: 0, z: z), FourVector(mass: electron, x: -x, y: 0, z: -z))
        }
        return (pair(0, momentum), pair(momentum * sine, momentum * cosine))
    }

    @Test("a scalar and the photon interfere with opposite signs for the two beams")
    func scalarSign() throws {
        func excess(_ beam: BeamCharge, _ form: ElasticForm) throws -> Double {
            try ElasticSignal(.scalar(ratio: 1), mass: 0.1, rate: rate, beam: beam, form: form).shape(recoil: 50).linear
        }
        #expect(try excess(.positive, .lagrangian) > 0)
        #expect(try excess(.positive, .lagrangian) == -excess(.negative, .lagrangian))
        #expect(try excess(.positive, .printed) == excess(.negative, .lagrangian))
    }

    /// The part of the propagator that is left out is worth (m_μ − m_e)²/m²: nothing for heavy bosons, where only the
    /// sign remains.
    @Test("a heavy flavour-changing vector differs from the printed one by the interference's sign alone")
    func printedFlavour() throws {
        let derived = try ElasticSignal(.vectorFlavour, mass: 100, rate: rate).shape(recoil: 50)
        let printed = try ElasticSignal(.vectorFlavour, mass: 100, rate: rate, form: .printed).shape(recoil: 50)
        #expect((derived.linear / printed.linear + 1).magnitude < 1e-5)
        #expect((derived.quadratic / printed.quadratic - 1).magnitude < 1e-5)
    }

    @Test("at the resonance the rate of a flavour-changing boson is that of its width, whatever the coupling")
    func resonance() throws {
        let mass = rate.kinematics.centreOfMassEnergy
        for model in [ElasticModel.vectorFlavour, .scalarFlavour] {
            let signal = try ElasticSignal(model, mass: mass, rate: rate)
            let (weak, strong) = try (
                signal.rateRatio(recoil: 50, coupling: 0.01), signal.rateRatio(recoil: 50, coupling: 0.1)
            )
            #expect((weak / strong - 1).magnitude < 1e-6 && weak > 10)
        }
    }

    @Test("masses, recoils and couplings that cannot be are refused")
    func refusals() throws {
        for mass in [0, -1, Double.nan, .infinity] {
            #expect(throws: ElasticError.self) { try ElasticSignal(.vectorFlavour, mass: mass, rate: rate) }
        }
        let signal = try ElasticSignal(.vectorFlavour, mass: 0.2, rate: rate)
        for recoil in [0, 150, Double.nan] {
            #expect(throws: ElasticError.self) { try signal.rateRatio(recoil: recoil, coupling: 1) }
        }
        #expect(throws: ElasticError.badCoupling(-1)) { try signal.rateRatio(recoil: 10, coupling: -1) }
        let below = 0.0275264  // (m_μ² − m_e²)/√s
        #expect(throws: ElasticError.self) {
            try ElasticSignal(.vectorFlavour, mass: below, rate: rate, beam: .negative)
        }
        #expect(throws: Never.self) { try ElasticSignal(.vectorFlavour, mass: below, rate: rate) }
    }
}
