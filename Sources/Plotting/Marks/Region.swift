/// An area bounded by a curve: a polygon, or everything from the curve to one edge of the frame
/// ("excluded above this curve").
public struct Region: Codable, Hashable, Sendable, MarkConvertible {
    /// The side towards which a region is open.
    public enum Edge: String, Codable, Sendable, CaseIterable {
        /// A side of the frame.
        case top, bottom, left, right
    }

    /// Distinct in the chart: by it two versions of a figure are compared.
    public var id: String
    /// Of the boundary, in data units, in its order.
    public var x: [Double]
    /// As many as `x`.
    public var y: [Double]
    /// Numerical error of each `y` of the boundary, absolute.
    public var yError: [Double]?
    /// `nil` closes the boundary upon itself.
    public var openTowards: Edge?
    /// What the area means, from which it takes ink, tint and hatch.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// Fills with a tint of the ink; `nil` takes the role's choice.
    public var isFilled: Bool?
    /// `nil` takes the role's hatch; ``Hatch/none`` leaves it out.
    public var hatch: Hatch?
    /// Strokes the boundary (not the side along the frame).
    public var showsBoundary: Bool
    /// Of the boundary; `nil` takes the role's.
    public var dash: Dash?
    /// Of the boundary in points; `nil` takes the role's.
    public var width: Double?
    /// Label in the legend.
    public var label: String?
    /// Label set along the boundary.
    public var inlineLabel: InlineLabel?

    /// The area from a boundary to an edge of the frame, or inside of the boundary where no edge is given.
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
