import Reference

/// R_had: the elastic rate over that without the hadronic running,
///
///     R_had(t) = |(1 − Δα_lep(t)) / (1 − Δα_lep(t) − Δα_had(t))|²,
///
/// leptons at one loop and QED radiative corrections, which cancel in part, left out.
public struct ElasticRunningRatio: Codable, Hashable, Sendable {
    public let hadrons: HadronicRunning
    public let leptons: LeptonicRunning

    public init(hadrons: HadronicRunning = .published, leptons: LeptonicRunning) {
        self.hadrons = hadrons
        self.leptons = leptons
    }

    /// - Throws: as ``LeptonicRunning/init(inputs:)``.
    public init(hadrons: HadronicRunning = .published, inputs: ParticleInputs = .standard) throws(RunningError) {
        self.init(hadrons: hadrons, leptons: try LeptonicRunning(inputs: inputs))
    }

    /// R_had(t) at t = `q2` (GeV²), at most zero.
    public func value(q2: Double) -> Double { 1 + excess(q2: q2) }

    /// R_had(t) − 1, without cancellation: about 2 Δα_had.
    public func excess(q2: Double) -> Double {
        let hadronic = hadrons.value(q2: q2)
        let rest = 1 - leptons.value(q2: q2) - hadronic
        let relative = hadronic / rest
        return relative * (2 + relative)
    }
}
