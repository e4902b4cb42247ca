/// An area bounded by a curve: a polygon, or everything from the curve to one edge of the frame
/// ("excluded above this curve").
public struct Region: Codable, Hashable, Sendable, MarkConvertible {
    /// The side towards which a region is open.
    public enum Edge: String, Codable, Sendable, CaseIterable {
        case top, bottom, left, right
    }

    public var id: String
    public var x: [Double]
    public var y: [Double]
    /// Numerical error of each `y` of the boundary, absolute.
    public var yError: [Double]?
    /// `nil` closes the boundary upon itself.
    public var openTowards: Edge?
    public var role: Role
    public var ink: Ink?
    /// Fills with a tint of the ink; `nil` takes the role's choice.
    public var isFilled: Bool?
    /// `nil` takes the role's hatch; ``Hatch/none`` leaves it out.
    public var hatch: Hatch?
    /// Strokes the boundary (not the side along the frame).
    public var showsBoundary: Bool
    public var dash: Dash?
    public var width: Double?
    public var label: String?
    /// Label set along the boundary.
    public var inlineLabel: InlineLabel?

    public init(
        _ id: String, x: [Double], y: [Double], yError: [Double]? = nil, openTowards: Edge?, role: Role = .excluded,
        ink: Ink? = nil, isFilled: Bool? = nil, hatch: Hatch? = nil, showsBoundary: Bool = true, dash: Dash? = nil,
        width: Double? = nil, label: String? = nil, inlineLabel: InlineLabel? = nil
    ) {
        self.id = id
        self.x = x
        self.y = y
        self.yError = yError
        self.openTowards = openTowards
        self.role = role
        self.ink = ink
        self.isFilled = isFilled
        self.hatch = hatch
        self.showsBoundary = showsBoundary
        self.dash = dash
        self.width = width
        self.label = label
        self.inlineLabel = inlineLabel
    }

    public var mark: Mark { .region(self) }
}
