/// A curve through points. It is split where a coordinate is not finite, and clipped to the frame.
public struct Line: Codable, Hashable, Sendable, MarkConvertible {
    public var id: String
    public var x: [Double]
    public var y: [Double]
    /// Numerical error of each `y`, absolute; not drawn, but the chart diff judges changes by it.
    public var yError: [Double]?
    public var role: Role
    public var ink: Ink?
    public var dash: Dash?
    /// In points; `nil` takes the style's.
    public var width: Double?
    /// Label in the legend.
    public var label: String?
    /// Label set along the curve.
    public var inlineLabel: InlineLabel?

    public init(
        _ id: String, x: [Double], y: [Double], yError: [Double]? = nil, role: Role, ink: Ink? = nil,
        dash: Dash? = nil, width: Double? = nil, label: String? = nil, inlineLabel: InlineLabel? = nil
    ) {
        self.id = id
        self.x = x
        self.y = y
        self.yError = yError
        self.role = role
        self.ink = ink
        self.dash = dash
        self.width = width
        self.label = label
        self.inlineLabel = inlineLabel
    }

    public var mark: Mark { .line(self) }
}
