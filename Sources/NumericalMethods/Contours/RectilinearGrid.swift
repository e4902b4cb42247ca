#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A function of two variables, sampled where the lines of a rectangular grid cross.
///
/// Between its nodes the function is understood as bilinear in each cell, in the coordinates themselves or in their
/// logarithms. A value may be
/// - NaN: undefined there; the (up to four) cells around the node are a hole;
/// - infinite: above (or below) every level, as the limit of ever larger values: a contour passes an edge between a finite
///   and an infinite value at the finite end, and one between −∞ and +∞ in the middle.
public struct RectilinearGrid: Hashable, Sendable {
    /// In what the function is linear along an axis.
    public enum Spacing: String, Codable, Sendable, CaseIterable {
        /// In the coordinate itself.
        case linear
        /// In the coordinate's logarithm; nodes must be positive.
        case logarithmic
    }

    /// Nodes, strictly ascending and at most 1e300 in magnitude; at least two.
    public let x: [Double]
    /// Nodes of the second axis, under the same conditions.
    public let y: [Double]
    /// `values[row * x.count + column]` belongs to `(x[column], y[row])`.
    public let values: [Double]
    /// How the function is understood between the nodes of `x`.
    public let xSpacing: Spacing
    /// How the function is understood between the nodes of `y`.
    public let ySpacing: Spacing

    /// - Throws: ``NumericalError/invalidArgument(_:)`` for too few or unsorted nodes, for values that are not as many as
    ///   the nodes, and for nodes that are not positive on a logarithmic axis.
    public init(
        x: [Double], y: [Double], values: [Double], xSpacing: Spacing = .linear, ySpacing: Spacing = .linear
    ) throws {
        try Self.check(x, "x", xSpacing)
        try Self.check(y, "y", ySpacing)
        guard values.count == x.count * y.count else {
            throw NumericalError.invalidArgument(
                "a grid of \(x.count) × \(y.count) nodes has \(values.count) values; give one for each node, row by row"
            )
        }
        self.x = x
        self.y = y
        self.values = values
        self.xSpacing = xSpacing
        self.ySpacing = ySpacing
    }

    /// Samples a function at the nodes.
    public init(
        x: [Double], y: [Double], xSpacing: Spacing = .linear, ySpacing: Spacing = .linear,
        _ function: (_ x: Double, _ y: Double) throws -> Double
    ) throws {
        var values: [Double] = []
        values.reserveCapacity(x.count * y.count)
        for y in y { for x in x { values.append(try function(x, y)) } }
        try self.init(x: x, y: y, values: values, xSpacing: xSpacing, ySpacing: ySpacing)
    }

    private static func check(_ nodes: [Double], _ name: String, _ spacing: Spacing) throws {
        guard nodes.count >= 2 else {
            throw NumericalError.invalidArgument("a grid has \(nodes.count) nodes in \(name); it needs at least two")
        }
        for (index, node) in nodes.enumerated() {
            guard node.magnitude <= 1e300, index == 0 || nodes[index - 1] < node else {
                throw NumericalError.invalidArgument(
                    "the grid's node \(index) in \(name) is \(node); nodes must ascend strictly, between ±1e300")
            }
            guard spacing == .linear || node > 0 else {
                throw NumericalError.invalidArgument(
                    "the grid's node \(index) in \(name) is \(node); a logarithmic grid needs positive nodes")
            }
        }
    }

    /// The nodes in the coordinate in which the function is linear.
    static func coordinates(_ nodes: [Double], _ spacing: Spacing) -> [Double] {
        spacing == .linear ? nodes : nodes.map { log($0) }
    }

    static func exponential(_ value: Double) -> Double { exp(value) }
}

extension RectilinearGrid: Codable {
    enum CodingKeys: String, CodingKey {
        case x, y, values, xSpacing, ySpacing
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            x: try container.decode([Double].self, forKey: .x), y: try container.decode([Double].self, forKey: .y),
            values: try container.decode([Double].self, forKey: .values),
            xSpacing: try container.decode(Spacing.self, forKey: .xSpacing),
            ySpacing: try container.decode(Spacing.self, forKey: .ySpacing))
    }
}
