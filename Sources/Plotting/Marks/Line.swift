/// A curve through points. It is split where a coordinate is not finite, and clipped to the frame.
public struct Line: Codable, Hashable, Sendable, MarkConvertible {
    /// Distinct in the chart: by it two versions of a figure are compared.
    public var id: String
    /// In data units, in the order in which the points are joined.
    public var x: [Double]
    /// As many as `x`.
    public var y: [Double]
    /// Numerical error of each `y`, absolute; not drawn, but the chart diff judges changes by it.
    public var yError: [Double]?
    /// What the curve means, from which it takes ink, dash and width.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// Another dash pattern than the role's.
    public var dash: Dash?
    /// In points; `nil` takes the style's.
    public var width: Double?
    /// Label in the legend.
    public var label: String?
    /// Label set along the curve.
    public var inlineLabel: InlineLabel?

    /// A curve through points; the layout reports columns of different lengths, and points of which none is defined.
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
