/// Which neutrino is heaviest.
public enum MassOrdering: String, Codable, Sendable, CaseIterable {
    case normal, inverted
}

/// A beam of ν_μ, a detector far away, and what the neutrinos are.
public struct LongBaseline: Codable, Hashable, Sendable {
    /// For the normal ordering.
    public var mixing: NeutrinoMixing
    /// m₃² − m₂² of the inverted ordering, GeV²: negative.
    public var invertedSplitting32: Double
    /// m.
    public var length: Double
    /// The mean along the way, g/cm³.
    public var density: Double
    public var electronFraction: Double

    public init(
        mixing: NeutrinoMixing, invertedSplitting32: Double, length: Double, density: Double, electronFraction: Double
    ) {
        self.mixing = mixing
        self.invertedSplitting32 = invertedSplitting32
        self.length = length
        self.density = density
        self.electronFraction = electronFraction
    }

    public var layer: MatterLayer {
        MatterLayer(length: length, density: density, electronFraction: electronFraction)
    }

    /// The mixing of an ordering: the angles of the normal one.
    public func mixing(_ ordering: MassOrdering, phase: Double) -> NeutrinoMixing {
        var mixing = mixing.with(phase: phase)
        if ordering == .inverted { mixing.splitting31 = invertedSplitting32 + mixing.splitting21 }
        return mixing
    }

    /// Through matter of constant density.
    public func propagation(
        energy: Double, _ lepton: Lepton = .neutrino, phase: Double, _ ordering: MassOrdering = .normal
    ) -> Propagation {
        Propagation(mixing(ordering, phase: phase), energy: energy, lepton, through: [layer])
    }

    /// The energy at which Δm²₃₁L/4E is π/2, GeV: the first maximum without matter and the smaller splitting.
    var firstVacuumMaximum: Double {
        mixing.splitting31.magnitude * length / (2 * .pi * MatterConstants.hbarC)
    }
}

/// Equally spaced points from one end to the other.
public struct LinearGrid: Codable, Hashable, Sendable {
    public var lower: Double
    public var upper: Double
    public var count: Int

    public init(lower: Double, upper: Double, count: Int) {
        self.lower = lower
        self.upper = upper
        self.count = count
    }

    /// The ends are exactly `lower` and `upper`.
    public var points: [Double] {
        (0..<count).map { index in
            index == count - 1 ? upper : lower + (upper - lower) * Double(index) / Double(max(count - 1, 1))
        }
    }
}
