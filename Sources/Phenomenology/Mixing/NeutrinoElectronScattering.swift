import BosonPhysics
import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A neutrino of definite flavour.
public enum NeutrinoFlavour: String, Codable, Hashable, Sendable, CaseIterable {
    case electron, muon, tau

    /// L_μ − L_τ.
    public var charge: Double {
        switch self {
        case .electron: 0
        case .muon: 1
        case .tau: -1
        }
    }
}

/// ν e⁻ → ν e⁻ at tree level in the Standard Model, with a boson of L_μ−L_τ that reaches the electron by kinetic mixing.
///
///     dσ/dT = (2 G_F² m_e/π) [g_L² + g_R² (1−T/E)² − g_L g_R m_e T/E²]
///
/// with g_R = sin²θ_W and g_L = g_R ∓ ½ (plus for ν_e, minus for the others; PDG2022). The boson's vector coupling to the
/// electron, −e ε, and its coupling ±g′ to ν_μ and ν_τ add ∓ g′ e ε(q²) v²/2(m² + 2m_e T) to both, with
/// v² = 1/(√2 G_F) and q² = −2m_e T (Harnik2012 for the part without interference).
public struct NeutrinoElectronScattering: Sendable {
    public let flavour: NeutrinoFlavour
    /// GeV.
    public let bosonMass: Double
    public let mixing: KineticMixing

    /// - Throws: ``MixingError/invalidMass(_:)`` unless the mass is positive.
    public init(flavour: NeutrinoFlavour, bosonMass: Double, mixing: KineticMixing) throws {
        guard bosonMass > 0, bosonMass.isFinite else { throw MixingError.invalidMass(bosonMass) }
        self.flavour = flavour
        self.bosonMass = bosonMass
        self.mixing = mixing
    }

    /// The largest kinetic energy (GeV) of the electron, 2E²/(m_e + 2E), for a neutrino energy in GeV.
    public static func maximumRecoil(energy: Double, inputs: ParticleInputs = .standard) -> Double {
        2 * energy * energy / (inputs.electronMass + 2 * energy)
    }

    /// dσ/dT by powers of the boson's amplitude; the sum is the cross section. GeV⁻³.
    public struct Parts: Codable, Hashable, Sendable {
        public var standardModel: Double
        public var interference: Double
        public var boson: Double
        public var total: Double { standardModel + interference + boson }
    }

    /// dσ/dT at a recoil T and a neutrino energy E (GeV); zero outside 0 ≤ T ≤ T_max. The rounding error is below 10⁻¹².
    /// - Throws: ``MixingError``.
    public func differential(recoil: Double, energy: Double) throws -> Parts {
        try checkEnergy(energy)
        let inputs = mixing.inputs
        guard recoil >= 0, recoil <= Self.maximumRecoil(energy: energy, inputs: inputs) else {
            return Parts(standardModel: 0, interference: 0, boson: 0)
        }
        let right = inputs.weakMixingAngleSquared
        let left = right + (flavour == .electron ? 0.5 : -0.5)
        let shift = try couplingShift(recoil: recoil)
        let y = recoil / energy
        let backward = (1 - y) * (1 - y)
        let mixed = inputs.electronMass * recoil / (energy * energy)
        let scale = 2 * inputs.fermiConstant * inputs.fermiConstant * inputs.electronMass / Double.pi
        return Parts(
            standardModel: scale * (left * left + right * right * backward - left * right * mixed),
            interference: scale * shift * (2 * left + 2 * right * backward - (left + right) * mixed),
            boson: scale * shift * shift * (1 + backward - mixed))
    }

    /// What the boson adds to g_L and to g_R at a recoil T ≥ 0 (GeV).
    /// - Throws: ``MixingError``.
    public func couplingShift(recoil: Double) throws -> Double {
        guard flavour.charge != 0 else { return 0 }
        let inputs = mixing.inputs
        let virtuality = 2 * inputs.electronMass * recoil
        let epsilon = try mixing.epsilon(q2: -virtuality).real.value
        let vacuumSquared = 1 / (2.0.squareRoot() * inputs.fermiConstant)
        return -0.5 * flavour.charge * mixing.coupling * KineticMixing.charge(inputs) * epsilon * vacuumSquared
            / (bosonMass * bosonMass + virtuality)
    }

    /// The cross section with the recoil in a window, by powers of the boson's amplitude. GeV⁻².
    public struct CrossSections: Codable, Hashable, Sendable {
        public var standardModel: Estimate
        public var interference: Estimate
        public var boson: Estimate
        public var total: Estimate {
            standardModel + interference + boson
        }
    }

    /// The cross section for a neutrino energy E (GeV) with the recoil in `recoils` (GeV), cut at T_max; without it, all
    /// recoils.
    /// - Throws: ``MixingError``, also when the window is negative or begins above T_max; `NumericalError`.
    public func crossSections(
        energy: Double, recoils: ClosedRange<Double>? = nil, relativeTolerance: Double = 1e-10
    ) throws -> CrossSections {
        try checkEnergy(energy)
        let maximum = Self.maximumRecoil(energy: energy, inputs: mixing.inputs)
        let window = recoils ?? 0...maximum
        guard window.lowerBound >= 0, window.lowerBound < maximum else {
            throw MixingError.invalidRecoils(
                lower: window.lowerBound, upper: window.upperBound, maximum: maximum)
        }
        // In T = T₀ (eᵘ − 1), with T₀ = m²/2m_e where the propagator turns, every mass is smooth.
        let range = window.lowerBound...min(window.upperBound, maximum)
        func integral(_ part: (Parts) -> Double) throws -> Estimate {
            let scale = max(bosonMass * bosonMass / (2 * mixing.inputs.electronMass), 1e-9 * maximum)
            return try Quadrature.adaptive(
                over: log1p(range.lowerBound / scale)...log1p(range.upperBound / scale),
                relativeTolerance: relativeTolerance, absoluteTolerance: 1e-300
            ) { u in
                let recoil = min(scale * expm1(u), maximum)
                return part(try differential(recoil: recoil, energy: energy)) * (recoil + scale)
            }
        }
        return CrossSections(
            standardModel: try integral(\.standardModel), interference: try integral(\.interference),
            boson: try integral(\.boson))
    }

    private func checkEnergy(_ energy: Double) throws {
        guard energy > 0, energy.isFinite else { throw MixingError.invalidEnergy(energy) }
    }
}
