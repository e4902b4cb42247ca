import Reference

/// A charged lepton by name.
public enum ChargedLepton: String, Codable, Hashable, Sendable, CaseIterable {
    case electron
    case muon
    case tau

    /// GeV.
    public func mass(_ inputs: ParticleInputs = .standard) -> Double {
        switch self {
        case .electron: inputs.electronMass
        case .muon: inputs.muonMass
        case .tau: inputs.tauMass
        }
    }
}

extension OneLoopMoment {
    /// The moment of `lepton` with `loop` in the loop.
    public init(
        _ mediator: Mediator, of lepton: ChargedLepton, loop: ChargedLepton, inputs: ParticleInputs = .standard
    ) {
        self.init(mediator, leptonMass: lepton.mass(inputs), loopMass: loop.mass(inputs))
    }
}
