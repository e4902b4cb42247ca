import Foundation
import MomentPhysics
import Reference
import Testing

/// The matrix elements from spinors at rest, with the propagators in full.
@Suite("Muonium's matrix elements from spinors")
struct MuoniumSpinorTests {
    private let inputs = ParticleInputs.standard

    /// A row or column of four; all entries are real, as the spins are quantised along the axis that is summed over.
    private typealias Spinor = [Double]
    private typealias Complex = (re: Double, im: Double)

    /// u for spin up (0) or down (1) and v with χ = up or down, at rest, normalised to 1.
    private func u(_ spin: Int) -> Spinor { spin == 0 ? [1, 0, 0, 0] : [0, 1, 0, 0] }
    private func v(_ spin: Int) -> Spinor { spin == 0 ? [0, 0, 1, 0] : [0, 0, 0, 1] }

    private func sandwich(_ left: Spinor, _ matrix: GammaMatrix, _ right: Spinor) -> Complex {
        let full = GammaMatrix.gamma[0] * matrix
        var result: Complex = (0, 0)
        for row in 0..<4 {
            for column in 0..<4 {
                result.re += left[row] * full.re[4 * row + column] * right[column]
                result.im += left[row] * full.im[4 * row + column] * right[column]
            }
        }
        return result
    }

    /// Σ_αβ (a Γ_α b) P^{αβ} (c Γ_β d): the exchange of a boson with the momentum (energy, 0).
    private func exchange(
        _ mediator: MuoniumConversion.Mediator, mass: Double, energy: Double,
        _ a: Spinor, _ b: Spinor, _ c: Spinor, _ d: Spinor
    ) -> Complex {
        let denominator = energy * energy - mass * mass
        func times(_ x: Complex, _ y: Complex, _ f: Double) -> Complex {
            (f * (x.re * y.re - x.im * y.im), f * (x.re * y.im + x.im * y.re))
        }
        guard mediator == .vector else {
            // L = gφ… exchanges −1/(q²−m²) of the vector's −g_αβ.
            return times(sandwich(a, .one, b), sandwich(c, .one, d), 1 / denominator)
        }
        var sum: Complex = (0, 0)
        for index in 0..<4 {
            // −g_αα + q_αq_α/m²; q has a time component only.
            let weight = -GammaMatrix.metric[index] + (index == 0 ? energy * energy / (mass * mass) : 0)
            let term = times(
                sandwich(a, GammaMatrix.gamma[index], b), sandwich(c, GammaMatrix.gamma[index], d),
                weight / denominator)
            sum = (sum.re + term.re, sum.im + term.im)
        }
        return sum
    }

    /// ⟨μ⁻(s) e⁺(t)|…|e⁻(p) μ⁺(q)⟩ up to a common sign: annihilation minus turning over.
    private func amplitude(_ mediator: MuoniumConversion.Mediator, mass: Double, _ s: Int, _ t: Int, _ p: Int, _ q: Int)
        -> Double
    {
        let sum = inputs.muonMass + inputs.electronMass
        let difference = inputs.muonMass - inputs.electronMass
        let annihilation = exchange(mediator, mass: mass, energy: sum, v(q), u(p), u(s), v(t))
        let turning = exchange(mediator, mass: mass, energy: difference, u(s), u(p), v(q), v(t))
        return annihilation.re - turning.re
    }

    /// Between the matrices η†-ξ of singlet, (↑↑ + ↓↓)/√2, and triplet, ↑↓: χ of an antiparticle is its flipped spin.
    private func elements(_ mediator: MuoniumConversion.Mediator, mass: Double) -> (singlet: Double, triplet: Double) {
        var singlet = 0.0
        for initial in 0...1 {
            for final in 0...1 {
                singlet += 0.5 * amplitude(mediator, mass: mass, final, final, initial, initial)
            }
        }
        return (singlet, amplitude(mediator, mass: mass, 0, 1, 0, 1))
    }

    @Test("agree with the closed forms", arguments: MuoniumConversion.Mediator.allCases)
    func agree(mediator: MuoniumConversion.Mediator) throws {
        for mass in [0.1055, 0.12, 0.2, 1, 30] {
            let found = elements(mediator, mass: mass)
            let stated = try MuoniumConversion(mediator, formula: .derived).matrixElements(mass: mass)
            let density = Muonium().densityAtOrigin
            let sign = (found.singlet > 0) == (stated.singlet > 0) ? 1.0 : -1
            #expect((sign * found.singlet * density / stated.singlet - 1).magnitude < 1e-10, "\(mass)")
            #expect((sign * found.triplet * density / stated.triplet - 1).magnitude < 1e-10, "\(mass)")
        }
    }
}
