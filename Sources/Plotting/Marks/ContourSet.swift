/// The level curves of one function, each with a label set into a gap of the curve.
public struct ContourSet: Codable, Hashable, Sendable, MarkConvertible {
    /// One level.
    public struct Level: Codable, Hashable, Sendable {
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
        public var dash: Dash?
        public var width: Double?

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
        public var x: [Double]
        public var y: [Double]

        public init(x: [Double], y: [Double]) {
            self.x = x
            self.y = y
        }
    }

    public var id: String
    public var levels: [Level]
    public var role: Role
    public var ink: Ink?
    /// Label in the legend.
    public var label: String?

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
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
