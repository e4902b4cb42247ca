import BuildGraph
import NumericalMethods
import Phenomenology

/// The masses at which the heated neutrinos count as 0.2 to 0.5 of a species, which eases the tension in the Hubble
/// constant, for a temperature (GeV) at which they leave the plasma.
public struct HubbleBand: Computation {
    public var temperature: Double

    public init(temperature: Double) {
        self.temperature = temperature
    }

    /// GeV.
    public struct Masses: Codable, Hashable, Sendable {
        public var lower: Estimate
        public var upper: Estimate
    }

    public func compute(_ input: ()) throws -> Masses {
        let band = try EffectiveNeutrinos.band(temperature: temperature)
        return Masses(lower: band.lower, upper: band.upper)
    }
}
