import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A Gauss–Legendre rule on [-1, 1]: exact for polynomials up to degree `2 * order - 1`.
///
/// The nodes are roots of the Legendre polynomial, found by Newton's iteration from Tricomi's asymptotic estimate
/// (Davis & Rabinowitz, *Methods of Numerical Integration*, sec. 2.7); they are computed once and kept.
public struct GaussLegendre: Sendable {
    /// Ascending, symmetric about zero.
    public let nodes: [Double]
    /// Positive; their sum is 2.
    public let weights: [Double]

    /// The number of nodes.
    public var order: Int { nodes.count }

    /// The rule with `order` nodes (at least 1).
    public static func rule(order: Int) -> GaussLegendre {
        let order = max(order, 1)
        return cache.withLock { rules in
            if let known = rules[order] { return known }
            let computed = GaussLegendre(computingOrder: order)
            rules[order] = computed
            return computed
        }
    }

    private static let cache = Mutex<[Int: GaussLegendre]>([:])

    private init(computingOrder order: Int) {
        var nodes = [Double](repeating: 0, count: order)
        var weights = [Double](repeating: 0, count: order)
        let degree = Double(order)
        for index in 0..<(order + 1) / 2 {
            let isCentre = 2 * index + 1 == order
            var node = isCentre ? 0 : cos(Double.pi * (Double(index) + 0.75) / (degree + 0.5))
            var derivative = 0.0
            // Newton's iteration converges quadratically; the bound only guards against an endless loop.
            for _ in 0..<64 {
                let (value, slope) = legendre(order, at: node)
                derivative = slope
                let step = isCentre ? 0 : value / slope
                node -= step
                if abs(step) <= 1e-16 { break }
            }
            derivative = legendre(order, at: node).slope
            let weight = 2 / ((1 - node * node) * derivative * derivative)
            nodes[index] = -node
            nodes[order - 1 - index] = node
            weights[index] = weight
            weights[order - 1 - index] = weight
        }
        self.nodes = nodes
        self.weights = weights
    }

    /// ∫ f over `lower...upper` (either order of the ends) by this one rule.
    @inlinable
    public func integrate<Failure: Error>(
        from lower: Double, to upper: Double, _ f: (Double) throws(Failure) -> Double
    ) throws(Failure) -> Double {
        let centre = 0.5 * (lower + upper)
        let half = 0.5 * (upper - lower)
        var sum = 0.0
        for index in nodes.indices {
            sum += weights[index] * (try f(centre + half * nodes[index]))
        }
        return sum * half
    }
}

/// The Legendre polynomial P_n and its derivative at |x| < 1, by the three-term recurrence.
private func legendre(_ order: Int, at x: Double) -> (value: Double, slope: Double) {
    var previous = 1.0
    var current = x
    for degree in stride(from: 2, through: order, by: 1) {
        let n = Double(degree)
        (previous, current) = (current, ((2 * n - 1) * x * current - (n - 1) * previous) / n)
    }
    return (current, Double(order) * (x * current - previous) / (x * x - 1))
}
