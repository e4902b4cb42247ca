import Amplitudes
import Reference

/// What exchange of the Z and of the Higgs boson adds to elastic scattering at tree level, by interference with the photon, for
/// momentum transfers far below their masses and an unpolarised beam. GeV.
public struct WeakExchange: Codable, Hashable, Sendable {
    public var inputs: ParticleInputs
    public var beamEnergy: Double
    public static let higgsMass = ParticleConstants.higgsMass.value

    public init(inputs: ParticleInputs = .standard, beamEnergy: Double = 150) {
        self.inputs = inputs
        self.beamEnergy = beamEnergy
    }

    /// The relative change of dσ/dT by interference of photon and Z:
    ///
    ///     2 r [g_V² ± g_A² ((s−Σ)² − (u−Σ)²)/((s−Σ)² + (u−Σ)² + 2tΣ)],   r = √2 G_F(−t)/4πα,
    ///
    /// with g_V = −½ + 2 sin²θ_W, g_A = −½, Σ = m_μ² + m_e², + for μ⁻. It leaves out the squared exchange (below 10⁻⁹) and
    /// −t/M_Z² (below 2·10⁻⁵ of this). A polarised beam adds a term with g_V g_A.
    public func weakShift(recoil: Double, beam: BeamCharge) -> Double {
        let masses = inputs.muonMass * inputs.muonMass + inputs.electronMass * inputs.electronMass
        let transfer = 2 * inputs.electronMass * recoil
        let direct = 2 * inputs.electronMass * beamEnergy
        let crossed = transfer - direct
        let strength = 2.0.squareRoot() * inputs.fermiConstant * transfer / (4 * .pi * inputs.fineStructure)
        let vector = -0.5 + 2 * inputs.weakMixingAngleSquared
        let axial =
            0.25 * (direct * direct - crossed * crossed)
            / (direct * direct + crossed * crossed - 2 * transfer * masses)
        return 2 * strength * (vector * vector - beam.sign * axial)
    }

    /// The relative change by interference of photon and Higgs boson, a scalar that couples as m/v with v⁻² = √2 G_F.
    public func scalarShift(recoil: Double, beam: BeamCharge) -> Double {
        let exchange = ElasticExchange(
            muonMass: inputs.muonMass, electronMass: inputs.electronMass, fineStructure: inputs.fineStructure)
        let masses = inputs.muonMass * inputs.muonMass + inputs.electronMass * inputs.electronMass
        let s = masses + 2 * inputs.electronMass * beamEnergy
        let t = -2 * inputs.electronMass * recoil
        let couplings = 2.0.squareRoot() * inputs.fermiConstant * inputs.muonMass * inputs.electronMass
        let photon = MuonElectronElastic(
            muonMass: inputs.muonMass, electronMass: inputs.electronMass, fineStructure: inputs.fineStructure
        ).squaredAmplitude(s: s, t: t)
        return exchange.scalar(s: s, t: t, beam: beam).interference * couplings
            / (t - Self.higgsMass * Self.higgsMass) / photon
    }
}
