import NumericalMethods
import Reference

/// The running Δα_lep(t) of the electromagnetic coupling from loops of e, μ and τ, at one loop.
public struct LeptonicRunning: Codable, Hashable, Sendable {
    public let electron: LoopRunning
    public let muon: LoopRunning
    public let tau: LoopRunning

    /// - Throws: ``RunningError/invalidInputs`` unless the masses and 1/α are finite and positive.
    public init(inputs: ParticleInputs = .standard) throws(RunningError) {
        let masses = [inputs.electronMass, inputs.muonMass, inputs.tauMass]
        guard (masses + [inputs.inverseFineStructure]).allSatisfy({ $0 > 0 && $0.isFinite }) else {
            throw .invalidInputs
        }
        func loop(_ mass: Double) -> LoopRunning {
            LoopRunning(strength: inputs.fineStructure / Double.pi, massSquared: mass * mass)
        }
        electron = loop(inputs.electronMass)
        muon = loop(inputs.muonMass)
        tau = loop(inputs.tauMass)
    }

    /// Δα_lep(t), positive for t = `q2` < 0 (GeV²); real parts above the thresholds.
    public func value(q2: Double) -> Double { electron.value(q2: q2) + muon.value(q2: q2) + tau.value(q2: q2) }

    /// Δα_lep(t) with its rounding.
    public func estimate(q2: Double) -> Estimate { sum { $0.estimate(q2: q2) } }

    func sum<Failure: Error>(_ part: (LoopRunning) throws(Failure) -> Estimate) throws(Failure) -> Estimate {
        try part(electron) + part(muon) + part(tau)
    }
}
