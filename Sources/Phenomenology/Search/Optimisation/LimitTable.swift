import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Median expected upper limits on the signal's events over the background, from a table: what a scan needs many times.
struct LimitTable {
    private let first: Double
    private let step: Double
    /// ln of the limit at equal steps of ln of the background.
    private let logarithms: [Double]
    private let smallest: Double

    private static let range = 1e-4...1e14
    private static let count = 721

    init(uncertainty: Double) throws {
        let (low, high) = (log(Self.range.lowerBound), log(Self.range.upperBound))
        first = low
        step = (high - low) / Double(Self.count - 1)
        logarithms = try (0..<Self.count).map { index in
            let background = exp(low + (high - low) * Double(index) / Double(Self.count - 1))
            return log(
                try CountingExperiment(background: background, uncertainty: uncertainty).cautiousUpperLimit().value)
        }
        smallest = exp(logarithms[0])
    }

    func limit(background: Double) -> Double {
        guard background > Self.range.lowerBound else { return smallest }
        let place = min((log(background) - first) / step, Double(Self.count - 1))
        let index = min(Int(saturating: place), Self.count - 2)
        let share = place - Double(index)
        return exp((1 - share) * logarithms[index] + share * logarithms[index + 1])
    }
}
