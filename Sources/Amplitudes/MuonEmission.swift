/// The invariants of μ(p) e(l) → μ(p′) e(l′) X(k) that the spin-summed |M|² of emission from the muon line needs.
///
/// q = l − l′ is the momentum that the electron gives up. The vector l̃ = l − x q stands for l: the muon's current is
/// conserved, so x is free, and a choice that makes l̃ nearly transverse to the muon's momenta (l̃·p = 0 or
/// l̃·(p + l − p′) = 0) avoids the cancellation of large terms at small |t|.
/// `Scalar` is `Double` or a SIMD vector of them, one kinematic point a lane. GeV to the power of the dimension.
public struct MuonEmissionInvariants<Scalar> {
    /// t = q² < 0.
    public var t: Scalar
    /// a = (p′ + k)² − m_μ² = (p + q)² − m_μ² > 0, the denominator of emission from the final muon.
    public var a: Scalar
    /// b = m_μ² − (p − k)² > 0, minus the denominator of emission from the initial muon.
    public var b: Scalar
    /// l̃².
    public var lSquared: Scalar
    /// l̃·p′.
    public var lFinalMuon: Scalar
    /// l̃·k.
    public var lBoson: Scalar
    /// l̃·q.
    public var lTransfer: Scalar

    @inlinable
    public init(
        t: Scalar, a: Scalar, b: Scalar, lSquared: Scalar, lFinalMuon: Scalar, lBoson: Scalar, lTransfer: Scalar
    ) {
        self.t = t
        self.a = a
        self.b = b
        self.lSquared = lSquared
        self.lFinalMuon = lFinalMuon
        self.lBoson = lBoson
        self.lTransfer = lTransfer
    }
}

extension MuonEmissionInvariants: Sendable where Scalar: Sendable {}

/// Emission of a vector boson from the muon line of μ e → μ e X by one-photon exchange at tree level: X couples to the
/// muon's vector current with the coupling g, and all masses are kept.
///
/// |M|² = (e⁴g²/4t²) L_{νν′} H^{νν′}, averaged over initial and summed over final spins. As q·H = 0, the electron's
/// tensor reduces to L_{νν′} → 8 l̃_ν l̃_ν′ + 2t g_{νν′}, so |M|² needs the trace of the muon's tensor H and one component of it;
/// H is the squared amplitude of γ* μ → μ X (Compton scattering with massive bosons) with Σεε* = −g (the current
/// is conserved). The two traces, contracted, are the few lines below. The same for μ⁺ and μ⁻.
public struct MuonEmission: Hashable, Sendable {
    /// m_μ².
    public let muonMassSquared: Double
    /// m_X²; zero is photon emission.
    public let bosonMassSquared: Double
    /// e⁴g².
    public let couplings: Double

    public init(muonMass: Double, bosonMass: Double, fineStructure: Double, coupling: Double) {
        muonMassSquared = muonMass * muonMass
        bosonMassSquared = bosonMass * bosonMass
        let chargeSquared = 4 * Double.pi * fineStructure
        couplings = chargeSquared * chargeSquared * coupling * coupling
    }

    /// |M|² at a point in each lane, in GeV⁻².
    @inlinable
    public func squaredAmplitude<V: SIMD>(_ point: MuonEmissionInvariants<V>) -> V where V.Scalar == Double {
        let t = point.t
        let a = point.a
        let b = point.b
        let z = point.lFinalMuon
        let kappa = point.lBoson
        let lq = point.lTransfer
        let muon = muonMassSquared
        let boson = bosonMassSquared
        let sum = 2 * muon + boson
        let difference = a - b
        let initial = z + kappa - lq
        let product = a * b
        let common: V = (2 * point.lSquared + t) * (sum * t + product)
        let projectedAfter: V = initial * (sum * (z + kappa) - a * kappa)
        let projectedBefore: V = z * (sum * (z - lq) - b * kappa)
        let massive: V = (2 * muon) * t
        let emissionAfter: V = common + 8 * projectedAfter + massive * (sum + a)
        let emissionBefore: V = common + 8 * projectedBefore + massive * (sum - b)
        let bosonTransfer = boson + t
        let rest = kappa - lq
        let twoMuon = 2 * muon
        let fourBosonRest: V = 2 * (boson * lq + t * kappa)
        let crossing: V = a * (z - lq) + b * (z + kappa)
        let rescaled: V = point.lSquared * t * (bosonTransfer - difference - twoMuon)
        let projected: V = (4 * muon) * kappa * lq - 4 * (sum - t) * (z * initial)
        let longitudinal: V = rescaled + projected + rest * (2 * crossing + fourBosonRest)
        let trace: V = bosonTransfer * bosonTransfer - (4 * muon * muon) - difference * (bosonTransfer + muon)
        let interference: V = 2 * longitudinal + t * trace
        let numerator: V = b * b * emissionAfter + a * a * emissionBefore + 2 * product * interference
        let denominator = product * t
        return (-4 * couplings) * numerator / (denominator * denominator)
    }

    /// |M|² of many points, eight a vector, in the order given. Compiled here, so it is fast from unoptimised callers too.
    public func squaredAmplitudes(_ points: [MuonEmissionInvariants<SIMD8<Double>>]) -> [SIMD8<Double>] {
        points.map { squaredAmplitude($0) }
    }
}
