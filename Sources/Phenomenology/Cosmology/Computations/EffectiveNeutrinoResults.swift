import Computing
import NumericalMethods

/// A range of the boson's mass, GeV.
public struct MassBand: Codable, Hashable, Sendable {
    public var lower: Estimate
    public var upper: Estimate

    public init(lower: Estimate, upper: Estimate) {
        self.lower = lower
        self.upper = upper
    }
}

/// The masses at which the boson eases the tension in the Hubble constant: ΔN_eff between 0.2 and 0.5.
public struct HubbleBand: Computation {
    /// At which neutrinos decouple, GeV.
    public var temperature: Double

    public init(temperature: Double) {
        self.temperature = temperature
    }

    public func compute(_ input: ()) throws -> MassBand {
        let band = try EffectiveNeutrinos.band(temperature: temperature)
        return MassBand(lower: band.lower, upper: band.upper)
    }
}

/// The mass (GeV) at which the boson feigns a number of neutrino species.
public struct ExcessMass: Computation {
    public var excess: Double
    public var temperature: Double

    public init(excess: Double, temperature: Double) {
        self.excess = excess
        self.temperature = temperature
    }

    public func compute(_ input: ()) throws -> Estimate {
        try EffectiveNeutrinos.mass(excess: excess, temperature: temperature)
    }
}

/// ΔN_eff over the boson's mass (GeV).
public struct NeutrinoExcess: Computation {
    public var temperature: Double
    public var masses: LogarithmicGrid

    public init(temperature: Double, masses: LogarithmicGrid) {
        self.temperature = temperature
        self.masses = masses
    }

    public func compute(_ input: ()) throws -> Curve {
        let points = masses.points
        return Curve(
            x: points,
            estimates: try points.map { try EffectiveNeutrinos.excess(mass: $0, temperature: temperature) })
    }
}
