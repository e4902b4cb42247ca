import BosonPhysics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension KineticMixing {
    /// Π(q²) by adaptive quadrature over the Feynman parameter: the second method. Its errors are bounds.
    /// - Throws: ``MixingError``, and `NumericalError` when the tolerance is out of reach.
    package func loopByQuadrature(q2: Double, relativeTolerance: Double = 1e-11) throws -> Value {
        guard q2.isFinite else { throw MixingError.invalidNumber(q2, of: "squared momentum transfer in GeV²") }
        let muon = LeptonLoop(mass: inputs.muonMass, s: q2)
        let tau = LeptonLoop(mass: inputs.tauMass, s: q2)
        // w = ½ − x, so that x(1−x) = ¼ − w²; the integrand is even in w.
        let corners = [tau.cutHalfWidth, muon.cutHalfWidth].filter { $0 > 0 && $0 < 0.5 }.sorted()
        let real = try Quadrature.adaptive(
            splitAt: [0] + corners + [0.5], relativeTolerance: relativeTolerance, absoluteTolerance: 1e-13
        ) { w in
            2 * (0.25 - w * w) * (tau.logarithm(at: w) - muon.logarithm(at: w))
        }
        let cut = [min(tau.cutHalfWidth, 0.5), min(muon.cutHalfWidth, 0.5)].sorted()
        let imaginary = try Quadrature.adaptive(from: cut[0], to: cut[1], relativeTolerance: relativeTolerance) { w in
            2 * Double.pi * (0.25 - w * w)
        }
        let sign = muon.cutHalfWidth >= tau.cutHalfWidth ? 1.0 : -1.0
        // Of the closed form nothing stays.
        var value = try loop(q2: q2)
        value.real = real.scaled(by: prefactor)
        value.imaginary = imaginary.scaled(by: sign * prefactor)
        return value
    }
}

extension LeptonLoop {
    /// ln|m² − x(1−x)s| at x = ½ − w, factorised where it vanishes.
    fileprivate func logarithm(at w: Double) -> Double {
        let half = cutHalfWidth
        guard half > 0 else { return log((massSquared - 0.25 * s + s * w * w).magnitude) }
        return log((s * (w - half) * (w + half)).magnitude)
    }
}
