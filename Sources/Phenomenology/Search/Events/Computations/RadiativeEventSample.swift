import Computing
import DetectorPhysics
import RadiativePhysics

/// Unweighted events of μ e → μ e γ: those with numbers from `first` on. As ``SignalEventSample``.
package struct RadiativeEventSample: Computation {
    package var process: RadiativeProcess
    /// What is generated, in true variables.
    package var region: RadiativeCuts
    /// Where given, the sample holds what is measured of muon and electron.
    package var detector: DetectorModel?
    package var seed: UInt64
    package var first: Int
    package var count: Int
    /// Whether all trials are kept, with their weights.
    package var isWeighted: Bool

    package init(
        process: RadiativeProcess = RadiativeProcess(), region: RadiativeCuts = RadiativeCuts(),
        detector: DetectorModel? = nil, seed: UInt64 = 1, first: Int = 0, count: Int,
        isWeighted: Bool = false
    ) {
        self.process = process
        self.region = region
        self.detector = detector
        self.seed = seed
        self.first = first
        self.count = count
        self.isWeighted = isWeighted
    }

    package func compute(_ input: ()) throws -> EventSample {
        let sampler = RadiativeEventSampler(
            try RadiativeSampler(process, region: region),
            measuredBy: detector.map { EventDetector($0, seed: seed) })
        return try EventGenerator(sampler, seed: seed).sample(first: first, count: count, isWeighted: isWeighted)
    }
}
