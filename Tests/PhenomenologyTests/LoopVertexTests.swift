import Foundation
import MomentPhysics
import NumericalMethods
import Testing

/// The loop from the vertex itself: gamma matrices in the numerator, Feynman parameters in the denominator.
///
/// The fermions of mass M after and before the photon have the parameters a and b, the boson 1 − a − b; the loop momentum
/// is shifted by −(a p′ + b p). Only the part without the shifted momentum has a Pauli form factor, in Feynman's gauge and
/// for scalars. It is projected out by traces at q² < 0 and extrapolated to q² = 0.
@Suite("One-loop moments from the vertex")
struct LoopVertexTests {
    private enum Exchange {
        case feynmanVector, scalar
    }

    /// F₂(q²) at unit coupling, for lepton mass 1.
    private func formFactor(_ exchange: Exchange, loopMass: Double, mass: Double, q2: Double) -> Double {
        // Breit frame: p = (E, −k), p′ = (E, k), q² = −4k².
        let k = (-q2 / 4).squareRoot()
        let energy = (1 + k * k).squareRoot()
        let p = [energy, 0, 0, -k]
        let final = [energy, 0, 0, k]
        let left = GammaMatrix.slash(final) + .one
        let right = GammaMatrix.slash(p) + .one

        // F₂ of a vertex Γ^μ = A γ^μ + B (p+p′)^μ between spinors, from two traces. By Gordon's identity F₂ = −2B.
        let sums = (0..<4).map { (p[$0] + final[$0]) * GammaMatrix.one }
        let fromVector = GammaMatrix.gamma.map { right * $0 * left }
        let fromSum = sums.map { right * $0 * left }
        func contract(_ projector: [GammaMatrix], _ vertex: [GammaMatrix]) -> Double {
            (0..<4).reduce(0) { $0 + GammaMatrix.metric[$1] * (projector[$1] * vertex[$1]).trace }
        }
        let (gg, gs, ss) = (
            contract(fromVector, GammaMatrix.gamma), contract(fromVector, sums), contract(fromSum, sums)
        )
        func pauli(_ vertex: [GammaMatrix]) -> Double {
            -2 * (gg * contract(fromSum, vertex) - gs * contract(fromVector, vertex)) / (gg * ss - gs * gs)
        }

        func numerator(_ a: Double, _ b: Double) -> Double {
            // The fermions have p + k and p′ + k, the boson −k.
            let shift = (0..<4).map { -a * final[$0] - b * p[$0] }
            let before = GammaMatrix.slash(sum(p, shift)) + loopMass * .one
            let after = GammaMatrix.slash(sum(final, shift)) + loopMass * .one
            return pauli(
                (0..<4).map { index in
                    let core = after * GammaMatrix.gamma[index] * before
                    guard exchange == .feynmanVector else { return core }
                    return (0..<4).reduce(GammaMatrix()) {
                        $0 + GammaMatrix.metric[$1] * (GammaMatrix.gamma[$1] * core * GammaMatrix.gamma[$1])
                    }
                })
        }
        let outer = GaussLegendre.rule(order: 20).integrate(from: 0, to: 1) { total in
            // a = total·t, b = total·(1−t).
            GaussLegendre.rule(order: 6).integrate(from: 0, to: 1) { t in
                let (a, b) = (total * t, total * (1 - t))
                // Δ = (a+b)M² + (1−a−b)m² − (a+b)(1−a−b) − ab q².
                let delta =
                    total * loopMass * loopMass + (1 - total) * mass * mass - total * (1 - total) - a * b * q2
                return total * numerator(a, b) / delta
            }
        }
        // i ∫d⁴k/(2π)⁴ 2/(ℓ²−Δ)³ = 1/(16π²Δ), the signs of the propagators: −g_αβ for the vector, + for the scalar.
        let sign = exchange == .feynmanVector ? -1.0 : 1
        return sign * outer / (16 * Double.pi * Double.pi)
    }

    private func moment(_ exchange: Exchange, loopMass: Double, mass: Double) -> Double {
        let near = formFactor(exchange, loopMass: loopMass, mass: mass, q2: -1e-3)
        let far = formFactor(exchange, loopMass: loopMass, mass: mass, q2: -2e-3)
        return 2 * near - far
    }

    @Test("the vertex gives the scalar's and the vector's loop, with a lighter or a heavier lepton in it")
    func vertex() throws {
        for (loopMass, mass) in [(1.0, 0.7), (0.3, 2), (3, 0.5), (0.4, 1.1)] {
            let scalar = moment(.scalar, loopMass: loopMass, mass: mass)
            let closed = try OneLoopMoment(.scalar, leptonMass: 1, loopMass: loopMass).loopFunction(mass: mass).value
            #expect((scalar / closed - 1).magnitude < 1e-4, "\(scalar) \(closed)")
            // The unphysical scalar of Feynman's gauge has the vector's mass and a coupling of (M − 1)/m.
            let coupling = (loopMass - 1) / mass
            let vector = moment(.feynmanVector, loopMass: loopMass, mass: mass) + coupling * coupling * scalar
            let expected = try OneLoopMoment(.vector, leptonMass: 1, loopMass: loopMass).loopFunction(mass: mass).value
            #expect((vector / expected - 1).magnitude < 1e-4, "\(vector) \(expected)")
        }
    }
}
