/// A place in the chart.
public enum Position: Hashable, Sendable {
    /// In data coordinates.
    case data(Double, Double)
    /// As fractions of the frame: (0, 0) is bottom left, (1, 1) top right.
    case frame(Double, Double)
}

extension Position: Codable {
    enum CodingKeys: String, CodingKey {
        case data, frame
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let isData = container.contains(.data)
        let key: CodingKeys = isData ? .data : .frame
        let pair = try container.decode([Double].self, forKey: key)
        guard pair.count == 2 else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: container, debugDescription: "a position has two coordinates, not \(pair.count)")
        }
        self = isData ? .data(pair[0], pair[1]) : .frame(pair[0], pair[1])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .data(let x, let y): try container.encode([x, y], forKey: .data)
        case .frame(let x, let y): try container.encode([x, y], forKey: .frame)
        }
    }
}

/// A label at a place of the chart. Hatching is left out behind it.
public struct Text: Codable, Hashable, Sendable, MarkConvertible {
    /// Which point of the text lies at its position.
    public enum Alignment: String, Codable, Sendable, CaseIterable {
        case topLeft, top, topRight, left, center, right, bottomLeft, bottom, bottomRight
    }

    public var id: String
    public var text: String
    public var position: Position
    public var alignment: Alignment
    /// Counterclockwise, in radians.
    public var rotation: Double
    public var role: Role
    public var ink: Ink?
    /// Font size in points; `nil` takes the style's annotation size.
    public var size: Double?
    /// Paints the page's colour behind the text.
    public var hasBackdrop: Bool

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
