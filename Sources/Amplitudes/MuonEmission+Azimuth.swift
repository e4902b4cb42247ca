/// One point of the phase space of μ e → μ e X up to the azimuth φ: a and b move with φ as a₀ + a₁ cos φ and a − d,
/// l̃·p′ as z₀ + z₁ cos φ, and nothing else does.
public struct MuonEmissionAzimuth<Scalar> {
    /// t < 0.
    public var t: Scalar
    /// a₀ > |a₁|.
    public var aMean: Scalar
    public var aAmplitude: Scalar
    /// d = a − b = 2 q·k.
    public var difference: Scalar
    public var lSquared: Scalar
    /// z₀ of l̃·p′.
    public var lFinalMuonMean: Scalar
    /// z₁ of l̃·p′.
    public var lFinalMuonAmplitude: Scalar
    public var lBoson: Scalar
    public var lTransfer: Scalar

    @inlinable
    public init(
        t: Scalar, aMean: Scalar, aAmplitude: Scalar, difference: Scalar, lSquared: Scalar, lFinalMuonMean: Scalar,
        lFinalMuonAmplitude: Scalar, lBoson: Scalar, lTransfer: Scalar
    ) {
        self.t = t
        self.aMean = aMean
        self.aAmplitude = aAmplitude
        self.difference = difference
        self.lSquared = lSquared
        self.lFinalMuonMean = lFinalMuonMean
        self.lFinalMuonAmplitude = lFinalMuonAmplitude
        self.lBoson = lBoson
        self.lTransfer = lTransfer
    }
}

extension MuonEmissionAzimuth: Sendable where Scalar: Sendable {}

extension MuonEmissionAzimuth where Scalar: SIMD, Scalar.Scalar == Double {
    /// The point at an azimuth.
    @inlinable
    public func point(cosine: Scalar) -> MuonEmissionInvariants<Scalar> {
        let a = aMean + aAmplitude * cosine
        return MuonEmissionInvariants(
            t: t, a: a, b: a - difference, lSquared: lSquared,
            lFinalMuon: lFinalMuonMean + lFinalMuonAmplitude * cosine, lBoson: lBoson, lTransfer: lTransfer)
    }
}

extension MuonEmission {
    /// The average of |M|² over the azimuth, in closed form, a point in each lane. GeV⁻².
    ///
    /// |M|² is a sum of cosⁿφ over a², b² and ab with n ≤ 2; their averages over the circle are elementary in
    /// A = √(a₀² − a₁²) and B = √(b₀² − a₁²), and are written so that nothing cancels as a₁ or d vanishes.
    @inlinable
    public func azimuthalAverage<V: SIMD>(_ point: MuonEmissionAzimuth<V>) -> V where V.Scalar == Double {
        let muon = muonMassSquared
        let boson = bosonMassSquared
        let sum = 2 * muon + boson
        let t = point.t
        let d = point.difference
        let a0 = point.aMean
        let a1 = point.aAmplitude
        let b0 = a0 - d
        let kappa = point.lBoson
        let lq = point.lTransfer
        let z0 = point.lFinalMuonMean
        let z1 = point.lFinalMuonAmplitude
        let p0 = z0 + kappa - lq

        let rootA = ((a0 - a1) * (a0 + a1)).squareRoot()
        let rootB = ((b0 - a1) * (b0 + a1)).squareRoot()
        let sumA = a0 + rootA
        let sumB = b0 + rootB
        let sumRoots = rootA + rootB
        // One division serves all: 1/A, 1/B, 1/(a₀ + A), 1/(b₀ + B), 1/(A + B).
        let rootProduct = rootA * rootB
        let sumProduct = sumA * sumB
        let inverse = 1 / (rootProduct * sumProduct * sumRoots)
        let inverseRoots = inverse * sumProduct * sumRoots
        let inverseA = inverseRoots * rootB
        let inverseB = inverseRoots * rootA
        let inverseSums = inverse * rootProduct * sumRoots
        let inverseSumA = inverseSums * sumB
        let inverseSumB = inverseSums * sumA
        let inverseSumRoots = inverse * rootProduct * sumProduct

        // ⟨cosⁿφ/a⟩, ⟨cosⁿφ/a²⟩ and the same for b.
        let a10 = inverseA
        let a11 = -a1 * inverseA * inverseSumA
        let cubeA = inverseA * inverseA * inverseA
        let a20 = a0 * cubeA
        let a21 = -a1 * cubeA
        let a22 = cubeA * (a0 * (a0 + rootA) - rootA * rootA) * inverseSumA
        let b11 = -a1 * inverseB * inverseSumB
        let b10 = inverseB
        let cubeB = inverseB * inverseB * inverseB
        let b20 = b0 * cubeB
        let b21 = -a1 * cubeB
        let b22 = cubeB * (b0 * (b0 + rootB) - rootB * rootB) * inverseSumB
        // ⟨cosⁿφ/ab⟩ from the differences of the above, divided by d analytically.
        let mean = (a0 + b0) * inverseSumRoots
        let ab0 = mean * inverseRoots
        let ab1 = -a1 * inverseRoots * inverseSums * (rootA + a0 + b0 + b0 * mean)
        let ab2 = inverseRoots * inverseSums * (a0 * b0 * (1 + mean) + a1 * a1)

        let transverse = 2 * point.lSquared + t
        let squares: V = sum * t * (transverse + 2 * muon)
        // 8 P (K (z + κ) − aκ)/a² and 8 z (K (z − l̃·q) − bκ)/b², with P = z + κ − l̃·q.
        let after0 = p0 * (z0 + kappa)
        let after1 = z1 * (p0 + z0 + kappa)
        let before0 = z0 * (z0 - lq)
        let before1 = z1 * (2 * z0 - lq)
        let z1z1 = z1 * z1
        let afterSquares: V = after0 * a20 + after1 * a21 + z1z1 * a22
        let after: V = sum * afterSquares - kappa * (p0 * a10 + z1 * a11)
        let beforeSquares: V = before0 * b20 + before1 * b21 + z1z1 * b22
        let before: V = sum * beforeSquares - kappa * (z0 * b10 + z1 * b11)
        let bosonTransfer = boson + t
        let rest = kappa - lq
        let twoMuon = 2 * muon
        let rescaled: V = point.lSquared * t * (bosonTransfer - d - twoMuon)
        let projected: V = (4 * muon) * kappa * lq + 2 * rest * (boson * lq + t * kappa)
        let trace: V = bosonTransfer * bosonTransfer - (4 * muon * muon) - d * (bosonTransfer + muon)
        let constant: V = 4 * (rescaled + projected) + 2 * t * trace
        let crossProduct: V = z0 * p0 * ab0 + z1 * (z0 + p0) * ab1 + z1z1 * ab2
        let crossBefore: V = (z0 - lq) * b10 + z1 * b11
        let crossAfter: V = (z0 + kappa) * a10 + z1 * a11
        let interference: V =
            (transverse * d * d - twoMuon * t * d + constant) * ab0 - 16 * (sum - t) * crossProduct
        let single: V = 8 * (after + before + rest * (crossBefore + crossAfter))
        let total: V = 2 * transverse + interference + squares * (a20 + b20) + single
        return (-4 * couplings) * total / (t * t)
    }
}
