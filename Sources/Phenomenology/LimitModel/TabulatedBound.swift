import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Points ascending in mass, joined by straight lines in log g′ against log m; the curve ends with its points.
///
/// The error is that of the interpolation's arithmetic; what is known of the points themselves is said in words.
public struct TabulatedBound: Bound {
    public var points: [LimitPoint]

    public init(points: [LimitPoint]) {
        self.points = points
    }

    public var validity: ClosedRange<Double> {
        let first = points.first?.mass ?? 0
        return first...max(first, points.last?.mass ?? 0)
    }

    public func corners(for inputs: ParticleInputs) -> [Double] { points.map(\.mass) }

    public func rule(for inputs: ParticleInputs) -> LimitEvaluator.Rule {
        { mass in ExcludedCouplings.above(interpolated(at: mass)) }
    }

    /// The second column at a mass; nil beyond the points.
    public func interpolated(at mass: Double) -> Estimate? {
        // A reader's table may have many points.
        let next = points.ascendingIndex(below: { $0.mass < mass })
        guard next < points.count else { return nil }
        let upper = points[next]
        guard upper.mass > mass, next > 0 else { return .exact(upper.coupling) }
        let lower = points[next - 1]
        let fraction = log(mass / lower.mass) / log(upper.mass / lower.mass)
        return .closedForm(lower.coupling * pow(upper.coupling / lower.coupling, fraction), operations: 16)
    }
}
