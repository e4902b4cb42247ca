import NumericalMethods

/// A map of the unit cube that is adapted, a dimension at a time, to where an integrand has its weight: the importance
/// sampling of G. P. Lepage, J. Comput. Phys. 27, 192 (1978).
struct AdaptiveGrid: Sendable {
    static let dimensions = 4
    private static let bins = 96
    /// How hard a step follows what it saw.
    private static let damping = 0.8

    /// The edges of the dimensions one after another, `bins` + 1 each.
    private var edges: [Double]

    init() {
        edges = (0..<Self.dimensions).flatMap { _ in (0...Self.bins).map { Double($0) / Double(Self.bins) } }
    }

    /// The place in dimension `dimension` of a uniform number, and the density's inverse there.
    @inline(__always)
    func map(_ dimension: Int, _ u: Double) -> (value: Double, jacobian: Double) {
        let position = u * Double(Self.bins)
        let bin = min(Int(position), Self.bins - 1)
        let offset = dimension * (Self.bins + 1) + bin
        let lower = edges[offset]
        let width = edges[offset + 1] - lower
        return (lower + (position - Double(bin)) * width, width * Double(Self.bins))
    }

    /// Adapts to f, which takes the four uniform numbers and gives what is integrated with all Jacobians of this grid.
    mutating func train(rounds: Int, points: Int, name: String, _ f: (AdaptiveGrid, SIMD4<Double>) -> Double) {
        let sequence = KroneckerSequence(dimensions: Self.dimensions)
        let stream = RandomStream(name)
        for round in 0..<rounds {
            let shifts = (0..<Self.dimensions).map { stream.bits(at: UInt64(round * Self.dimensions + $0)) }
            var seen: [(u: SIMD4<Double>, value: Double)] = []
            seen.reserveCapacity(points)
            for index in 0..<points {
                var u = SIMD4<Double>.zero
                for d in 0..<Self.dimensions {
                    u[d] = sequence.coordinate(d, ofPoint: index, shift: shifts[d])
                }
                let value = f(self, u)
                if value != 0, value.isFinite { seen.append((u, value.magnitude)) }
            }
            // Relative to the largest, so that no square of a tiny value vanishes.
            let largest = seen.reduce(0) { max($0, $1.value) }
            var squares = [Double](repeating: 0, count: Self.dimensions * Self.bins)
            for (u, value) in seen {
                let share = value / largest
                for d in 0..<Self.dimensions {
                    squares[d * Self.bins + min(Int(u[d] * Double(Self.bins)), Self.bins - 1)] += share * share
                }
            }
            for d in 0..<Self.dimensions {
                // The best density follows the root of the mean square.
                refine(d, squares[(d * Self.bins)..<((d + 1) * Self.bins)].map { $0.squareRoot() })
            }
        }
    }

    private mutating func refine(_ dimension: Int, _ seen: [Double]) {
        let total = seen.reduce(0, +)
        guard total > 0 else { return }
        let last = Self.bins - 1
        let smooth = seen.indices.map {
            let left = seen[max($0 - 1, 0)]
            let right = seen[min($0 + 1, last)]
            return (left + 2 * seen[$0] + right) / (4 * total)
        }
        // A floor, so that no bin is lost of which nothing was seen yet.
        let weights = smooth.map { pow(max($0, 1e-3 / Double(Self.bins)), Self.damping) }
        let share = weights.reduce(0, +) / Double(Self.bins)
        let offset = dimension * (Self.bins + 1)
        let old = Array(edges[offset...(offset + Self.bins)])
        var bin = 0
        var gathered = 0.0
        for edge in 1..<Self.bins {
            let target = Double(edge) * share
            while bin < last, gathered + weights[bin] < target {
                gathered += weights[bin]
                bin += 1
            }
            let part = min(max((target - gathered) / weights[bin], 0), 1)
            edges[offset + edge] = old[bin] + part * (old[bin + 1] - old[bin])
        }
    }
}
