/// A place in the chart.
public enum Position: Hashable, Sendable {
    /// In data coordinates.
    case data(Double, Double)
    /// As fractions of the frame: (0, 0) is bottom left, (1, 1) top right.
    case frame(Double, Double)
    /// Close to a point in data coordinates, which stays free: a text finds its place there, first on the side that its
    /// alignment names, and points back where it has to stand farther away.
    case beside(Double, Double)
    /// Where there is room in the visible part of an area: a text finds its place there, near a point of the area.
    case within(Area)

    /// A rectangle in data coordinates; a side that is `nil` is the frame's.
    public struct Area: Codable, Hashable, Sendable {
        /// The left side.
        public var xFrom: Double?
        /// The right side.
        public var xTo: Double?
        /// The lower side.
        public var yFrom: Double?
        /// The upper side.
        public var yTo: Double?
        /// Where a label is to be centred, as shares of the rectangle's visible part from its bottom left.
        public var xShare: Double
        /// The same upwards.
        public var yShare: Double

        /// A rectangle in whose middle, or at other shares of it, a label is to stand.
        public init(
            xFrom: Double? = nil, xTo: Double? = nil, yFrom: Double? = nil, yTo: Double? = nil, at xShare: Double = 0.5,
            _ yShare: Double = 0.5
        ) {
            self.xFrom = xFrom
            self.xTo = xTo
            self.yFrom = yFrom
            self.yTo = yTo
            self.xShare = xShare
            self.yShare = yShare
        }
    }
}

extension Position: Codable {
    enum CodingKeys: String, CodingKey {
        case data, frame, beside, within
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let area = try container.decodeIfPresent(Area.self, forKey: .within) {
            self = .within(area)
            return
        }
        let key: CodingKeys = [.data, .beside].first(where: container.contains) ?? .frame
        let pair = try container.decode([Double].self, forKey: key)
        guard pair.count == 2 else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: container, debugDescription: "a position has two coordinates, not \(pair.count)")
        }
        switch key {
        case .data: self = .data(pair[0], pair[1])
        case .beside: self = .beside(pair[0], pair[1])
        case .frame, .within: self = .frame(pair[0], pair[1])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .data(let x, let y): try container.encode([x, y], forKey: .data)
        case .frame(let x, let y): try container.encode([x, y], forKey: .frame)
        case .beside(let x, let y): try container.encode([x, y], forKey: .beside)
        case .within(let area): try container.encode(area, forKey: .within)
        }
    }
}

/// A label at a place of the chart. Hatching is left out behind it.
public struct Text: Codable, Hashable, Sendable, MarkConvertible {
    /// Which point of the text lies at its position.
    public enum Alignment: String, Codable, Sendable, CaseIterable {
        /// The corner, the middle of a side or the centre of the text's box.
        case topLeft, top, topRight, left, center, right, bottomLeft, bottom, bottomRight
    }

    /// Distinct in the chart; texts and arrows are no data, and are compared by what they say and where.
    public var id: String
    /// In the TeX subset of ``MathLabel``.
    public var text: String
    /// Where it stands.
    public var position: Position
    /// Which point of the text lies there.
    public var alignment: Alignment
    /// Counterclockwise, in radians.
    public var rotation: Double
    /// What it belongs to, from which it takes its ink.
    public var role: Role
    /// Another ink than the role's.
    public var ink: Ink?
    /// Font size in points; `nil` takes the style's annotation size.
    public var size: Double?
    /// Paints the page's colour behind the text.
    public var hasBackdrop: Bool

    /// A text at a place: fixed in data or in the frame, or found by the layout (``Position/beside(_:_:)``,
    /// ``Position/within(_:)``).
    public init(
        _ id: String, _ text: String, at position: Position, alignment: Alignment = .center, rotation: Double = 0,
        role: Role = .reference, ink: Ink? = nil, size: Double? = nil, hasBackdrop: Bool = false
    ) {
        self.id = id
        self.text = text
        self.position = position
        self.alignment = alignment
        self.rotation = rotation
        self.role = role
        self.ink = ink
        self.size = size
        self.hasBackdrop = hasBackdrop
    }

    public var mark: Mark { .text(self) }
}
