/// From data to the page along one axis.
struct AxisMap: Hashable, Sendable {
    let scale: Axis.Scale
    let lower: Double
    let upper: Double
    /// Page coordinates of `lower` and `upper`.
    let start: Double
    let end: Double
    private let threshold: Double
    private let base: Double
    private let slope: Double

    init(_ axis: Axis, start: Double, end: Double) {
        self.scale = axis.scale
        self.lower = axis.lower
        self.upper = axis.upper
        self.start = start
        self.end = end
        threshold = axis.linearThreshold ?? 1
        let low = Self.straight(axis.lower, scale, threshold)
        let high = Self.straight(axis.upper, scale, threshold)
        self.base = low
        self.slope = (end - start) / (high - low)
    }

    /// The value on the scale on which the axis is even: in decades on a logarithmic one.
    private static func straight(_ value: Double, _ scale: Axis.Scale, _ threshold: Double) -> Double {
        switch scale {
        case .linear: return value
        case .log: return Trigonometry.log10(value)
        case .symlog:
            let ratio = value / threshold
            if ratio.magnitude <= 1 { return ratio }
            // By the difference of logarithms, as the ratio may overflow.
            let decades = 1 + Trigonometry.log10(value.magnitude) - Trigonometry.log10(threshold)
            return value < 0 ? -decades : decades
        }
    }

    /// `nil` where the value has no place: not finite, or not positive on a logarithmic axis.
    func callAsFunction(_ value: Double) -> Double? {
        if scale == .log, !(value > 0) { return nil }
        let place = start + (Self.straight(value, scale, threshold) - base) * slope
        // Held where differences of places are still finite.
        return value.isFinite ? min(max(place, -Self.horizon), Self.horizon) : nil
    }

    private static let horizon = 1e305

    /// The place of an area's edge: what lies beyond the scale is far outside the frame on its side.
    /// `nil` for NaN.
    func edge(_ value: Double) -> Double? {
        if value.isNaN { return nil }
        if let place = self(value) { return place }
        let isHigh = value > 0
        let outward = end > start ? 1.0 : -1.0
        return isHigh ? end + outward * Self.beyond : start - outward * Self.beyond
    }

    /// Far outside any page, yet small enough for exact clipping.
    static let beyond = 1e4
}

/// Both axes and the frame between them.
struct PlotFrame: Hashable, Sendable {
    var rect: PageRect
    var x: AxisMap
    var y: AxisMap

    init(_ chart: Chart, rect: PageRect) {
        self.rect = rect
        self.x = AxisMap(chart.x, start: rect.left, end: rect.right)
        self.y = AxisMap(chart.y, start: rect.bottom, end: rect.top)
    }

    func point(_ x: Double, _ y: Double) -> PagePoint? {
        guard let px = self.x(x), let py = self.y(y) else { return nil }
        return PagePoint(px, py)
    }

    /// Runs of points on the page, split where one has no place.
    func runs(_ xs: [Double], _ ys: [Double]) -> [[PagePoint]] {
        var runs: [[PagePoint]] = []
        var current = CurveSimplifier(window: rect)
        for (x, y) in zip(xs, ys) {
            if let point = point(x, y) {
                current.append(point)
            } else if !current.isEmpty {
                runs.append(current.finish())
            }
        }
        if !current.isEmpty { runs.append(current.finish()) }
        return runs
    }

    /// Runs of corners of an area, split where a coordinate is NaN: what lies beyond a scale is far outside the frame
    /// on its side, so that an area reaches the frame there.
    func areaRuns(_ xs: [Double], _ ys: [Double]) -> [[PagePoint]] {
        var runs: [[PagePoint]] = []
        var current = CurveSimplifier(window: rect)
        for (x, y) in zip(xs, ys) {
            if let px = self.x.edge(x), let py = self.y.edge(y) {
                current.append(PagePoint(px, py))
            } else if !current.isEmpty {
                runs.append(current.finish())
            }
        }
        if !current.isEmpty { runs.append(current.finish()) }
        return runs
    }

    /// A closed border of an area, cut to the frame; empty if nothing of it can be seen.
    func ring(_ xs: [Double], _ ys: [Double]) -> [PagePoint] {
        var border = CurveSimplifier(window: rect)
        for (x, y) in zip(xs, ys) {
            // Beyond a logarithmic axis is far outside on that side.
            guard let px = self.x.edge(x), let py = self.y.edge(y) else { continue }
            border.append(PagePoint(px, py))
        }
        return Clipping.polygon(border.finish(), to: rect)
    }

    /// The visible pieces of a curve.
    func curve(_ xs: [Double], _ ys: [Double]) -> [[PagePoint]] {
        runs(xs, ys).flatMap { Clipping.polyline($0, to: rect) }
    }

    /// The visible part of an area in data coordinates.
    func rect(of area: Position.Area) -> PageRect {
        window(Window(xLower: area.xFrom, xUpper: area.xTo, yLower: area.yFrom, yUpper: area.yTo))
    }

    /// The part of the frame inside a window of data coordinates.
    func window(_ window: Window?) -> PageRect {
        guard let window else { return rect }
        var result = rect
        if let value = window.xLower, let place = x.edge(value) { result.left = max(result.left, place) }
        if let value = window.xUpper, let place = x.edge(value) { result.right = min(result.right, place) }
        if let value = window.yLower, let place = y.edge(value) { result.bottom = min(result.bottom, place) }
        if let value = window.yUpper, let place = y.edge(value) { result.top = max(result.top, place) }
        return result
    }
}
