import Reference

/// The bound state μ⁺e⁻ in its ground state, without relativistic and radiative corrections (parts in 10³). GeV.
public struct Muonium: Codable, Hashable, Sendable {
    public var inputs: ParticleInputs

    public init(inputs: ParticleInputs = .standard) {
        self.inputs = inputs
    }

    /// ħ/τ_μ = 2.996·10⁻¹⁹ GeV.
    public static let muonWidth =
        ParticleConstants.reducedPlanckConstant.value / ParticleConstants.muonLifetime.value

    /// m_μ + m_e.
    public var mass: Double { inputs.muonMass + inputs.electronMass }

    /// m_e m_μ/(m_e + m_μ).
    public var reducedMass: Double { inputs.electronMass * inputs.muonMass / mass }

    /// |ψ(0)|² = (αμ)³/π of the ground state, in GeV³.
    public var densityAtOrigin: Double {
        let momentum = inputs.fineStructure * reducedMass
        return momentum * momentum * momentum / .pi
    }

    /// Fermi's splitting of the triplet and the singlet, (8/3) α⁴ μ³/(m_e m_μ); measured: 0.2 % more.
    public var hyperfineSplitting: Double {
        8.0 / 3 * .pi * inputs.fineStructure * densityAtOrigin / (inputs.electronMass * inputs.muonMass)
    }

    /// e B in GeV² of a magnetic field in tesla.
    static func chargeTimesField(_ tesla: Double) -> Double {
        // A momentum of 0.299792458 GeV bends with a radius of 1 m in 1 T; a metre is 1/(1.973…·10⁻¹⁶ GeV).
        ParticleConstants.speedOfLight.value / 1e9 * (ParticleConstants.conversionLength.value * 1e-15) * tesla
    }

    /// How a magnetic field mixes the two states without a spin along it: the tangent of twice the angle,
    /// x = eB (1/m_e + 1/m_μ)/splitting, with g = 2. 0.63 at 0.1 T.
    public func mixingRatio(magneticField tesla: Double) -> Double {
        Self.chargeTimesField(tesla) / (reducedMass * hyperfineSplitting)
    }

    /// The distance (GeV) in a field between μ⁺e⁻ and μ⁻e⁺ with both spins along it, eB (1/m_e − 1/m_μ): the moments of
    /// the one are opposite to those of the other.
    public func antimuoniumDistance(magneticField tesla: Double) -> Double {
        Self.chargeTimesField(tesla) * (1 / inputs.electronMass - 1 / inputs.muonMass)
    }
}
