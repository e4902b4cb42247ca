import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Points whose masses never fall, joined by straight lines in log g′ against log m: a curve, or a side of an outline.
struct MassChain: Hashable, Sendable {
    /// A mass that stands several times in a row is a vertical step.
    var points: [LimitPoint]

    /// A coupling of the chain.
    struct Crossing {
        var coupling: Double
        /// Whether it is one of its points, and not interpolated.
        var isPoint: Bool
    }

    /// Where the chain comes to a mass from below, and where it leaves it; nil where it does not reach there. The two differ
    /// at a step alone.
    func crossings(at mass: Double) -> (below: Crossing?, above: Crossing?) {
        let first = points.ascendingIndex(below: { $0.mass < mass })
        guard first < points.count else { return (nil, nil) }
        guard points[first].mass == mass else {
            guard first > 0 else { return (nil, nil) }
            let value = Crossing(
                coupling: Self.interpolated(points[first - 1], points[first], at: mass), isPoint: false)
            return (value, value)
        }
        let last = points.ascendingIndex(below: { $0.mass <= mass }) - 1
        return (
            first > 0 ? Crossing(coupling: points[first].coupling, isPoint: true) : nil,
            last + 1 < points.count ? Crossing(coupling: points[last].coupling, isPoint: true) : nil
        )
    }

    private static func interpolated(_ lower: LimitPoint, _ upper: LimitPoint, at mass: Double) -> Double {
        let fraction = log(mass / lower.mass) / log(upper.mass / lower.mass)
        return lower.coupling * pow(upper.coupling / lower.coupling, fraction)
    }

    /// The sides of an outline between its turning points. Vertical ones belong to their neighbours.
    static func sides(of outline: [LimitPoint]) -> [MassChain] {
        var sides: [MassChain] = []
        var run: [LimitPoint] = []
        var direction = 0
        func close() {
            guard run.count > 1, direction != 0 else { return }
            sides.append(MassChain(points: direction > 0 ? run : run.reversed()))
        }
        for point in outline + outline.prefix(1) {
            guard let last = run.last else {
                run = [point]
                continue
            }
            let step = point.mass == last.mass ? 0 : point.mass > last.mass ? 1 : -1
            if step != 0, direction != 0, step != direction {
                close()
                run = [last]
                direction = 0
            }
            if step != 0 { direction = step }
            run.append(point)
        }
        close()
        return sides
    }
}
