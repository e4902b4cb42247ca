/// Whatever can be drawn inside the frame of a ``Chart``.
public enum Mark: Hashable, Sendable {
    /// A curve.
    case line(Line)
    /// A histogram.
    case steps(Steps)
    /// The area between two curves.
    case band(Band)
    /// The area on one side of a curve, or inside it.
    case region(Region)
    /// Separate points.
    case points(Points)
    /// A straight line at one value.
    case rule(Rule)
    /// A shaded range of one axis.
    case shadedRange(ShadedRange)
    /// Level curves.
    case contours(ContourSet)
    /// Areas between levels.
    case filledContours(FilledContours)
    /// Coloured cells.
    case colourMap(ColourMap)
    /// A text.
    case text(Text)
    /// An arrow.
    case arrow(Arrow)
}

/// A value that is one mark of a chart.
public protocol MarkConvertible {
    /// The mark with its kind, as a chart lists it.
    var mark: Mark { get }
}

extension Mark: MarkConvertible {
    public var mark: Mark { self }

    /// The name under which the chart diff compares this mark; unique within a chart.
    public var id: String {
        switch self {
        case .line(let mark): mark.id
        case .steps(let mark): mark.id
        case .band(let mark): mark.id
        case .region(let mark): mark.id
        case .points(let mark): mark.id
        case .rule(let mark): mark.id
        case .shadedRange(let mark): mark.id
        case .contours(let mark): mark.id
        case .filledContours(let mark): mark.id
        case .colourMap(let mark): mark.id
        case .text(let mark): mark.id
        case .arrow(let mark): mark.id
        }
    }
}

/// In JSON a mark is one object whose `mark` member names its kind beside the mark's own members.
extension Mark: Codable {
    enum Kind: String, Codable, CaseIterable {
        case line, steps, band, region, points, rule, shadedRange, contours, filledContours, colourMap, text, arrow
    }

    enum CodingKeys: String, CodingKey {
        case mark
    }

    var kind: Kind {
        switch self {
        case .line: .line
        case .steps: .steps
        case .band: .band
        case .region: .region
        case .points: .points
        case .rule: .rule
        case .shadedRange: .shadedRange
        case .contours: .contours
        case .filledContours: .filledContours
        case .colourMap: .colourMap
        case .text: .text
        case .arrow: .arrow
        }
    }

    public init(from decoder: any Decoder) throws {
        let kind = try decoder.container(keyedBy: CodingKeys.self).decode(Kind.self, forKey: .mark)
        switch kind {
        case .line: self = .line(try Line(from: decoder))
        case .steps: self = .steps(try Steps(from: decoder))
        case .band: self = .band(try Band(from: decoder))
        case .region: self = .region(try Region(from: decoder))
        case .points: self = .points(try Points(from: decoder))
        case .rule: self = .rule(try Rule(from: decoder))
        case .shadedRange: self = .shadedRange(try ShadedRange(from: decoder))
        case .contours: self = .contours(try ContourSet(from: decoder))
        case .filledContours: self = .filledContours(try FilledContours(from: decoder))
        case .colourMap: self = .colourMap(try ColourMap(from: decoder))
        case .text: self = .text(try Text(from: decoder))
        case .arrow: self = .arrow(try Arrow(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .mark)
        switch self {
        case .line(let mark): try mark.encode(to: encoder)
        case .steps(let mark): try mark.encode(to: encoder)
        case .band(let mark): try mark.encode(to: encoder)
        case .region(let mark): try mark.encode(to: encoder)
        case .points(let mark): try mark.encode(to: encoder)
        case .rule(let mark): try mark.encode(to: encoder)
        case .shadedRange(let mark): try mark.encode(to: encoder)
        case .contours(let mark): try mark.encode(to: encoder)
        case .filledContours(let mark): try mark.encode(to: encoder)
        case .colourMap(let mark): try mark.encode(to: encoder)
        case .text(let mark): try mark.encode(to: encoder)
        case .arrow(let mark): try mark.encode(to: encoder)
        }
    }
}
