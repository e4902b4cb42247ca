import Foundation

extension PaperParameters {
    /// The confidence level at which a point of the required events is excluded where none is expected and none is seen,
    /// 1 − exp(−N): to two digits, and as many more as tell it from certainty.
    public var reachConfidence: Double { Self.confidence(ofEvents: requiredEvents) }

    /// The same for a number of events. From some 36 on it is one.
    package static func confidence(ofEvents events: Double) -> Double {
        let missing = exp(-events)
        guard missing < 0.1 else { return rounded(1 - missing, digits: 2) }
        return 1 - rounded(missing, digits: 1)
    }

    private static func rounded(_ value: Double, digits: Int) -> Double {
        guard value > 0 else { return value }
        let unit = pow(10, log10(value).rounded(.down) - Double(digits - 1))
        return (value / unit).rounded() * unit
    }
}
