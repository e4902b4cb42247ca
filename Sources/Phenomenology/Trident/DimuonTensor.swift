/// The squared amplitude of γ(q) + current(ℓ) → μ⁺μ⁻, summed over spins, averaged over the polarisations of the real
/// photon and integrated over the dimuon's decay angle, as a tensor in the current's indices:
///
///     ∫ d cos θ* H^{αβ} = (1/β) (A₁ g^{αβ} + A₂ q^α q^β + terms with ℓ),     Q² = −ℓ², W² = (q + ℓ)².
///
/// The terms with ℓ vanish against a massless neutrino's current. Derived from the traces with the full muon mass;
/// the vector part equals the leading-order heavy-quark structure functions of a photon, and both parts agree
/// for a massless muon. With β the muon's velocity in the dimuon's frame, L = ln[(1+β)/(1−β)] and δ = Q²/W².
struct DimuonTensor {
    /// β-free A₁ (no dimension) and W²/4 · A₂ of the vector current.
    var vector: (metric: Double, photon: Double)
    /// The same of the axial current.
    var axial: (metric: Double, photon: Double)

    /// - Parameters:
    ///   - delta: Q²/W², non-negative.
    ///   - velocity: β, 0 … 1.
    ///   - logarithm: L, passed in as the rapidity variable of the integration has it for free.
    @inline(__always)
    init(delta d: Double, velocity b: Double, logarithm: Double) {
        let w = 1 + d
        let inverse = 1 / (w * w)
        let b2 = b * b
        let b4 = b2 * b2
        let d2 = d * d
        let long = 4 * logarithm
        let short = 8 * b
        let vectorMetric = short * (2 - 2 * d + d2 - b2) - long * (3 + 2 * d2 - b4)
        let axialMetric = short * (b2 - 2 * d + d2) - long * (1 + 2 * d2 + b4)
        let shared = short * d * (2 - 6 * d + d2 - b2)
        let vectorPhoton = long * d * (3 - 4 * d + 2 * d2 + 4 * b2 * d - b4) - shared
        let axialPhoton =
            long * (2 * (1 - b2) + d * (7 - 4 * b2 - b4) - 2 * d2 * (1 - b2) + 2 * d * d2) - shared
        vector = (vectorMetric * inverse, vectorPhoton * inverse * inverse)
        axial = (axialMetric * inverse, axialPhoton * inverse * inverse)
    }
}
