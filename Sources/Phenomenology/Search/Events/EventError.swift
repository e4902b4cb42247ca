/// Why no events can be generated.
package enum EventError: Error, Hashable, Sendable, CustomStringConvertible {
    case noPhaseSpace
    case noneAccepted(event: Int, trials: Int)
    case sampleSize(first: Int, count: Int)
    case noSelection

    package var description: String {
        switch self {
        case .noPhaseSpace:
            "no event of this process passes the cuts of the region that it is generated in: widen the region"
        case .noneAccepted(let event, let trials):
            "event \(event) was not found in \(trials) trials: choose a region that is not nearly empty"
        case .sampleSize(let first, let count):
            "there is no sample of \(count) events from number \(first) on: both are at least zero, and numbers below 2^44"
        case .noSelection:
            "no event of the sample is in the whole that a share is asked of: take more events or a wider selection"
        }
    }
}
