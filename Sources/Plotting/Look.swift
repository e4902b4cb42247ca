/// How a part of a mark appears: what tells it from its neighbours.
enum Look: Hashable, Sendable {
    case line(Colour, dash: Dash, width: Double)
    /// `fill` is the page's white where nothing is painted.
    case area(fill: Colour, hatch: Hatch, hatchColour: Colour)
    case symbol(Colour, Points.Symbol, isFilled: Bool)

    enum Form: String, Sendable {
        case line, area, symbol
    }

    var form: Form {
        switch self {
        case .line: .line
        case .area: .area
        case .symbol: .symbol
        }
    }

    /// The least difference that tells thin lines and small symbols apart, and areas (``Colour/difference(from:in:)``).
    static let lineDifference = 0.15
    static let areaDifference = 0.05
    /// The ratio of widths that does so.
    static let widthRatio = 2.0

    /// `nil` if every reader can tell the two apart, or if they are of different forms; otherwise the vision in which
    /// they are most alike, and their difference there.
    func confusion(with other: Look) -> (vision: ColourVision, difference: Double, needed: Double)? {
        func tooClose(_ a: Colour, _ b: Colour, _ needed: Double) -> (ColourVision, Double, Double)? {
            let (vision, difference) = a.leastDifference(from: b)
            return difference < needed ? (vision, difference, needed) : nil
        }
        switch (self, other) {
        case (.line(let a, let dash, let width), .line(let b, let otherDash, let otherWidth)):
            guard dash == otherDash, max(width, otherWidth) < Self.widthRatio * min(width, otherWidth) else {
                return nil
            }
            return tooClose(a, b, Self.lineDifference)
        case (.area(let a, let hatch, let ink), .area(let b, let otherHatch, let otherInk)):
            guard hatch == otherHatch, let fills = tooClose(a, b, Self.areaDifference) else { return nil }
            if hatch != .none, tooClose(ink, otherInk, Self.lineDifference) == nil { return nil }
            return fills
        case (.symbol(let a, let symbol, let isFilled), .symbol(let b, let otherSymbol, let isOtherFilled)):
            guard symbol == otherSymbol, isFilled == isOtherFilled else { return nil }
            return tooClose(a, b, Self.lineDifference)
        default: return nil
        }
    }
}

extension Mark {
    /// The looks of a mark's parts; none for texts and arrows, which nothing is read from.
    func looks(_ inks: Inks) -> [Look] {
        func line(_ role: Role, _ ink: Ink?, _ dash: Dash?, _ width: Double?) -> Look {
            .line(
                inks.line(role, ink), dash: dash ?? role.style.dash,
                width: width ?? inks.style.lineWidth * role.style.widthFactor)
        }
        func area(_ role: Role, _ ink: Ink?, _ isFilled: Bool?, _ hatch: Hatch?) -> Look {
            .area(
                fill: inks.fill(role, ink, isFilled: isFilled) ?? .white, hatch: hatch ?? role.style.hatch,
                hatchColour: inks.line(role, ink))
        }
        switch self {
        case .line(let mark): return [line(mark.role, mark.ink, mark.dash, mark.width)]
        case .steps(let mark): return [line(mark.role, mark.ink, mark.dash, mark.width)]
        case .rule(let mark): return [line(mark.role, mark.ink, mark.dash, mark.width)]
        case .contours(let mark):
            var looks: [Look] = []
            for level in mark.levels {
                let look = line(mark.role, mark.ink, level.dash, level.width)
                if !looks.contains(look) { looks.append(look) }
            }
            return looks
        case .filledContours(let mark):
            return mark.colours.map { .area(fill: $0, hatch: .none, hatchColour: inks.line(mark.role, mark.ink)) }
        case .band(let mark):
            let edges = mark.showsEdges ? [line(mark.role, mark.ink, nil, nil)] : []
            return [area(mark.role, mark.ink, nil, mark.hatch)] + edges
        case .region(let mark):
            let edges = mark.showsBoundary ? [line(mark.role, mark.ink, mark.dash, mark.width)] : []
            return [area(mark.role, mark.ink, mark.isFilled, mark.hatch)] + edges
        case .shadedRange(let mark): return [area(mark.role, mark.ink, mark.isFilled, mark.hatch)]
        case .points(let mark):
            return [.symbol(inks.line(mark.role, mark.ink), mark.symbol, isFilled: mark.isFilled)]
        default: return []
        }
    }

    /// The label in the legend.
    var legendLabel: String? {
        switch self {
        case .line(let mark): mark.label
        case .steps(let mark): mark.label
        case .rule(let mark): mark.label
        case .contours(let mark): mark.label
        case .filledContours(let mark): mark.levels.lazy.compactMap(\.label).first
        case .band(let mark): mark.label
        case .region(let mark): mark.label
        case .shadedRange(let mark): mark.label
        case .points(let mark): mark.label
        default: nil
        }
    }
}
