import Foundation
import Testing

/// The cut of the vertex through its two muons, with explicit gamma matrices: γ^α(k̸′+m)γ^μ(k̸+m)γ_α between on-shell
/// muons, k and k′ on shell as well, averaged over the azimuth.
@Suite("The vertex's cut with explicit traces")
struct MuonVertexCutTests {
    private struct Cut {
        let mass: Double
        let momentum: Double
        let cosine: Double
        var energy: Double { (mass * mass + momentum * momentum).squareRoot() }
        /// The muon goes out along z, and the incoming muon is an antimuon that goes out: p = −p̄.
        var out: [Double] { [energy, 0, 0, momentum] }
        var into: [Double] { [-energy, 0, 0, momentum] }
        var transfer: [Double] { sum(out, into, -1) }

        func inside(azimuth: Double) -> (out: [Double], into: [Double]) {
            let sine = (1 - cosine * cosine).squareRoot()
            let spatial = [sine * cos(azimuth), sine * sin(azimuth), cosine].map { momentum * $0 }
            return ([energy] + spatial, [-energy] + spatial)
        }

        func projector(_ p: [Double]) -> GammaMatrix { GammaMatrix.slash(p) + mass * GammaMatrix.one }

        /// Tr[(p̸′+m) Γ^μ (p̸+m) γ_μ] and Tr[(p̸′+m) Γ^μ (p̸+m)](p+p′)_μ.
        func traces(_ vertex: [GammaMatrix]) -> (Double, Double) {
            let total = sum(out, into)
            return (0..<4).reduce((0, 0)) { traces, index in
                let sign = GammaMatrix.metric[index]
                let product = projector(out) * vertex[index] * projector(into)
                return (
                    traces.0 + sign * (product * GammaMatrix.gamma[index]).trace,
                    traces.1 + sign * product.trace * total[index]
                )
            }
        }

        /// n₁ γ^μ + n₂ iσ^{μν}q_ν/2m, from γ^μ q̸ − q̸ γ^μ = −2iσ^{μν}q_ν.
        var formFactors: [GammaMatrix] {
            let (c, k2, m2) = (cosine, momentum * momentum, mass * mass)
            let n1 = k2 * (1 + c) * (1 + c) + m2 * (3 * c * c - 2 * c + 1)
            let n2 = m2 * (1 - c) * (1 + 3 * c)
            let q = GammaMatrix.slash(transfer)
            return GammaMatrix.gamma.map { gamma in
                n1 * gamma + (-n2 / (4 * mass)) * (gamma * q + (-1.0) * (q * gamma))
            }
        }
    }

    private func randomCuts(seed: UInt64) -> [Cut] {
        var random = ConstraintRandom(seed: seed)
        return (0..<12).map { _ in
            Cut(
                mass: exponential(random.next(in: -1...0.3)), momentum: exponential(random.next(in: -1...1)),
                cosine: random.next(in: -1...1))
        }
    }

    @Test("the −g_αβ part of the propagator gives n1 and n2 of the dispersion integrals")
    func numerators() {
        for cut in randomCuts(seed: 41) {
            let azimuths = (0..<8).map { Double($0) * Double.pi / 4 }
            let averaged = (0..<4).map { index in
                azimuths.reduce(GammaMatrix()) { total, azimuth in
                    let inside = cut.inside(azimuth: azimuth)
                    let core =
                        cut.projector(inside.out) * GammaMatrix.gamma[index] * cut.projector(inside.into)
                    return (0..<4).reduce(total) {
                        $0 + (GammaMatrix.metric[$1] / 8) * (GammaMatrix.gamma[$1] * core * GammaMatrix.gamma[$1])
                    }
                }
            }
            let (first, second) = cut.traces(averaged)
            let (expectedFirst, expectedSecond) = cut.traces(cut.formFactors)
            let scale = pow(cut.energy, 4) * 100
            #expect((first + 2 * expectedFirst).magnitude < 1e-13 * scale)
            #expect((second + 2 * expectedSecond).magnitude < 1e-13 * scale)
        }
    }

    @Test("the q_αq_β part of the propagator gives nothing: the vector current is conserved")
    func longitudinalPart() {
        for cut in randomCuts(seed: 42) {
            let inside = cut.inside(azimuth: 0.7)
            let boson = GammaMatrix.slash(sum(inside.out, cut.out, -1))
            for gamma in GammaMatrix.gamma {
                let product =
                    cut.projector(cut.out) * boson * cut.projector(inside.out) * gamma * cut.projector(inside.into)
                    * boson * cut.projector(cut.into)
                let largest = (product.re + product.im).map(\.magnitude).max() ?? .infinity
                #expect(largest < 1e-12 * pow(cut.energy, 6) * 100)
            }
        }
    }
}
