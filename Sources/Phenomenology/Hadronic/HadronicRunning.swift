import NumericalMethods

/// The hadronic running Δα_had(t) of the electromagnetic coupling in the two-parameter form that MUonE fits
/// (Abbiendi2022):
///
///     Δα_had(t) = K M { −5/9 − 4M/3t + (4M²/3t² + M/3t − 1/6) (2/√(1−4M/t)) ln|(1−√(1−4M/t))/(1+√(1−4M/t))| },
///
/// the shape of one fermion loop of mass² M and strength K M. It is −K t/15 near t = 0 and (K M/3)(ln(−t/M) − 5/3) far
/// away.
public struct HadronicRunning: Codable, Hashable, Sendable {
    /// K, GeV⁻².
    public let k: Double
    /// M, GeV²; positive.
    public let m: Double

    /// - Throws: ``RunningError/invalidParameter(_:name:allowed:)`` unless K is finite and M finite and positive.
    public init(k: Double, m: Double) throws(RunningError) {
        guard k.isFinite else {
            throw .invalidParameter(k, name: "K", allowed: "a finite number, in GeV⁻²")
        }
        guard m > 0, m.isFinite else {
            throw .invalidParameter(m, name: "M", allowed: "a finite number above zero, in GeV²")
        }
        self.init(unchecked: k, m)
    }

    private init(unchecked k: Double, _ m: Double) {
        self.k = k
        self.m = m
    }

    /// The parameters of the publication's template: K = 0.137 GeV⁻², M = 0.0525 GeV².
    public static let published = HadronicRunning(unchecked: 0.137, 0.0525)

    /// The same shape with K scaled, as a moment or a running is scaled.
    public func scaled(by factor: Double) -> HadronicRunning { HadronicRunning(unchecked: k * factor, m) }

    /// Δα as one loop.
    public var loop: LoopRunning { LoopRunning(strength: k * m, massSquared: m) }

    /// Δα_had(t): positive for t = `q2` < 0 (GeV²) and K > 0; the real part above the threshold 4M.
    public func value(q2: Double) -> Double { loop.value(q2: q2) }

    /// Δα_had(t) with its rounding.
    public func estimate(q2: Double) -> Estimate { loop.estimate(q2: q2) }

    /// ∂Δα_had/∂K (GeV²) and ∂Δα_had/∂M (GeV⁻²), analytically, without cancellation near t = 0, where the second is of
    /// second order in t: there the data fix K alone.
    public func gradient(q2: Double) -> (k: Double, m: Double) {
        (
            LoopRunning(strength: m, massSquared: m).value(q2: q2),
            LoopRunning(strength: k, massSquared: m).massDerivativeWithValue(q2: q2)
        )
    }

    /// R(s) = σ(hadrons)/σ(μ⁺μ⁻) that would give this running by dispersion; zero below 4M.
    public func crossSectionRatio(s: Double, fineStructure: Double) -> Double {
        guard s > 4 * m else { return 0 }
        let beta = ((s - 4 * m) / s).squareRoot()
        return Double.pi * k * m / fineStructure * (1 + 2 * m / s) * beta
    }
}
