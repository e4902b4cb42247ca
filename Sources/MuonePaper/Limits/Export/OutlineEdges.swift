import LimitModel
import NumericalMethods

/// A closed outline as a lower and an upper edge at the masses of all its corners, where each mass has one range.
struct OutlineEdges: Equatable {
    struct Row: Equatable {
        var mass: Double
        var lower: Double
        var upper: Double
    }

    var rows: [Row]

    /// Nil where the outline turns back, has a step but at its ends, or crosses itself.
    init?(_ points: [LimitPoint]) {
        guard points.count > 2, let smallest = points.map(\.mass).min() else { return nil }
        // From the corner at which the outline comes to its smallest mass.
        guard
            let start = points.indices.first(where: {
                points[$0].mass == smallest && points[($0 + points.count - 1) % points.count].mass > smallest
            })
        else { return nil }
        let around = Array(points[start...] + points[..<start])
        guard let largest = around.map(\.mass).max(),
            let there = around.firstIndex(where: { $0.mass == largest }),
            let left = around.firstIndex(where: { $0.mass > smallest })
        else { return nil }
        // An edge of the smallest and one of the largest mass are vertical where they have two corners.
        guard let back = around[there...].lastIndex(where: { $0.mass == largest }), left <= 2, back - there <= 1 else {
            return nil
        }
        let out = Array(around[(left - 1)...there])
        let home = Array((around[back...] + [around[0]]).reversed())
        for side in [out, home] {
            for (one, next) in zip(side, side.dropFirst()) where one.mass >= next.mass { return nil }
        }
        rows = Set(points.map(\.mass)).sorted().map { mass in
            let edges = [out, home].map { Self.coupling(of: $0, at: mass) }
            return Row(mass: mass, lower: edges.min() ?? 0, upper: edges.max() ?? 0)
        }
        // Which side is below decides itself once; where the two cross it changes.
        let below = rows.map { row in Self.coupling(of: out, at: row.mass) == row.lower }
        guard rows.allSatisfy({ $0.lower < $0.upper }), Set(below).count == 1 else { return nil }
    }

    private static func coupling(of side: [LimitPoint], at mass: Double) -> Double {
        let next = side.ascendingIndex(below: { $0.mass < mass })
        guard next < side.count, next > 0, side[next].mass > mass else {
            return side[min(next, side.count - 1)].coupling
        }
        return LogarithmicLine.value(
            at: mass, from: (side[next - 1].mass, side[next - 1].coupling),
            to: (side[next].mass, side[next].coupling))
    }
}
