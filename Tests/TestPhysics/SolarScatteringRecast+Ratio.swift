import BosonPhysics
import MixingPhysics
import NumericalMethods

extension SolarScatteringRecast {
    /// Rate over Standard Model rate, for a boson of mass `bosonMass` (GeV) and this mixing, flavours weighted as they arrive.
    /// - Throws: ``MixingError``, `NumericalError`.
    package func ratio(bosonMass: Double, mixing: KineticMixing) throws -> Estimate {
        let rates = try weighted(bosonMass: bosonMass, mixing: mixing)
        return rates.total / rates.standardModel
    }
}
