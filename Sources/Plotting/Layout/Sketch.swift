/// One mark on the page before hatching and texts are settled: hatching leaves room for every label.
struct Sketch: Sendable {
    struct HatchFill: Sendable {
        var polygons: [[PagePoint]]
        var hatch: Hatch
        var colour: Colour
    }

    struct Pen: Hashable, Sendable {
        var colour: Colour
        var width: Double
        var dash: [Double]
        var isRoundCapped = false
    }

    struct Lines: Sendable {
        var paths: [DisplayList.Path]
        var pen: Pen
    }

    var id: String
    var areas: [(polygons: [[PagePoint]], colour: Colour)] = []
    var hatches: [HatchFill] = []
    var lines: [Lines] = []
    /// Filled shapes above the lines: symbols and arrow heads.
    var shapes: [(paths: [DisplayList.Path], colour: Colour)] = []
    var labels: [PlacedLabel] = []

    func items(hatchWidth: Double, holes: [TurnedRect]) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        for area in areas where !area.polygons.isEmpty {
            items.append(
                .fill(
                    .init(
                        paths: area.polygons.map { .init($0, isClosed: true) }, colour: area.colour, isEvenOdd: false,
                        source: id)))
        }
        for hatch in hatches {
            let paths = Hatching.segments(hatch.hatch, in: hatch.polygons, holes: holes)
            guard !paths.isEmpty else { continue }
            items.append(
                .stroke(
                    .init(
                        paths: paths, colour: hatch.colour, width: hatchWidth, dash: [], isRoundCapped: false,
                        source: id)))
        }
        for line in lines where !line.paths.isEmpty {
            items.append(
                .stroke(
                    .init(
                        paths: line.paths, colour: line.pen.colour, width: line.pen.width, dash: line.pen.dash,
                        isRoundCapped: line.pen.isRoundCapped, source: id)))
        }
        for shape in shapes where !shape.paths.isEmpty {
            items.append(.fill(.init(paths: shape.paths, colour: shape.colour, isEvenOdd: false, source: id)))
        }
        return items
    }
}

/// Turns roles and overrides into pens and colours.
struct Inks: Sendable {
    let style: ChartStyle

    func pen(_ role: Role, _ ink: Ink?, _ dash: Dash?, _ width: Double?) -> Sketch.Pen {
        let roleStyle = role.style
        let width = width ?? style.lineWidth * roleStyle.widthFactor
        let dash = dash ?? roleStyle.dash
        let unit = max(width, 0.8)
        return Sketch.Pen(
            colour: (ink ?? roleStyle.ink).colour, width: width, dash: dash.pattern.map { $0 * unit })
    }

    func fill(_ role: Role, _ ink: Ink?, isFilled: Bool?) -> Colour? {
        let roleStyle = role.style
        guard isFilled ?? (roleStyle.tint > 0) else { return nil }
        let tint = roleStyle.tint > 0 ? roleStyle.tint : 0.25
        return (ink ?? roleStyle.ink).colour.mixed(with: .white, share: tint)
    }

    /// Darker than the curve, as thin strokes look lighter than lines.
    func text(_ role: Role, _ ink: Ink?) -> Colour {
        (ink ?? role.style.ink).colour.mixed(with: .black, share: 0.72)
    }

    func line(_ role: Role, _ ink: Ink?) -> Colour { (ink ?? role.style.ink).colour }
}
