/// Separate points with symbols and, where given, vertical error bars. Points that are not finite or lie outside the
/// frame are left out.
public struct Points: Codable, Hashable, Sendable, MarkConvertible {
    public enum Symbol: String, Codable, Sendable, CaseIterable {
        case star, circle, square, diamond, triangle, cross
    }

    public var id: String
    public var x: [Double]
    public var y: [Double]
    /// Error bars ± this much, absolute.
    public var yError: [Double]?
    public var symbol: Symbol
    /// Diameter of the symbol in points; `nil` takes the style's.
    public var size: Double?
    public var isFilled: Bool
    public var role: Role
    public var ink: Ink?
    public var label: String?

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
