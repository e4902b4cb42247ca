/// Values to colours, and the bar beside the frame that explains them.
public struct ColourScale: Codable, Hashable, Sendable {
    /// The values: label, range, scale and ticks of the colour bar. Values beyond the range take the colour of its end.
    public var axis: Axis
    public var ramp: ColourRamp
    /// Runs the ramp from light to dark.
    public var isReversed: Bool
    /// Draws the bar; charts that share a scale need it only once.
    public var showsBar: Bool

    public init(_ axis: Axis, ramp: ColourRamp = .sequential, isReversed: Bool = false, showsBar: Bool = true) {
        self.axis = axis
        self.ramp = ramp
        self.isReversed = isReversed
        self.showsBar = showsBar
    }

    /// Colours between which the eye hardly sees a step.
    static let levels = 128

    func colour(level: Int) -> Colour {
        let share = Double(level) / Double(Self.levels - 1)
        return ramp.colour(isReversed ? 1 - share : share)
    }

    /// The level of each value; `nil` for NaN.
    func levels(of values: [Double]) -> [Int?] {
        let map = AxisMap(axis, start: 0, end: Double(Self.levels))
        return values.map { value in
            map.edge(value).map { place in min(max(Int(place.rounded(.down)), 0), Self.levels - 1) }
        }
    }
}

extension Chart {
    var hasColourMap: Bool {
        marks.contains { mark in
            if case .colourMap = mark { return true }
            return false
        }
    }

    /// The distinct scales that need a colour bar, in the order of the marks.
    var colourScales: [ColourScale] {
        marks.reduce(into: []) { scales, mark in
            if case .colourMap(let map) = mark, map.colours.showsBar, !scales.contains(map.colours) {
                scales.append(map.colours)
            }
        }
    }
}
