import Foundation
import MomentPhysics
import Reference
import Testing

@Suite("A muon's decay to an electron and a boson")
struct FlavourViolatingDecayTests {
    private let inputs = ParticleInputs.standard

    /// Σ|M|²/2 by explicit traces at unit coupling, times the phase space of two bodies.
    private func width(_ mediator: MuoniumConversion.Mediator, mass: Double) -> Double {
        let (muon, electron) = (inputs.muonMass, inputs.electronMass)
        let electronEnergy = (muon * muon + electron * electron - mass * mass) / (2 * muon)
        let momentum = (electronEnergy * electronEnergy - electron * electron).squareRoot()
        let p = [muon, 0, 0, 0]
        let k = [electronEnergy, 0, 0, momentum]
        let q = sum(p, k, -1)
        let left = GammaMatrix.slash(k) + electron * .one
        let right = GammaMatrix.slash(p) + muon * .one
        var squared = 0.0
        if mediator == .scalar {
            squared = (left * right).trace
        } else {
            for a in 0..<4 {
                for b in 0..<4 {
                    let weight =
                        (a == b ? -GammaMatrix.metric[a] : 0)
                        + GammaMatrix.metric[a] * q[a] * GammaMatrix.metric[b] * q[b] / (mass * mass)
                    squared += weight * (left * GammaMatrix.gamma[a] * right * GammaMatrix.gamma[b]).trace
                }
            }
        }
        return momentum / (8 * .pi * muon * muon) * 0.5 * squared
    }

    @Test("agrees with explicit traces", arguments: MuoniumConversion.Mediator.allCases)
    func traces(mediator: MuoniumConversion.Mediator) throws {
        for mass in [0.001, 0.03, 0.0617, 0.1, 0.105] {
            let found = try FlavourViolatingDecay.width(mediator, mass: mass, coupling: 2).value
            #expect((found / (4 * width(mediator, mass: mass)) - 1).magnitude < 1e-8, "\(mass)")
        }
    }

    @Test("is closed from m_μ − m_e on")
    func closed() throws {
        let edge = MuoniumConversion.smallestMass()
        #expect(try FlavourViolatingDecay.width(.vector, mass: edge, coupling: 1).value == 0)
        #expect(try FlavourViolatingDecay.width(.vector, mass: edge * 0.999, coupling: 1).value > 0)
    }

    @Test("is faster than the muon's own, where the published limit of muonium ends in it")
    func fasterThanTheMuon() throws {
        let limit = try #require(try MuoniumConversion(.vector, formula: .published).limit(mass: 0.1)).value
        #expect(try FlavourViolatingDecay.width(.vector, mass: 0.1, coupling: limit).value > 1e3 * Muonium.muonWidth)
    }
}
