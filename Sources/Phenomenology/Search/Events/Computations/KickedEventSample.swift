import Computing
import KickPhysics

/// Unweighted kicked events as they are measured: those with numbers from `first` on. As ``SignalEventSample``.
package struct KickedEventSample: Computation {
    package var settings: KickSettings
    package var seed: UInt64
    package var first: Int
    package var count: Int
    /// Whether all trials are kept, with their weights.
    package var isWeighted: Bool

    package init(settings: KickSettings, seed: UInt64 = 1, first: Int = 0, count: Int, isWeighted: Bool = false) {
        self.settings = settings
        self.seed = seed
        self.first = first
        self.count = count
        self.isWeighted = isWeighted
    }

    package func compute(_ input: ()) throws -> EventSample {
        try EventGenerator(try KickedEventSampler(settings, seed: seed), seed: seed)
            .sample(first: first, count: count, isWeighted: isWeighted)
    }
}
