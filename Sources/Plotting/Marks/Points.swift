/// Separate points with symbols and, where given, vertical error bars. Points that are not finite or lie outside the
/// frame are left out.
public struct Points: Codable, Hashable, Sendable, MarkConvertible {
    /// The shape of a point.
    public enum Symbol: String, Codable, Sendable, CaseIterable {
        /// A shape of the style's symbol size, with the point in its centre.
        case star, circle, square, diamond, triangle, cross
    }

    /// Distinct in the chart: by it two versions of a figure are compared.
    public var id: String
    /// In data units, in any order.
    public var x: [Double]
    /// As many as `x`.
    public var y: [Double]
    /// Error bars ± this much, absolute.
    public var yError: [Double]?
    /// The shape of all points.
    public var symbol: Symbol
    /// Diameter of the symbol in points; `nil` takes the style's.
    public var size: Double?
    /// Filled with the ink, or with the page's white inside of its outline.
    public var isFilled: Bool
    /// What the points mean, from which they take their ink.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// Label in the legend.
    public var label: String?

    /// Points with one symbol. Very many that stand apart on the page are refused: a histogram shows them better.
    public init(
        _ id: String, x: [Double], y: [Double], yError: [Double]? = nil, symbol: Symbol = .circle, size: Double? = nil,
        isFilled: Bool = true, role: Role, ink: Ink? = nil, label: String? = nil
    ) {
        self.id = id
        self.x = x
        self.y = y
        self.yError = yError
        self.symbol = symbol
        self.size = size
        self.isFilled = isFilled
        self.role = role
        self.ink = ink
        self.label = label
    }

    public var mark: Mark { .points(self) }
}
