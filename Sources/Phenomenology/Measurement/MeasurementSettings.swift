import Reference

/// What a measurement of the running coupling in elastic scattering is made of. GeV.
public struct MeasurementSettings: Codable, Hashable, Sendable {
    /// Which vacuum polarisation the rate contains.
    public enum Polarisation: String, Codable, Sendable, CaseIterable {
        /// |1/(1 − Δα_had)|², as the published rate (Dev2020, eq. 2.7).
        case hadronic
        /// |1/(1 − Δα_lep − Δα_had)|², with the leptons' at one loop and known.
        case full
    }

    /// What is known of the number of events as a whole.
    public enum Normalisation: String, Codable, Sendable, CaseIterable {
        case fixed
        /// A factor that the fit determines along.
        case free
    }

    public var inputs = ParticleInputs.standard
    public var beamEnergy = 150.0
    /// nb⁻¹.
    public var luminosity = 1.5e7
    /// Equal bins of the electron's kinetic energy from ``minimumRecoil`` to the largest.
    public var bins = 50
    public var minimumRecoil = 1.0
    /// Of each bin, relative and independent of all others.
    public var systematic = 0.0
    public var normalisation = Normalisation.fixed
    public var polarisation = Polarisation.full

    public init() {}

    /// The names of the parameters that are fitted.
    public var parameterNames: [String] { normalisation == .free ? ["K", "M", "the normalisation"] : ["K", "M"] }

    func validate() throws(MeasurementError) {
        guard bins >= 1, bins <= 10_000 else {
            throw .invalidSettings("\(bins) bins are not between 1 and 10000")
        }
        guard luminosity > 0, luminosity.isFinite else {
            throw .invalidSettings("a luminosity of \(luminosity) nb^-1 is not above zero")
        }
        guard minimumRecoil > 0 else {
            throw .invalidSettings(
                "a smallest recoil of \(minimumRecoil) GeV is not above zero: the rate diverges there")
        }
        guard systematic >= 0, systematic < 1 else {
            throw .invalidSettings("a systematic error of \(systematic) per bin is not between 0 and 1")
        }
    }
}
