/// Values to colours, and the bar beside the frame that explains them.
public struct ColourScale: Codable, Hashable, Sendable {
    /// The values: label, range, scale and ticks of the colour bar. Values beyond the range take the colour of its end, and
    /// the bar has a point there that says so.
    public var axis: Axis
    /// The colours from the lowest to the highest value.
    public var ramp: ColourRamp
    /// Runs the ramp from light to dark.
    public var isReversed: Bool
    /// Draws the bar; charts that share a scale need it only once.
    public var showsBar: Bool

    /// A scale over an axis whose label, range and ticks stand at the bar.
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

    /// Whether values lie below and above the range, by more than rounding.
    func beyond(_ values: [Double]) -> (below: Bool, above: Bool) {
        let map = AxisMap(axis, start: 0, end: 1)
        let places = values.lazy.compactMap { map.edge($0) }
        return (places.contains { $0 < -1e-9 }, places.contains { $0 > 1 + 1e-9 })
    }

    /// The level of each value; `nil` for NaN.
    func levels(of values: [Double]) -> [Int?] {
        let map = AxisMap(axis, start: 0, end: Double(Self.levels))
        return values.map { value in
            map.edge(value).map { place in min(max(Int(saturating: place.rounded(.down)), 0), Self.levels - 1) }
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

    /// ``ColourScale/beyond(_:)`` for all maps that share a scale.
    func beyond(_ scale: ColourScale) -> (below: Bool, above: Bool) {
        marks.reduce(into: (false, false)) { result, mark in
            var scale = scale
            guard case .colourMap(let map) = mark else { return }
            // A map that leaves the bar to another one is explained by it, too.
            scale.showsBar = map.colours.showsBar
            guard map.colours == scale else { return }
            let (below, above) = scale.beyond(map.values)
            result = (result.0 || below, result.1 || above)
        }
    }
}
