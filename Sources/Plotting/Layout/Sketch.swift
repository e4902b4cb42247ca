/// One mark on the page before texts are settled: hatching and lines leave room for every label.
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
    /// Cells of a colour map, below everything else; no legend avoids them.
    var cells: [(polygons: [[PagePoint]], colour: Colour)] = []
    var areas: [(polygons: [[PagePoint]], colour: Colour)] = []
    var hatches: [HatchFill] = []
    var lines: [Lines] = []
    /// Filled symbols and arrow heads, and lines on top of them.
    var shapes: [(paths: [DisplayList.Path], colour: Colour)] = []
    var outlines: [Lines] = []
    var labels: [PlacedLabel] = []
    /// Arrows from labels to what they name.
    var leaders: [Lines] = []
    var leaderHeads: [(paths: [DisplayList.Path], colour: Colour)] = []
    /// Labels that still have no place, and those for which there is none.
    var pending: [PendingLabel] = []
    var unplaced: [UnplacedLabel] = []

    /// Areas lie below hatching, hatching below lines, lines below symbols, whatever the order of the marks.
    enum Layer: CaseIterable {
        case areas, hatching, lines, symbols
    }

    /// - Parameter holes: places that hatching and lines leave free for labels.
    func items(_ layer: Layer, hatchWidth: Double, holes: [TurnedRect]) -> [DisplayList.Item] {
        func stroke(_ paths: [DisplayList.Path], _ pen: Pen) -> DisplayList.Item {
            .stroke(
                .init(
                    paths: paths, colour: pen.colour, width: pen.width, dash: pen.dash,
                    isRoundCapped: pen.isRoundCapped, source: id))
        }
        func fill(_ paths: [DisplayList.Path], _ colour: Colour) -> DisplayList.Item {
            .fill(.init(paths: paths, colour: colour, isEvenOdd: false, source: id))
        }
        switch layer {
        case .areas:
            return (cells + areas).filter { !$0.polygons.isEmpty }.map { area in
                fill(area.polygons.map { .init($0, isClosed: true) }, area.colour)
            }
        case .hatching:
            return hatches.compactMap { hatch in
                let paths = Hatching.segments(hatch.hatch, in: hatch.polygons, width: hatchWidth, holes: holes)
                return paths.isEmpty ? nil : stroke(paths, Pen(colour: hatch.colour, width: hatchWidth, dash: []))
            }
        case .lines:
            return lines.compactMap { line in
                let paths = line.paths.flatMap { Clipping.outside(holes, $0) }
                return paths.isEmpty ? nil : stroke(paths, line.pen)
            } + leaders.map { stroke($0.paths, $0.pen) }
        case .symbols:
            return shapes.filter { !$0.paths.isEmpty }.map { fill($0.paths, $0.colour) }
                + outlines.filter { !$0.paths.isEmpty }.map { stroke($0.paths, $0.pen) }
                + leaderHeads.map { fill($0.paths, $0.colour) }
        }
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
        (ink ?? role.style.ink).colour.mixed(with: .black, share: 0.62)
    }

    func line(_ role: Role, _ ink: Ink?) -> Colour { (ink ?? role.style.ink).colour }
}
