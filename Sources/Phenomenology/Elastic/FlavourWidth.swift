import Kinematics

/// The width of a boson to μ⁺e⁻ from its Lagrangian, at tree level with all masses.
///
/// L = g X_α(μ̄γ^αe + ēγ^αμ) or y φ(μ̄e + ēμ). A real field, which muonium's conversion to antimuonium needs, decays to
/// μ⁻e⁺ as often: twice this width.
public enum FlavourWidth {
    /// Of a vector, GeV: g²m/12π where the masses of the leptons vanish. Zero below threshold.
    public static func vector(mass: Double, coupling: Double, muonMass b: Double, electronMass a: Double) -> Double {
        let product = 0.5 * (mass * mass - a * a - b * b)
        // −g^{αβ} + q^αq^β/m² with 4[p^αl^β + l^αp^β − g^{αβ}(p·l + ab)].
        let along = (b * b + product) * (a * a + product) / (mass * mass)
        let trace = 8 * product + 16 * a * b + 8 * along - 4 * (product + a * b)
        return factor(mass, coupling, b, a) * trace / 3
    }

    /// Of a scalar, GeV: y²m/8π where the masses of the leptons vanish. Zero below threshold.
    public static func scalar(mass: Double, coupling: Double, muonMass b: Double, electronMass a: Double) -> Double {
        let product = 0.5 * (mass * mass - a * a - b * b)
        return factor(mass, coupling, b, a) * 4 * (product - a * b)
    }

    /// g²p/(8πm²).
    private static func factor(_ mass: Double, _ coupling: Double, _ b: Double, _ a: Double) -> Double {
        let momentum = TwoBody.momentum(total: mass, first: b, second: a)
        return coupling * coupling * momentum / (8 * .pi * mass * mass)
    }
}
