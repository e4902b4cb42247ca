/// What neutrinos meet on their way: a length of constant density.
public struct MatterLayer: Codable, Hashable, Sendable {
    /// m.
    public var length: Double
    /// g/cm³; zero is the vacuum.
    public var density: Double
    /// Electrons per nucleon.
    public var electronFraction: Double

    public init(length: Double, density: Double, electronFraction: Double = 0.5) {
        self.length = length
        self.density = density
        self.electronFraction = electronFraction
    }

    public static func vacuum(length: Double) -> MatterLayer { MatterLayer(length: length, density: 0) }

    /// √2 G_F n_e, GeV: by what forward scattering on electrons raises the energy of ν_e, and lowers that of its
    /// antiparticle.
    public var potential: Double {
        let electrons = electronFraction * density / MatterConstants.gramsPerNucleon
        let cubicCentimetre = MatterConstants.hbarC * 1e2
        return 2.0.squareRoot() * MatterConstants.fermi * electrons * cubicCentimetre * cubicCentimetre
            * cubicCentimetre
    }
}

/// CODATA 2018, and the Fermi constant of the Particle Data Group (2022).
public enum MatterConstants {
    /// ħc, GeV m.
    public static let hbarC = 1.973269804e-16
    /// G_F/(ħc)³, GeV⁻².
    public static let fermi = 1.1663788e-5
    /// The atomic mass constant, g: nucleons as they are bound in nuclei, to a few parts in a thousand.
    public static let gramsPerNucleon = 1.66053906660e-24
    /// The mean of proton and neutron, g: free nucleons, which some publications count.
    public static let gramsPerFreeNucleon = (1.67262192369e-24 + 1.67492749804e-24) / 2
}
