import Reference

/// A line of the solar neutrino spectrum with its flavours at the Earth.
public struct SolarNeutrinoLine: Codable, Hashable, Sendable {
    /// GeV.
    public var energy: Double
    public var mixing: LeptonMixing

    public init(energy: Double, mixing: LeptonMixing) {
        self.energy = energy
        self.mixing = mixing
    }

    /// The line of ⁷Be at 862 keV, after averaged vacuum oscillations. (Matter in the Sun lowers the share of ν_e at this
    /// energy by a few per cent, which is neglected.)
    public static let beryllium7 = SolarNeutrinoLine(energy: 0.862e-3, mixing: .symmetric)
}

/// Angles and phase of the neutrino mixing matrix in the standard parametrisation.
public struct LeptonMixing: Codable, Hashable, Sendable {
    public var sinSquared12: Double
    public var sinSquared13: Double
    public var sinSquared23: Double
    /// Cosine of the CP phase δ.
    public var cosineOfPhase: Double
    public var sources: [SourceKey]

    public init(
        sinSquared12: Double, sinSquared13: Double, sinSquared23: Double, cosineOfPhase: Double, sources: [SourceKey]
    ) {
        self.sinSquared12 = sinSquared12
        self.sinSquared13 = sinSquared13
        self.sinSquared23 = sinSquared23
        self.cosineOfPhase = cosineOfPhase
        self.sources = sources
    }

    /// Averages of the Particle Data Group for the normal ordering; the phase is set to its CP-violating value.
    public static let standard = LeptonMixing(
        sinSquared12: 0.307, sinSquared13: 0.0220, sinSquared23: 0.546, cosineOfPhase: 0, sources: [.pdg2022])

    /// As ``standard`` but with a maximal angle between the second and third family, whose octant is not known: as many
    /// ν_μ as ν_τ arrive, and the interference of an L_μ−L_τ boson with the Standard Model cancels between them.
    public static let symmetric = LeptonMixing(
        sinSquared12: 0.307, sinSquared13: 0.0220, sinSquared23: 0.5, cosineOfPhase: 0, sources: [.pdg2022])

    /// Σᵢ |U_ei|² |U_αi|², the probability that a ν_e arrives as `flavour` when the mass states have lost their phases.
    /// For angles that are possible (0 ≤ sin² ≤ 1) the three add up to one.
    public func averagedProbability(to flavour: NeutrinoFlavour) -> Double {
        let (s12, s13, s23) = (sinSquared12, sinSquared13, sinSquared23)
        let (c12, c13, c23) = (1 - s12, 1 - s13, 1 - s23)
        let electron = [c12 * c13, s12 * c13, s13]
        let cross = 2 * (s12 * c12 * s23 * c23 * s13).squareRoot() * cosineOfPhase
        let row: [Double] =
            switch flavour {
            case .electron: electron
            case .muon: [s12 * c23 + c12 * s23 * s13 + cross, c12 * c23 + s12 * s23 * s13 - cross, s23 * c13]
            case .tau: [s12 * s23 + c12 * c23 * s13 - cross, c12 * s23 + s12 * c23 * s13 + cross, c23 * c13]
            }
        return zip(electron, row).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
