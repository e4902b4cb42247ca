/// What is exchanged beside the photon in μ e → μ e. The coupling is that of the muon, or the flavour-changing one.
public enum ElasticModel: Codable, Hashable, Sendable {
    /// A vector coupled to both leptons; `ratio` is g_e/g_μ, of either sign. Dev et al. call its root r_V (3.1).
    case vector(ratio: Double)
    /// A vector that turns μ into e (3.5).
    case vectorFlavour
    /// The vector of gauged L_μ−L_τ, which reaches the electron at one loop: through the muon's vertex and the mixing with the
    /// photon (4.2).
    case lmuLtau
    /// A scalar coupled to both leptons; `ratio` is y_e/y_μ, of either sign. Dev et al. call its root r_S (5.1).
    case scalar(ratio: Double)
    /// A scalar that turns μ into e (5.3).
    case scalarFlavour

    /// The model by r of Dev et al., r² = g_e/g_μ; a negative r stands for a negative r².
    public static func vector(root: Double) -> ElasticModel { .vector(ratio: root * root.magnitude) }

    /// The same for the scalar.
    public static func scalar(root: Double) -> ElasticModel { .scalar(ratio: root * root.magnitude) }

    /// Whether the rate exists at m = 0: a flavour-changing vector's q_μq_ν/m² does not, and F₁ is infrared divergent.
    var allowsMassless: Bool {
        switch self {
        case .vector, .scalar, .scalarFlavour: true
        case .vectorFlavour, .lmuLtau: false
        }
    }

    /// For messages.
    public var name: String {
        switch self {
        case .vector: "vector"
        case .vectorFlavour: "vector-flavour"
        case .lmuLtau: "lmu-ltau"
        case .scalar: "scalar"
        case .scalarFlavour: "scalar-flavour"
        }
    }
}

/// Which formula of a model is taken.
public enum ElasticForm: String, Codable, Sendable, CaseIterable {
    /// What follows from the Lagrangian, with all masses.
    case lagrangian
    /// What Dev et al. print, where that differs: the flavour-changing vector without the q_μq_ν part of its propagator
    /// and with the opposite interference, the vertex with the opposite interference of F₁ and F₂, the scalar with the
    /// interference of a μ⁻ beam whatever the beam.
    case printed
}
