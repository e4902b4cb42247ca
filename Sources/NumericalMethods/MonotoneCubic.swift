/// Points joined by straight lines, or by cubics that rise and fall with the points and nowhere else (F. N. Fritsch and
/// J. Butland, SIAM J. Sci. Stat. Comput. 5, 300, 1984): two interpolations of different order, whose difference says how
/// far either can be trusted.
public struct MonotoneCubic: Sendable {
    /// Ascending.
    public let x: [Double]
    /// The values at `x`, as many.
    public let y: [Double]
    private let slopes: [Double]

    /// - Parameters:
    ///   - x: ascending, at least two.
    ///   - y: as many.
    public init(x: [Double], y: [Double]) {
        self.x = x
        self.y = y
        let widths = zip(x, x.dropFirst()).map { $1 - $0 }
        let lines = zip(zip(y, y.dropFirst()).map { $1 - $0 }, widths).map { $0 / $1 }
        slopes = x.indices.map { index in
            guard index > 0, index < lines.count else { return index == 0 ? lines.first ?? 0 : lines.last ?? 0 }
            let (before, after) = (lines[index - 1], lines[index])
            guard before * after > 0 else { return 0 }
            // The harmonic mean, weighted for uneven steps.
            let (first, second) = (2 * widths[index] + widths[index - 1], widths[index] + 2 * widths[index - 1])
            return (first + second) / (first / before + second / after)
        }
    }

    /// The straight line from the point `index` to the next, and its slope.
    @inlinable
    public func line(in index: Int, at position: Double) -> (value: Double, slope: Double) {
        let width = x[index + 1] - x[index]
        let rise = y[index + 1] - y[index]
        return (y[index] + (position - x[index]) / width * rise, rise / width)
    }

    /// The cubic from the point `index` to the next, and its slope.
    public func value(in index: Int, at position: Double) -> (value: Double, slope: Double) {
        let width = x[index + 1] - x[index]
        let line = (y[index + 1] - y[index]) / width
        let (start, end) = (slopes[index], slopes[index + 1])
        let distance = position - x[index]
        let quadratic = (3 * line - 2 * start - end) / width
        let cubic = (start + end - 2 * line) / (width * width)
        return (
            y[index] + distance * (start + distance * (quadratic + distance * cubic)),
            start + distance * (2 * quadratic + 3 * distance * cubic)
        )
    }
}
