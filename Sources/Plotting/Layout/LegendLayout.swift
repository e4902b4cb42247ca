/// A legend: samples and labels in rows, placed where they cover least.
struct LegendLayout: Sendable {
    struct Row: Sendable {
        var sample: Sample?
        var box: MathLabelBox
        var text: String
        var id: String
    }

    enum Sample: Hashable, Sendable {
        case line(Sketch.Pen)
        case area(fill: Colour?, hatch: Hatch, hatchColour: Colour, edge: Sketch.Pen?)
        case symbol(Points.Symbol, isFilled: Bool, size: Double, pen: Sketch.Pen)
    }

    let rows: [Row]
    let heights: [Double]
    let width: Double
    let height: Double
    let style: ChartStyle
    private static let sampleWidth = 19.0
    private static let sampleGap = 4.5

    init?(_ chart: Chart, metrics: some MathFontMetrics) throws {
        guard chart.legend.placement != .hidden else { return nil }
        let inks = Inks(style: chart.style)
        var rows: [Row] = []
        if let heading = chart.legend.heading {
            let box = try MathLabel.layout(heading, size: chart.style.legendSize, metrics: metrics)
            rows.append(Row(sample: nil, box: box, text: heading, id: "legend"))
        }
        rows += try Self.rows(chart.marks, inks, metrics: metrics)
        guard !rows.isEmpty else { return nil }
        self.init(rows: rows, style: chart.style)
    }

    /// One row for each mark that has a label.
    static func rows(_ marks: [Mark], _ inks: Inks, metrics: some MathFontMetrics) throws -> [Row] {
        try marks.compactMap { mark in
            guard let (label, sample) = entry(mark, inks) else { return nil }
            let box = try MathLabel.layout(label, size: inks.style.legendSize, metrics: metrics)
            return Row(sample: sample, box: box, text: label, id: mark.id)
        }
    }

    init(rows: [Row], style: ChartStyle) {
        self.rows = rows
        self.style = style
        let pitch = style.legendSize * 1.35
        self.heights = rows.map { max(pitch, $0.box.height + $0.box.depth + 2) }
        self.height = heights.reduce(0, +)
        self.width =
            rows.map { $0.box.width + ($0.sample == nil ? 0 : Self.sampleWidth + Self.sampleGap) }.max() ?? 0
    }

    private static func entry(_ mark: Mark, _ inks: Inks) -> (String, Sample)? {
        func area(
            _ role: Role, _ ink: Ink?, _ isFilled: Bool?, _ hatch: Hatch?, edge: Sketch.Pen?
        ) -> Sample {
            .area(
                fill: inks.fill(role, ink, isFilled: isFilled), hatch: hatch ?? role.style.hatch,
                hatchColour: inks.line(role, ink), edge: edge)
        }
        switch mark {
        case .line(let line):
            return line.label.map { ($0, .line(inks.pen(line.role, line.ink, line.dash, line.width))) }
        case .steps(let steps):
            return steps.label.map { ($0, .line(inks.pen(steps.role, steps.ink, steps.dash, steps.width))) }
        case .band(let band):
            let edge = band.showsEdges ? inks.pen(band.role, band.ink, nil, nil) : nil
            return band.label.map { ($0, area(band.role, band.ink, nil, band.hatch, edge: edge)) }
        case .region(let region):
            let edge = region.showsBoundary ? inks.pen(region.role, region.ink, region.dash, region.width) : nil
            return region.label.map { ($0, area(region.role, region.ink, region.isFilled, region.hatch, edge: edge)) }
        case .points(let points):
            let pen = Sketch.Pen(
                colour: inks.line(points.role, points.ink), width: inks.style.lineWidth * 0.8, dash: [])
            return points.label.map {
                (
                    $0,
                    .symbol(
                        points.symbol, isFilled: points.isFilled, size: points.size ?? inks.style.symbolSize, pen: pen)
                )
            }
        case .rule(let rule):
            return rule.label.map { ($0, .line(inks.pen(rule.role, rule.ink, rule.dash, rule.width))) }
        case .shadedRange(let range):
            return range.label.map { ($0, area(range.role, range.ink, range.isFilled, range.hatch, edge: nil)) }
        case .contours(let set):
            return set.label.map {
                ($0, .line(inks.pen(set.role, set.ink, set.levels.first?.dash, set.levels.first?.width)))
            }
        case .text, .arrow: return nil
        }
    }

    // MARK: Placement

