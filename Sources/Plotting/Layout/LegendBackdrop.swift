/// What lies behind a legend that must stand over data: a white box with an edge, which shows that something goes on
/// beneath it. No symbol or error bar is cut by the edge as long as it keeps off the legend's rows: it is drawn whole, over
/// the box.
struct LegendBackdrop: Sendable {
    let rect: PageRect
    let items: [DisplayList.Item]

    /// - Parameters:
    ///   - smallest: the legend with its margin; the box grows by the symbols that both its edge and a row would cut.
    ///   - rows: what the legend's entries cover.
    init(
        _ smallest: PageRect, rows: [PageRect], over sketches: [(mark: Mark, sketch: Sketch)], in frame: PageRect,
        style: ChartStyle
    ) {
        var rect = smallest
        func isCut(_ bounds: PageRect) -> Bool {
            bounds.overlaps(rect)
                && !(bounds.left > rect.left && bounds.right < rect.right && bounds.top > rect.top
                    && bounds.bottom < rect.bottom)
        }
        func touchesRow(_ bounds: PageRect) -> Bool { rows.contains { $0.overlaps(bounds) } }
        let symbols = sketches.compactMap { entry -> Sketch? in
            if case .points = entry.mark { return entry.sketch }
            return nil
        }
        let shapes = symbols.flatMap { ($0.shapes.map(\.paths) + $0.outlines.map(\.paths)).flatMap { $0 } }
        for shape in shapes {
            let bounds = PageRect(around: shape.points)
            guard isCut(bounds), touchesRow(bounds) else { continue }
            let margin = style.scale
            rect = PageRect(
                left: min(rect.left, bounds.left - margin), top: min(rect.top, bounds.top - margin),
                right: max(rect.right, bounds.right + margin), bottom: max(rect.bottom, bounds.bottom + margin)
            ).intersection(frame)
        }
        self.rect = rect
        let edge = DisplayList.Path(rect.corners, isClosed: true)
        var items: [DisplayList.Item] = [
            .fill(.init(paths: [edge], colour: .white, source: "legend")),
            .stroke(
                .init(paths: [edge], colour: Ink.slate.colour, width: style.frameWidth * 0.75, source: "legend")),
        ]
        for sketch in symbols {
            var whole = Sketch(id: sketch.id)
            func isShown(_ path: DisplayList.Path) -> Bool {
                let bounds = PageRect(around: path.points)
                return isCut(bounds) && !touchesRow(bounds)
            }
            whole.lines = sketch.lines.map { Sketch.Lines(paths: $0.paths.filter(isShown), pen: $0.pen) }
            let bars = whole.lines.flatMap(\.paths).map { PageRect(around: $0.points) }
            // A bar that is drawn again has its symbol drawn again over it.
            func belongs(_ path: DisplayList.Path) -> Bool {
                let bounds = PageRect(around: path.points)
                let middle = (bounds.left + bounds.right) / 2
                return isShown(path)
                    || bars.contains { ($0.left - middle).magnitude < 0.01 && $0.overlaps(bounds) }
            }
            whole.shapes = sketch.shapes.map { ($0.paths.filter(belongs), $0.colour) }
            whole.outlines = sketch.outlines.map { Sketch.Lines(paths: $0.paths.filter(belongs), pen: $0.pen) }
            items += [Sketch.Layer.lines, .symbols].flatMap {
                whole.items($0, hatchWidth: style.hatchWidth, holes: [])
            }
        }
        self.items = items
    }
}
