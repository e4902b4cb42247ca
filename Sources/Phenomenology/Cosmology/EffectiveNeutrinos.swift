import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The number of neutrino species that a boson of L_μ−L_τ feigns by heating ν_μ and ν_τ after they left the plasma.
///
/// At the temperature T at which neutrinos decouple, the boson is in equilibrium with ν_μ and ν_τ alone. Their common
/// entropy is conserved, and the boson's ends in the neutrinos, whose temperature rises by (1 + s_Z′/s_ν)^⅓. Hence
///
///     ΔN_eff = 2 [(1 + s_Z′/s_ν)^{4/3} − 1],   s_Z′ = (3/2π²)∫dp p² (E + p²/3E)/T /(e^{E/T} − 1),   s_ν = (7/2)(2π²/45)T³
///
/// with three polarisations and four fermionic states. Decoupling is taken to be instantaneous and ν_e to stay apart, so
/// this is an estimate: the temperature is its parameter. GeV.
public enum EffectiveNeutrinos {
    /// T = 1.5 MeV: with ΔN_eff = 0.7 the estimate gives the mass bound near 5.3 MeV that detailed work has found.
    public static let standardTemperature = 1.5e-3
    /// The line that the literature draws: 5.3 MeV, below which light elements exclude the boson, whatever its coupling as long
    /// as it was in equilibrium. Published: arXiv:1805.00651 as used by Dev et al. (Dev2020).
    public static let publishedMassBound = 5.3e-3
    /// Another choice for the temperature at which ν_μ and ν_τ decouple.
    public static let hotterTemperature = 2.3e-3
    /// ΔN_eff for which the tension in the Hubble constant is eased.
    public static let hubbleExcess = 0.2...0.5
    /// N_eff of the Standard Model, which ``number(mass:temperature:)`` adds to the excess (Bennett2021).
    public static let standardNumber = 3.044
    /// The excess that a massless boson gives: s_Z′/s_ν = 3/(7/2).
    public static let largestExcess = 2 * (pow(13.0 / 7, 4.0 / 3) - 1)

    /// s_ν / T³ of ν_μ and ν_τ.
    private static let neutrinoEntropy = 3.5 * 2 * Double.pi * Double.pi / 45

    /// s/T³ of a massive vector boson (three states) at m/T = `x` ≥ 0, by integration over momenta.
    /// - Throws: ``CosmologyError/fractionOutOfRange(name:value:)`` for a negative or infinite ratio.
    public static func bosonEntropy(massOverTemperature x: Double) throws -> Estimate {
        guard x.isFinite, x >= 0 else { throw CosmologyError.fractionOutOfRange(name: "ratio m/T", value: x) }
        // What lies beyond p = 60 T + 12 √(x) T is below e⁻⁶⁰ of the whole.
        let end = 60 + 12 * x.squareRoot()
        let integral = try Quadrature.adaptive(splitAt: [0, 1, 5, 20, end], relativeTolerance: 1e-13) { p in
            let energy = (p * p + x * x).squareRoot()
            // e^{−x} is put back below, so that a heavy boson does not underflow.
            let weight = exp(x - energy) / -expm1(-energy)
            return p * p * (energy + p * p / (3 * energy)) * weight
        }
        let factor = 3 / (2 * Double.pi * Double.pi) * exp(-x)
        return integral.scaled(by: factor)
    }

    /// ΔN_eff for a boson of `mass` (GeV, ≥ 0) with decoupling at `temperature` (GeV, > 0). A pure number, with the error
    /// of the integral.
    public static func excess(mass: Double, temperature: Double = standardTemperature) throws -> Estimate {
        try check(temperature)
        guard mass.isFinite, mass >= 0 else { throw CosmologyError.massOutOfRange(name: "boson", value: mass) }
        let entropy = try bosonEntropy(massOverTemperature: mass / temperature)
        // expm1 and log1p keep the digits of a small excess.
        return entropy.mapped(operations: 16) { 2 * expm1(4.0 / 3 * log1p($0 / neutrinoEntropy)) }
    }

    /// N_eff = ``standardNumber`` + ΔN_eff.
    public static func number(mass: Double, temperature: Double = standardTemperature) throws -> Estimate {
        try standardNumber + excess(mass: mass, temperature: temperature)
    }

    /// The mass (GeV) at which the boson gives `excess`, 1e-12 ≤ excess < ``largestExcess``. Beyond the error the excess is on
    /// the other side, whatever the error of the integral.
    public static func mass(excess: Double, temperature: Double = standardTemperature) throws -> Estimate {
        try check(temperature)
        guard excess >= 1e-12, excess < largestExcess * (1 - 1e-9) else {
            throw CosmologyError.excessOutOfRange(excess, largest: largestExcess)
        }
        return try RootFinding.certified(in: 0...60, tolerance: 1e-13) { x in
            try (Self.excess(mass: x * temperature, temperature: temperature) / excess).mapped(through: log)
        }.scaled(by: temperature)
    }

    /// The masses (GeV) for which the excess lies in `excess`: from the mass of its larger to that of its smaller end.
    public static func band(
        excess: ClosedRange<Double> = hubbleExcess, temperature: Double = standardTemperature
    ) throws -> (lower: Estimate, upper: Estimate) {
        (
            try mass(excess: excess.upperBound, temperature: temperature),
            try mass(excess: excess.lowerBound, temperature: temperature)
        )
    }

    private static func check(_ temperature: Double) throws {
        guard temperature.isFinite, temperature > 0 else { throw CosmologyError.temperatureNotPositive(temperature) }
    }
}
