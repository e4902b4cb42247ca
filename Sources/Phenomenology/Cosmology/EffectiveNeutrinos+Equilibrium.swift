import BosonPhysics
import NumericalMethods
import Reference

extension EffectiveNeutrinos {
    /// The coupling g′ above which νν̄ → Z′ keeps the boson in equilibrium with ν_μ and ν_τ when they decouple: below, the
    /// bound from light elements on its mass does not hold as it stands.
    ///
    /// Inverse decays replace what decays, at the rate Γ K₁(m/T)/K₂(m/T) with Γ = g′² m/12π of both flavours, which is set
    /// equal to the expansion rate H = √(4π³g_ρ/45) T²/M_Pl. An estimate within a factor of about two, as the rate at one
    /// temperature stands for its history; its error is that of the table of degrees of freedom, and rounding.
    ///
    /// - Parameters:
    ///   - mass: GeV, above zero and below 2m_μ.
    ///   - temperature: of decoupling, GeV.
    /// - Throws: ``CosmologyError``.
    public static func equilibriumCoupling(
        mass: Double, temperature: Double = standardTemperature, relic: RelicInputs = .standard,
        inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        try EquilibriumCoupling(temperature: temperature, relic: relic, inputs: inputs).coupling(mass: mass)
    }
}

/// ``EffectiveNeutrinos/equilibriumCoupling(mass:temperature:relic:inputs:)`` made ready for many masses.
public struct EquilibriumCoupling: Sendable {
    private let temperature: Double
    private let planckMass: Double
    private let inputs: ParticleInputs
    /// g_ρ at the temperature, with what its table leaves open.
    private let degrees: Estimate

    /// - Parameter temperature: of decoupling, GeV.
    /// - Throws: ``CosmologyError``.
    public init(
        temperature: Double = EffectiveNeutrinos.standardTemperature, relic: RelicInputs = .standard,
        inputs: ParticleInputs = .standard
    ) throws {
        guard temperature.isFinite, temperature > 0 else { throw CosmologyError.temperatureNotPositive(temperature) }
        self.temperature = temperature
        self.inputs = inputs
        planckMass = relic.planckMass
        let table = try DegreesOfFreedom(electronMass: inputs.electronMass)
        let straight = table.values(temperature: temperature).energy
        let error = Estimate.exact(straight * table.interpolationError(temperature: temperature).energy, as: .bound)
        degrees = Estimate.exact(straight).widened(by: error)
    }

    /// - Parameter mass: GeV, above zero and below 2m_μ.
    /// - Throws: ``CosmologyError``.
    public func coupling(mass: Double) throws -> Estimate {
        guard mass.isFinite, mass > 0, mass < 2 * inputs.muonMass else {
            throw CosmologyError.massOutOfRange(name: "boson", value: mass)
        }
        let x = mass / temperature
        let dilation = BesselK.scaled(order: 1, x) / BesselK.scaled(order: 2, x)
        let width = try ZPrimeWidths(mass: mass, coupling: 1, inputs: inputs).neutrinos
        return degrees.mapped(operations: 64) { degrees in
            let expansion =
                (4 * Double.pi * Double.pi * Double.pi * degrees / 45).squareRoot() * temperature * temperature
                / planckMass
            return (expansion / (width * dilation)).squareRoot()
        }
    }
}
