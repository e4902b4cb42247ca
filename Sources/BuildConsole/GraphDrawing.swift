import BuildGraph
import Plotting

extension GraphOutline {
    /// The drawing: inputs on the left, results on the right; boxes with a name each, and a curve from each vertex to
    /// what uses it.
    public func displayList(title: String, metrics: some MathFontMetrics) -> DisplayList {
        GraphDrawing(outline: self, metrics: metrics).displayList(title: title)
    }
}

private struct GraphDrawing<Metrics: MathFontMetrics> {
    let outline: GraphOutline
    let layout: LayeredLayout
    let metrics: Metrics
    let lefts: [Double]
    let widths: [Double]
    let columnWidths: [Double]

    private static var fontSize: Double { 7.5 }
    private static var boxHeight: Double { 11.5 }
    private static var padding: Double { 4 }
    private static var margin: Double { 14 }
    private static var columnGap: Double { 44 }

    init(outline: GraphOutline, metrics: Metrics) {
        self.outline = outline
        self.metrics = metrics
        let layout = LayeredLayout(outline)
        self.layout = layout
        let widths = outline.vertices.map { vertex in
            metrics.shape(vertex.label).reduce(0) { $0 + $1.advance } * Self.fontSize + 2 * Self.padding
        }
        self.widths = widths
        columnWidths = layout.layers.map { layer in
            layer.compactMap { layout.sites[$0].vertex }.map { widths[$0] }.max() ?? 0
        }
        var left = Self.margin
        lefts = columnWidths.map { width in
            defer { left += width + Self.columnGap }
            return left
        }
    }

    func displayList(title: String) -> DisplayList {
        let right = zip(lefts, columnWidths).map(+).max() ?? Self.margin
        let bottom = (layout.sites.map(\.y).max() ?? 0) + Self.boxHeight + Self.margin
        let keys = legend(y: bottom + 10)
        return DisplayList(
            width: max(right, keys.right) + Self.margin, height: bottom + 10 + Self.boxHeight + Self.margin,
            title: title,
            items: edges() + outline.vertices.indices.flatMap(box) + keys.items)
    }

    private func y(_ site: Int) -> Double { layout.sites[site].y + Self.margin + Self.boxHeight / 2 }

    // MARK: Edges

    private func edges() -> [DisplayList.Item] {
        layout.routes.map { route in
            var points: [PagePoint] = []
            for (index, site) in route.enumerated() {
                let layer = layout.sites[site].layer
                let right =
                    layout.sites[site].vertex.map { lefts[layer] + widths[$0] } ?? lefts[layer] + columnWidths[layer]
                if index > 0 {
                    points += curve(from: points[points.count - 1], to: PagePoint(lefts[layer], y(site)))
                }
                if index < route.count - 1 { points.append(PagePoint(right, y(site))) }
            }
            return .stroke(
                .init(paths: [.init(points)], colour: Ink.gray.colour, width: 0.45, source: "edge"))
        }
    }

    /// A curve that leaves and arrives level.
    private func curve(from start: PagePoint, to end: PagePoint) -> [PagePoint] {
        if start.y == end.y { return [end] }
        // It turns within the last gap, so that curves of one column run side by side and not across boxes.
        let turn = max(start.x, end.x - Self.columnGap)
        let level = turn > start.x ? [PagePoint(turn, start.y)] : []
        return level
            + (1...16).map { step in
                let t = Double(step) / 16
                let s = t * t * (3 - 2 * t)
                return PagePoint(turn + (end.x - turn) * t, start.y + (end.y - start.y) * s)
            }
    }

    // MARK: Boxes

    private func fill(_ kind: AnyNode.Kind?) -> Colour {
        switch kind {
        case .computation: Ink.blue.colour.mixed(with: .white, share: 0.3)
        case .file, .remote: Ink.orange.colour.mixed(with: .white, share: 0.3)
        case .closure: .white
        case nil: Ink.lightGray.colour.mixed(with: .white, share: 0.6)
        }
    }

    private func box(_ vertex: Int) -> [DisplayList.Item] {
        let left = lefts[layout.sites[vertex].layer]
        return box(outline.vertices[vertex].label, fill(outline.vertices[vertex].kind), left, y(vertex), widths[vertex])
    }

    private func box(
        _ label: String, _ colour: Colour, _ left: Double, _ middle: Double, _ width: Double
    ) -> [DisplayList.Item] {
        let half = Self.boxHeight / 2
        let frame = DisplayList.Path(
            [
                PagePoint(left, middle - half), PagePoint(left + width, middle - half),
                PagePoint(left + width, middle + half), PagePoint(left, middle + half),
            ], isClosed: true)
        return [
            .fill(.init(paths: [frame], colour: colour, source: label)),
            .stroke(.init(paths: [frame], colour: Ink.darkGray.colour, width: 0.5, source: label)),
            text(label, PagePoint(left + Self.padding, middle + 0.3 * Self.fontSize)),
        ]
    }

    private func text(_ label: String, _ origin: PagePoint) -> DisplayList.Item {
        var x = 0.0
        let glyphs = metrics.shape(label).map { glyph in
            defer { x += glyph.advance * Self.fontSize }
            return DisplayList.GlyphRun.Glyph(
                id: glyph.glyph, size: Self.fontSize, x: x + glyph.xOffset * Self.fontSize,
                y: -glyph.yOffset * Self.fontSize)
        }
        return .glyphs(.init(glyphs: glyphs, origin: origin, colour: .black, text: label, source: label))
    }

    private func legend(y: Double) -> (items: [DisplayList.Item], right: Double) {
        let kinds: [(AnyNode.Kind?, String)] = [
            (.file, "input file"), (.computation, "computation"), (.closure, "step"), (nil, "group (number of nodes)"),
        ]
        var items: [DisplayList.Item] = []
        var left = Self.margin
        for (kind, label) in kinds where outline.vertices.contains(where: { $0.kind == kind }) {
            let width = metrics.shape(label).reduce(0) { $0 + $1.advance } * Self.fontSize + 2 * Self.padding
            items += box(label, fill(kind), left, y, width)
            left += width + 8
        }
        return (items, left)
    }
}
