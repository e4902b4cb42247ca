/// A function on a grid, with the numerical error of each value.
public struct Curve: Codable, Hashable, Sendable {
    /// Where the function is known; ascending wherever something is looked up in the curve.
    public let x: [Double]
    /// The values, as many as `x`.
    public let y: [Double]
    /// Absolute, of the same length as `y`.
    public let error: [Double]

    private init(x: [Double], y: [Double], error: [Double]) {
        self.x = x
        self.y = y
        self.error = error
    }

    /// A curve of one estimate for each point. Kinds of errors are not kept: they may differ along the curve.
    public init(x: [Double], estimates: [Estimate]) {
        self.init(x: x, y: estimates.map(\.value), error: estimates.map(\.error))
    }

    /// Parts put together, in ascending order of `x`.
    public init(joining parts: [Curve]) {
        let points = parts.flatMap { part in part.x.indices.map { (part.x[$0], part.y[$0], part.error[$0]) } }
            .enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element)
        self.init(x: points.map(\.0), y: points.map(\.1), error: points.map(\.2))
    }

    /// The value at a point of the grid. A bound, as the kinds of errors along a curve may differ.
    public func estimate(at index: Int, as kind: ErrorKind = .bound) -> Estimate {
        Estimate(y[index], error: error[index], kind: kind)
    }

    /// The value at the last point; nil without points.
    public var last: Estimate? { y.isEmpty ? nil : estimate(at: y.count - 1) }

    /// The points whose value is positive, all that a logarithmic axis can show.
    public var positivePart: Curve {
        let kept = y.indices.filter { y[$0] > 0 }
        return Curve(x: kept.map { x[$0] }, y: kept.map { y[$0] }, error: kept.map { error[$0] })
    }

    /// The same values over other coordinates, such as those of another unit.
    public func mapX(_ transform: (Double) -> Double) -> Curve {
        Curve(x: x.map(transform), y: y, error: error)
    }

    /// A function of each value.
    public func mapY(_ transform: (Estimate) -> Estimate) -> Curve {
        Curve(x: x, estimates: y.indices.map { transform(estimate(at: $0)) })
    }

    /// Values and errors times a known factor; errors stay non-negative.
    public func scaledY(by factor: Double) -> Curve {
        Curve(x: x, y: y.map { $0 * factor }, error: error.map { $0 * factor.magnitude })
    }
}

extension Curve {
    /// The value between two points, by a straight line in the logarithms; nil outside the grid and where a neighbour
    /// is not positive.
    ///
    /// The error adds to that of the neighbours what the same line misses of the points next to them, which is more
    /// than it can miss between two points of a smooth curve.
    public func interpolated(at target: Double) -> Estimate? {
        guard let upper = x.firstIndex(where: { $0 >= target }) else { return nil }
        if x[upper] == target { return estimate(at: upper) }
        guard upper > 0, y[upper - 1] > 0, y[upper] > 0 else { return nil }
        let value = line(from: upper - 1, to: upper, at: target)
        let misses = [(upper - 2, upper - 1, upper), (upper - 1, upper, upper + 1)].compactMap { first, middle, last in
            y.indices.contains(first) && y.indices.contains(last) && y[first] > 0 && y[last] > 0
                ? (line(from: first, to: last, at: x[middle]) - y[middle]).magnitude : nil
        }
        let neighbours = max(error[upper - 1], error[upper])
        return Estimate(value, error: neighbours + (misses.max() ?? value), kind: .bound)
    }

    private func line(from first: Int, to last: Int, at target: Double) -> Double {
        LogarithmicLine.value(at: target, from: (x[first], y[first]), to: (x[last], y[last]))
    }
}
