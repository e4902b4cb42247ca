import Foundation

/// How an axis maps data to the page, as far as a comparison needs it.
struct AxisScale {
    var isLogarithmic = false
    var lower = 0.0
    var upper = 1.0

    /// From an axis of a chart's JSON; an axis of another form counts as linear.
    init(_ axis: JSONValue?) {
        guard case .object(let members)? = axis else { return }
        if case .string("log")? = members["scale"] { isLogarithmic = true }
        let (lower, upper) = (members["lower"]?.number ?? 0, members["upper"]?.number ?? 1)
        if lower.isFinite, upper.isFinite, lower != upper, !isLogarithmic || min(lower, upper) > 0 {
            (self.lower, self.upper) = (lower, upper)
        } else if isLogarithmic {
            (self.lower, self.upper) = (1, 10)
        }
    }

    private func mapped(_ value: Double) -> Double { isLogarithmic ? log(value) : value }

    /// Where a value lies, as a fraction of the axis; NaN where a logarithmic axis has no place for it.
    func fraction(_ value: Double) -> Double {
        (mapped(value) - mapped(lower)) / (mapped(upper) - mapped(lower))
    }

    func value(atFraction fraction: Double) -> Double {
        let place = mapped(lower) + fraction * (mapped(upper) - mapped(lower))
        return isLogarithmic ? exp(place) : place
    }
}

/// Compares curves that are given at different points.
struct CurveComparison {
    struct Curve {
        var x: [Double]
        var y: [Double]
    }

    /// How far two curves are apart where both are.
    struct Result {
        var largestRelative = 0.0
        var position = 0.0
        /// The part of the relative change there that interpolating may have made.
        var interpolation = 0.0
        /// Whether the curves differ anywhere by more than interpolating may make.
        var isBeyondInterpolation = false
        /// The range of x that both have.
        var common: ClosedRange<Double>?
    }

    var x: AxisScale
    var y: AxisScale
    var relativeTolerance = 1e-6

    /// For two curves with ascending x: the coarser one's points against straight lines (on the page) between the finer
    /// one's, over the range of x that both have.
    func interpolated(_ old: Curve, _ new: Curve) -> Result {
        var result = Result()
        guard let first = [old, new].compactMap({ $0.x.first }).max(),
            let last = [old, new].compactMap({ $0.x.last }).min(), first <= last
        else { return result }
        result.common = first...last
        let isNewFiner = new.x.count >= old.x.count
        let (coarse, fine) = isNewFiner ? (old, new) : (new, old)
        let errors = interpolationErrors(fine)
        var segment = 0
        for (place, value) in zip(coarse.x, coarse.y) where place >= first && place <= last && value.isFinite {
            while segment + 2 < fine.x.count, fine.x[segment + 1] < place { segment += 1 }
            guard let other = interpolate(fine, segment, place) else { continue }
            let relative = Self.relative(value, other)
            let error = max(errors[segment], errors[min(segment + 1, errors.count - 1)])
            if relative > 2 * error, relative > relativeTolerance { result.isBeyondInterpolation = true }
            if relative > result.largestRelative {
                (result.largestRelative, result.position, result.interpolation) = (relative, place, error)
            }
        }
        return result
    }

    /// The relative error of straight lines about each point: leaving a point out makes it four times as large.
    private func interpolationErrors(_ curve: Curve) -> [Double] {
        curve.x.indices.map { index in
            guard index > 0, index + 1 < curve.x.count, curve.y[index].isFinite else { return 0 }
            let without = Curve(
                x: [curve.x[index - 1], curve.x[index + 1]], y: [curve.y[index - 1], curve.y[index + 1]])
            return interpolate(without, 0, curve.x[index]).map { Self.relative(curve.y[index], $0) / 4 } ?? 0
        }
    }

    private func interpolate(_ curve: Curve, _ segment: Int, _ place: Double) -> Double? {
        guard curve.x.count > 1 else { return curve.x.first == place ? curve.y.first : nil }
        let (left, right) = (x.fraction(curve.x[segment]), x.fraction(curve.x[segment + 1]))
        let (low, high) = (y.fraction(curve.y[segment]), y.fraction(curve.y[segment + 1]))
        guard right > left else { return nil }
        let share = (x.fraction(place) - left) / (right - left)
        let value = y.value(atFraction: low + share * (high - low))
        return value.isFinite ? value : nil
    }

    private static func relative(_ first: Double, _ second: Double) -> Double {
        first == second ? 0 : (first - second).magnitude / max(first.magnitude, second.magnitude)
    }

    /// For curves of any shape, in pieces: the largest distance of a point of one from the other, as a fraction of the
    /// frame, and where. At most some thousands of points of each are tried.
    func distance(_ old: [Curve], _ new: [Curve]) -> (fraction: Double, x: Double, y: Double) {
        let one = farthest(from: old, to: new)
        let two = farthest(from: new, to: old)
        return one.fraction >= two.fraction ? one : two
    }

    private func farthest(from curves: [Curve], to others: [Curve]) -> (fraction: Double, x: Double, y: Double) {
        let segments = others.flatMap { curve -> [(Double, Double, Double, Double)] in
            let points = zip(curve.x, curve.y).map { (x.fraction($0), y.fraction($1)) }
                .filter { $0.0.isFinite && $0.1.isFinite }
            if points.count == 1 { return [(points[0].0, points[0].1, points[0].0, points[0].1)] }
            return zip(points, points.dropFirst()).map { ($0.0, $0.1, $1.0, $1.1) }
        }
        let probes = curves.flatMap { zip($0.x, $0.y).map { ($0, $1) } }.filter { $0.0.isFinite && $0.1.isFinite }
        guard !segments.isEmpty, !probes.isEmpty else { return (0, 0, 0) }
        let step = max(1, probes.count * segments.count / 4_000_000)
        var result = (fraction: 0.0, x: probes[0].0, y: probes[0].1)
        for index in stride(from: 0, to: probes.count, by: step) {
            let (px, py) = (x.fraction(probes[index].0), y.fraction(probes[index].1))
            guard px.isFinite, py.isFinite else { continue }
            var least = Double.infinity
            for (ax, ay, bx, by) in segments {
                let (dx, dy) = (bx - ax, by - ay)
                let length = dx * dx + dy * dy
                let share = length > 0 ? min(max(((px - ax) * dx + (py - ay) * dy) / length, 0), 1) : 0
                let (ex, ey) = (px - ax - share * dx, py - ay - share * dy)
                least = min(least, ex * ex + ey * ey)
            }
            if least > result.fraction * result.fraction {
                result = (least.squareRoot(), probes[index].0, probes[index].1)
            }
        }
        return result
    }
}
