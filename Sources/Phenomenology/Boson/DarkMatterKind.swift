/// What dark matter is, and how it couples to the boson.
public enum DarkMatterKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// g_χ χ̄γ^μχ Z′_μ: annihilates in an s-wave.
    case dirac
    /// i g_χ (φ*∂^μφ − φ∂^μφ*) Z′_μ: p-wave.
    case complexScalar = "complex-scalar"
    /// ½ g_χ χ̄γ^μγ⁵χ Z′_μ: p-wave.
    case majorana

    /// Spin states of one particle, without its antiparticle.
    public var spinStates: Double { self == .complexScalar ? 1 : 2 }
    /// Whether particle and antiparticle differ, so that the relic density is twice that of particles.
    public var hasAntiparticle: Bool { self != .majorana }
    /// n in σv ∝ v^{2n}: 0 for an s-wave, 1 for a p-wave.
    public var velocityOrder: Int { self == .dirac ? 0 : 1 }
}
