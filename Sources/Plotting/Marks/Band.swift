/// The area between two curves over common abscissae, filled with a tint of its colour.
///
/// On a logarithmic axis a lower edge that is not positive reaches the bottom of the frame.
public struct Band: Codable, Hashable, Sendable, MarkConvertible {
    /// Distinct in the chart: by it two versions of a figure are compared.
    public var id: String
    /// Common abscissae of both edges.
    public var x: [Double]
    /// The lower edge at each `x`.
    public var lower: [Double]
    /// The upper edge at each `x`.
    public var upper: [Double]
    /// Numerical error of the edges, absolute.
    public var edgeError: [Double]?
    /// Draws only the part inside this window of data coordinates, besides the frame.
    public var clip: Window?
    /// What the area means, from which it takes ink, tint and hatch.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// `nil` takes the role's hatch; ``Hatch/none`` leaves it out.
    public var hatch: Hatch?
    /// Strokes the two edges.
    public var showsEdges: Bool
    /// Label in the legend.
    public var label: String?

    /// A band between edges that are as long as `x`; the layout reports other lengths.
    public init(
        _ id: String, x: [Double], lower: [Double], upper: [Double], edgeError: [Double]? = nil, clip: Window? = nil,
        role: Role, ink: Ink? = nil, hatch: Hatch? = nil, showsEdges: Bool = false, label: String? = nil
    ) {
        self.id = id
        self.x = x
        self.lower = lower
        self.upper = upper
        self.edgeError = edgeError
        self.clip = clip
        self.role = role
        self.ink = ink
        self.hatch = hatch
        self.showsEdges = showsEdges
        self.label = label
    }

    public var mark: Mark { .band(self) }
}

/// A rectangle in data coordinates; a missing bound is open.
public struct Window: Codable, Hashable, Sendable {
    /// Nothing is drawn left of it; `nil` is open.
    public var xLower: Double?
    /// Nothing is drawn right of it; `nil` is open.
    public var xUpper: Double?
    /// Nothing is drawn below it; `nil` is open.
    public var yLower: Double?
    /// Nothing is drawn above it; `nil` is open.
    public var yUpper: Double?

    /// A window that is open where no bound is given.
    public init(xLower: Double? = nil, xUpper: Double? = nil, yLower: Double? = nil, yUpper: Double? = nil) {
        self.xLower = xLower
        self.xUpper = xUpper
        self.yLower = yLower
        self.yUpper = yUpper
    }
}
