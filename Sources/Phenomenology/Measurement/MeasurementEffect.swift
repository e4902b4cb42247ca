import Amplitudes
import ElasticPhysics

/// Something that data contain and the template does not. GeV, radians.
public enum MeasurementEffect: Codable, Hashable, Sendable {
    /// The beam's energy is not the template's, by this much; the bins stay.
    case beamEnergy(shift: Double)
    /// The beam's energy is normally distributed with this relative standard deviation.
    case beamSpread(Double)
    /// The template contains such a spread, the data one that is larger by a share of it.
    case beamSpreadError(Double, share: Double)
    /// The recoil is inferred from the electron's angle, which is measured with a normal error of this standard deviation
    /// in the plane of scattering, the same for all energies.
    case angularResolution(Double)
    /// The template contains such a resolution, the data one that is larger by a share of it.
    case angularResolutionError(Double, share: Double)
    /// All bins have more events by this share.
    case normalisation(Double)
    /// Z exchange (``WeakExchange/weakShift(recoil:)``).
    case weakExchange(BeamCharge)
    /// Higgs exchange (``WeakExchange/scalarShift(recoil:)``).
    case scalarExchange(BeamCharge)
    /// A new particle (``ElasticSignal``).
    case newParticle(ElasticModel, mass: Double, coupling: Double, beam: BeamCharge)
}
