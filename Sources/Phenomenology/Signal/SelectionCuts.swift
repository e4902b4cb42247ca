#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The selection of events in the laboratory. Angles to the beam in radians, energies in GeV.
public struct SelectionCuts: Codable, Hashable, Sendable {
    /// The muon's angle exceeds this; 0 is no cut. In [0, π/2).
    public var minimumMuonAngle: Double
    /// The electron's total energy E_e (mass included) exceeds this; `nil` is no cut.
    public var minimumElectronEnergy: Double?
    /// The electron's total energy E_e stays below this; `nil` is no cut.
    public var maximumElectronEnergy: Double?
    /// The electron's angle stays below this; `nil` is no cut. In (0, π/2).
    public var maximumElectronAngle: Double?

    public init(
        minimumMuonAngle: Double = 0, minimumElectronEnergy: Double? = nil, maximumElectronEnergy: Double? = nil,
        maximumElectronAngle: Double? = nil
    ) {
        self.minimumMuonAngle = minimumMuonAngle
        self.minimumElectronEnergy = minimumElectronEnergy
        self.maximumElectronEnergy = maximumElectronEnergy
        self.maximumElectronAngle = maximumElectronAngle
    }

    /// θ_μ > 1.5 mrad and 1 GeV < E_e < 25 GeV: Asai et al., Phys. Rev. D 106, L051702 (2022).
    public static let published = SelectionCuts(
        minimumMuonAngle: 1.5e-3, minimumElectronEnergy: 1, maximumElectronEnergy: 25)
    /// θ_μ > 1.5 mrad alone.
    public static let angleOnly = SelectionCuts(minimumMuonAngle: 1.5e-3)
    /// All of phase space.
    public static let none = SelectionCuts()

    /// sin²(θ/2) of the muon's angle cut.
    package var halfAngleSineSquared: Double {
        let sine = sin(0.5 * minimumMuonAngle)
        return sine * sine
    }

    package func validate() throws(SignalError) {
        guard minimumMuonAngle >= 0, minimumMuonAngle < 0.5 * Double.pi else {
            throw .angleOutOfRange(name: "smallest muon angle", value: minimumMuonAngle)
        }
        if let angle = maximumElectronAngle {
            guard angle > 0, angle < 0.5 * Double.pi else {
                throw .angleOutOfRange(name: "largest electron angle", value: angle)
            }
        }
        for energy in [minimumElectronEnergy, maximumElectronEnergy] {
            if let energy, !(energy >= 0) || energy.isInfinite {
                throw .invalidElectronEnergy(energy)
            }
        }
        if let lower = minimumElectronEnergy, let upper = maximumElectronEnergy, lower > upper {
            throw .emptyElectronWindow(lower: lower, upper: upper)
        }
    }
}
