/// The level curves of one function, each with a label set into a gap of the curve.
public struct ContourSet: Codable, Hashable, Sendable, MarkConvertible {
    /// One level.
    public struct Level: Codable, Hashable, Sendable {
        /// The function's value on the curves.
        public var value: Double
        /// The level's curves; a closed one repeats its first point at its end.
        public var pieces: [Piece]
        /// Numerical error of the curve's position in `y`, absolute and the same for all points.
        public var yError: Double?
        /// Label in the gap, such as `"$10^3$"`; `nil` leaves the curve whole.
        public var label: String?
        /// Where the label sits: the point of the curve closest to each anchor on the page. Stored with the chart,
        /// so that labels do not jump when the data move a little. Empty puts one in the middle of the longest
        /// visible piece.
        public var anchors: [DataPoint]
        /// `nil` takes the role's.
        public var dash: Dash?
        /// In points; `nil` takes the role's.
        public var width: Double?

        /// A level of given curves. `RectilinearGrid.contours(at:)` computes them from a grid.
        public init(
            _ value: Double, pieces: [Piece], yError: Double? = nil, label: String? = nil, anchors: [DataPoint] = [],
            dash: Dash? = nil, width: Double? = nil
        ) {
            self.value = value
            self.pieces = pieces
            self.yError = yError
            self.label = label
            self.anchors = anchors
            self.dash = dash
            self.width = width
        }
    }

    /// One connected curve.
    public struct Piece: Codable, Hashable, Sendable {
        /// In data coordinates, in the order of the curve.
        public var x: [Double]
        /// As many as `x`.
        public var y: [Double]

        /// A curve through points in their order.
        public init(x: [Double], y: [Double]) {
            self.x = x
            self.y = y
        }
    }

    /// Distinct in the chart: by it and the levels two versions of a figure are compared.
    public var id: String
    /// Drawn in this order.
    public var levels: [Level]
    /// What the curves mean, from which they take ink, dash and width.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// Label in the legend.
    public var label: String?

    /// The curves of some levels. The Manuscript library makes it from a grid at once.
    public init(_ id: String, levels: [Level], role: Role = .signal, ink: Ink? = nil, label: String? = nil) {
        self.id = id
        self.levels = levels
        self.role = role
        self.ink = ink
        self.label = label
    }

    public var mark: Mark { .contours(self) }
}

/// A point in data coordinates.
public struct DataPoint: Codable, Hashable, Sendable {
    /// On the horizontal axis, in data units.
    public var x: Double
    /// On the vertical axis, in data units.
    public var y: Double

    /// The point (x, y).
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