    /// The rectangle of the legend inside the frame.
    func place(_ placement: Legend.Placement, in frame: PageRect, avoiding sketches: [Sketch]) throws -> PageRect {
        let room = frame.inset(by: style.majorTickLength + 4)
        guard width <= room.width else {
            throw PlottingError.doesNotFit(what: "the width of the legend", needed: width, available: room.width)
        }
        guard height <= room.height else {
            throw PlottingError.doesNotFit(what: "the height of the legend", needed: height, available: room.height)
        }
        func rect(_ fx: Double, _ fy: Double) -> PageRect {
            let left = room.left + fx * (room.width - width)
            let top = room.top + fy * (room.height - height)
            return PageRect(left: left, top: top, right: left + width, bottom: top + height)
        }
        switch placement {
        case .topLeft: return rect(0, 0)
        case .top: return rect(0.5, 0)
        case .topRight: return rect(1, 0)
        case .left: return rect(0, 0.5)
        case .right: return rect(1, 0.5)
        case .bottomLeft: return rect(0, 1)
        case .bottom: return rect(0.5, 1)
        case .bottomRight: return rect(1, 1)
        case .automatic, .hidden: break
        }
        // Corners first: ties go to the earlier place, so that small changes of the data move nothing.
        let corners = [(1.0, 0.0), (0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.5), (0.0, 0.5), (0.5, 0.0), (0.5, 1.0)]
        let grid = (0...20).flatMap { row in (0...12).map { (Double($0) / 12, Double(row) / 20) } }
        let obstacles = Obstacles(sketches)
        var best = (rect: rect(1, 0), cost: Double.infinity)
        for (fx, fy) in corners + grid {
            let candidate = rect(fx, fy)
            let cost = obstacles.cost(candidate, rows: rowRects(in: candidate), limit: best.cost)
            if cost < best.cost - 1e-6 { best = (candidate, cost) }
            if best.cost == 0 { break }
        }
        return best.rect
    }

    /// What the rows cover: less than the whole where labels differ in length.
    func rowRects(in rect: PageRect) -> [PageRect] {
        var top = rect.top
        return zip(rows, heights).map { row, height in
            defer { top += height }
            let width = row.box.width + (row.sample == nil ? 0 : Self.sampleWidth + Self.sampleGap)
            return PageRect(left: rect.left, top: top + 1, right: rect.left + width, bottom: top + height - 1)
        }
    }

    // MARK: Drawing

    func items(in rect: PageRect) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        var top = rect.top
        for (row, height) in zip(rows, heights) {
            let middle = top + height / 2
            let baseline = middle + style.legendSize * 0.33
            var x = rect.left
            if let sample = row.sample {
                items += self.items(sample, left: x, middle: middle, id: row.id)
                x += Self.sampleWidth + Self.sampleGap
            }
            let label = PlacedLabel(
                box: row.box, origin: PagePoint(x, baseline), rotation: 0, colour: .black, text: row.text,
                source: "legend")
            items += label.items
            top += height
        }
        return items
    }

    private func items(_ sample: Sample, left: Double, middle: Double, id: String) -> [DisplayList.Item] {
        let right = left + Self.sampleWidth
        var sketch = Sketch(id: "legend")
        switch sample {
        case .line(let pen):
            sketch.lines = [.init(paths: [.init([PagePoint(left, middle), PagePoint(right, middle)])], pen: pen)]
        case .area(let fill, let hatch, let hatchColour, let edge):
            let half = style.legendSize * 0.36
            let rect = PageRect(left: left, top: middle - half, right: right, bottom: middle + half)
            if let fill { sketch.areas = [([rect.corners], fill)] }
            if hatch != .none {
                sketch.hatches = [.init(polygons: [rect.corners], hatch: hatch, colour: hatchColour)]
            }
            // A tint without an edge would vanish on an area of its own colour.
            let edge = edge ?? Sketch.Pen(colour: hatchColour, width: style.hatchWidth, dash: [])
            if fill != nil || hatch != .none {
                sketch.lines = [.init(paths: [.init(rect.corners, isClosed: true)], pen: edge)]
            }
        case .symbol(let symbol, let isFilled, let size, let pen):
            let path = Symbols.path(symbol, at: PagePoint((left + right) / 2, middle), size: size)
            if symbol == .cross {
                sketch.lines = [.init(paths: Symbols.strokes(path), pen: pen)]
            } else {
                sketch.shapes = [([path], isFilled ? pen.colour : .white)]
                if !isFilled { sketch.outlines = [.init(paths: [path], pen: pen)] }
            }
        }
        return Sketch.Layer.allCases.flatMap { sketch.items($0, hatchWidth: style.hatchWidth, holes: []) }
    }
}
