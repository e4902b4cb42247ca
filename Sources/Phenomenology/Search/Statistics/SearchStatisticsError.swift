/// What makes an expected limit or a discovery impossible to state, with the values and the remedy.
public enum SearchStatisticsError: Error, Equatable, CustomStringConvertible {
    case backgroundOutOfRange(Double)
    case uncertaintyOutOfRange(Double)
    case confidenceOutOfRange(Double)
    case significanceOutOfRange(Double)
    case noBackgroundToDiscoverAbove
    case binsDiffer(signal: Int, background: Int)
    case signalOutOfRange(Double)
    case backgroundTooLargeToCount(Double)

    public var description: String {
        switch self {
        case .backgroundOutOfRange(let background):
            "the expected background \(background) is neither zero nor a number from 1e-100 to 1e15: give expected events"
        case .uncertaintyOutOfRange(let uncertainty):
            "the relative uncertainty \(uncertainty) of the background is neither zero nor a number from 1e-12 to 1e3: "
                + "give a fraction of the background, such as 0.05"
        case .confidenceOutOfRange(let level):
            "the confidence level \(level) is not between 0 and 1: give a number such as 0.95"
        case .significanceOutOfRange(let significance):
            "the significance \(significance) is not a number from 1e-6 to 1e6: give standard deviations, such as 5"
        case .noBackgroundToDiscoverAbove:
            "without background a single event is a discovery of any significance: give a background above zero"
        case .binsDiffer(let signal, let background):
            "the signal has \(signal) bins and the background \(background): give the same ones, at least one, to both"
        case .signalOutOfRange(let signal):
            "the signal's bins must be finite, none below zero and one above: there is one of \(signal)"
        case .backgroundTooLargeToCount(let background):
            "a background of \(background) events is too large to add up its Poisson probabilities: "
                + "use the asymptotic limit, which agrees with them above 1e6 events"
        }
    }
}
