/// μ e → μ e by one-photon exchange at tree level, with all masses.
public struct MuonElectronElastic: Hashable, Sendable {
    public let muonMass: Double
    public let electronMass: Double
    public let fineStructure: Double

    public init(muonMass: Double, electronMass: Double, fineStructure: Double) {
        self.muonMass = muonMass
        self.electronMass = electronMass
        self.fineStructure = fineStructure
    }

    /// |M|², averaged over initial and summed over final spins: dimensionless.
    ///
    /// 2e⁴[(s − Σ)² + (u − Σ)² + 2tΣ]/t² with Σ = m_μ² + m_e² and u = 2Σ − s − t.
    /// - Parameters:
    ///   - s: above (m_μ + m_e)², GeV².
    ///   - t: negative, GeV².
    public func squaredAmplitude(s: Double, t: Double) -> Double {
        let masses = muonMass * muonMass + electronMass * electronMass
        let charge = 4 * Double.pi * fineStructure
        let direct = s - masses
        let crossed = masses - s - t
        return 2 * charge * charge * (direct * direct + crossed * crossed + 2 * t * masses) / (t * t)
    }
}
