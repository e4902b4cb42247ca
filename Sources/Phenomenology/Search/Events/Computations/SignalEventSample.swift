import Computing
import DetectorPhysics
import SignalPhysics

/// Unweighted signal events: those with numbers from `first` on. A large sample is made in such parts, which run side by side;
/// the events are the same however it is divided.
package struct SignalEventSample: Computation {
    package var point: SignalPoint
    /// What is generated, in true variables.
    package var region: SelectionCuts
    /// Where given, the sample holds what is measured.
    package var detector: DetectorModel?
    package var seed: UInt64
    package var first: Int
    package var count: Int
    /// Whether all trials are kept, with their weights.
    package var isWeighted: Bool

    package init(
        point: SignalPoint, region: SelectionCuts, detector: DetectorModel? = nil, seed: UInt64 = 1, first: Int = 0,
        count: Int,
        isWeighted: Bool = false
    ) {
        self.point = point
        self.region = region
        self.detector = detector
        self.seed = seed
        self.first = first
        self.count = count
        self.isWeighted = isWeighted
    }

    package func compute(_ input: ()) throws -> EventSample {
        let sampler = SignalEventSampler(
            try SignalSampler(point.production, region: region),
            measuredBy: detector.map { EventDetector($0, seed: seed) })
        return try EventGenerator(sampler, seed: seed).sample(first: first, count: count, isWeighted: isWeighted)
    }
}
