/// The area between two curves over common abscissae, filled with a tint of its colour.
///
/// On a logarithmic axis a lower edge that is not positive reaches the bottom of the frame.
public struct Band: Codable, Hashable, Sendable, MarkConvertible {
    public var id: String
    public var x: [Double]
    public var lower: [Double]
    public var upper: [Double]
    /// Numerical error of the edges, absolute.
    public var edgeError: [Double]?
    /// Draws only the part inside this window of data coordinates, besides the frame.
    public var clip: Window?
    public var role: Role
    public var ink: Ink?
    public var hatch: Hatch?
    /// Strokes the two edges.
    public var showsEdges: Bool
    public var label: String?

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
    public var xLower: Double?
    public var xUpper: Double?
    public var yLower: Double?
    public var yUpper: Double?

    public init(xLower: Double? = nil, xUpper: Double? = nil, yLower: Double? = nil, yUpper: Double? = nil) {
        self.xLower = xLower
        self.xUpper = xUpper
        self.yLower = yLower
        self.yUpper = yUpper
    }
}
