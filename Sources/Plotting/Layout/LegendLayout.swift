/// A legend: samples and labels in columns, placed where they cover least.
struct LegendLayout: Sendable {
    struct Row: Sendable {
        var sample: Sample?
        /// One for each line of the label.
        var lines: [(box: MathLabelBox, text: String)]
        var id: String

        init(sample: Sample?, box: MathLabelBox, text: String, id: String) {
            self.sample = sample
            self.lines = [(box, text)]
            self.id = id
        }

        var text: String { lines.map(\.text).joined(separator: " ") }
    }

    enum Sample: Hashable, Sendable {
        case line(Sketch.Pen)
        case area(fill: Colour?, hatch: Hatch, hatchColour: Colour, edge: Sketch.Pen?)
        case symbol(Points.Symbol, isFilled: Bool, size: Double, pen: Sketch.Pen)
    }

    /// A row and what it covers, with the legend's top left corner at (0, 0).
    struct Cell: Sendable {
        var row: Row
        var bounds: PageRect
    }

    let cells: [Cell]
    let width: Double
    let height: Double
    let style: ChartStyle
    /// The chart's own choice, for an automatic placement.
    private let legend: Legend

    /// - Parameter available: the widest that the legend may be; longer labels are broken at spaces.
    /// - Parameter unplaced: labels that found no room in the frame; also a chart without legend lists them.
    /// - Throws: also for a number of columns or a width that cannot be.
    init?(
        _ chart: Chart, within available: Double? = nil, unplaced: [(id: String, label: UnplacedLabel)] = [],
        metrics: some MathFontMetrics
    ) throws {
        let legend = chart.legend
        guard legend.placement != .hidden || !unplaced.isEmpty else { return nil }
        if let columns = legend.columns, columns < 1 {
            throw PlottingError.badLegend(what: "number of columns", value: Double(columns))
        }
        if let wrap = legend.wrap, !(wrap > 0 && wrap <= 1) {
            throw PlottingError.badLegend(what: "width of an entry", value: wrap)
        }
        var rows: [Row] = []
        if let heading = legend.heading, legend.placement != .hidden {
            let box = try MathLabel.layout(heading, size: chart.style.legendSize, metrics: metrics)
            rows.append(Row(sample: nil, box: box, text: heading, id: "legend"))
        }
        if legend.placement != .hidden {
            rows += try Self.rows(chart.marks, Inks(style: chart.style), metrics: metrics)
        }
        rows += try unplaced.map { id, label in
            let box = try MathLabel.layout(label.text, size: chart.style.legendSize, metrics: metrics)
            return Row(sample: label.sample, box: box, text: label.text, id: id)
        }
        guard !rows.isEmpty else { return nil }
        if let available {
            let columns = Double(legend.columns ?? 1)
            let gaps = (columns - 1) * Self.columnGap(chart.style)
            let widest = min((available - gaps) / columns, available * (legend.wrap ?? 1))
            rows = try rows.map { try Self.wrapped($0, to: widest, chart.style, metrics: metrics) }
        }
        self.init(rows: rows, style: chart.style, legend: legend)
    }

    /// One row for each mark, or level of filled contours, that has a label.
    static func rows(_ marks: [Mark], _ inks: Inks, metrics: some MathFontMetrics) throws -> [Row] {
        try marks.flatMap { mark in
            try entries(mark, inks).map { label, sample in
                let box = try MathLabel.layout(label, size: inks.style.legendSize, metrics: metrics)
                return Row(sample: sample, box: box, text: label, id: mark.id)
            }
        }
    }

    /// Rows without a sample span all columns; the others fill one column after the other.
    init(rows: [Row], style: ChartStyle, legend: Legend = .automatic) {
        self.style = style
        self.legend = legend
        func size(_ row: Row) -> (width: Double, height: Double) {
            let text = row.lines.map(\.box.width).max() ?? 0
            let heights = row.lines.map { Self.lineHeight($0.box, style) }
            return (
                text + (row.sample == nil ? 0 : Self.sampleWidth(style) + Self.sampleGap(style)), heights.reduce(0, +)
            )
        }
        var cells: [Cell] = []
        var top = 0.0
        for row in rows where row.sample == nil {
            let (width, height) = size(row)
            cells.append(Cell(row: row, bounds: PageRect(left: 0, top: top, right: width, bottom: top + height)))
            top += height
        }
        let entries = rows.filter { $0.sample != nil }
        let columns = max(1, min(legend.columns ?? 1, entries.count))
        let perColumn = (entries.count + columns - 1) / columns
        var heights = [Double](repeating: 0, count: perColumn)
        for (index, entry) in entries.enumerated() {
            heights[index % perColumn] = max(heights[index % perColumn], size(entry).height)
        }
        var left = 0.0
        for start in stride(from: 0, to: entries.count, by: max(perColumn, 1)) {
            var place = top
            var widest = 0.0
            for (entry, height) in zip(entries[start...], heights) {
                let width = size(entry).width
                cells.append(
                    Cell(
                        row: entry,
                        bounds: PageRect(left: left, top: place, right: left + width, bottom: place + height)))
                widest = max(widest, width)
                place += height
            }
            left += widest + Self.columnGap(style)
        }
        self.cells = cells
        self.width = cells.map(\.bounds.right).max() ?? 0
        self.height = cells.map(\.bounds.bottom).max() ?? 0
    }

    private static func sampleWidth(_ style: ChartStyle) -> Double { style.legendSize * 2.375 }
    private static func sampleGap(_ style: ChartStyle) -> Double { style.legendSize * 0.5625 }
    private static func columnGap(_ style: ChartStyle) -> Double { style.legendSize * 1.5 }

    private static func lineHeight(_ box: MathLabelBox, _ style: ChartStyle) -> Double {
        max(style.legendSize * 1.35, box.height + box.depth + 2 * style.scale)
    }

    // MARK: Long labels

    /// The row with its label in as many lines as a width asks for; a word that is too long stays whole.
    private static func wrapped(
        _ row: Row, to width: Double, _ style: ChartStyle, metrics: some MathFontMetrics
    ) throws -> Row {
        let room = width - (row.sample == nil ? 0 : sampleWidth(style) + sampleGap(style))
        guard let only = row.lines.first, only.box.width > room else { return row }
        var result = row
        result.lines = []
        for word in words(only.text) {
            if let last = result.lines.last {
                let longer = last.text + " " + word
                let box = try MathLabel.layout(longer, size: style.legendSize, metrics: metrics)
                if box.width <= room {
                    result.lines[result.lines.count - 1] = (box, longer)
                    continue
                }
            }
            result.lines.append((try MathLabel.layout(word, size: style.legendSize, metrics: metrics), word))
        }
        return result
    }

    /// A label's words: separated by spaces outside mathematics and braces.
    static func words(_ label: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isMath = false
        var depth = 0
        var isEscaped = false
        for character in label {
            switch character {
            case _ where isEscaped: break
            case "$": isMath.toggle()
            case "{": depth += 1
            case "}": depth -= 1
            case " " where !isMath && depth == 0:
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            default: break
            }
            isEscaped = character == "\\" && !isEscaped
            word.append(character)
        }
        return word.isEmpty ? words : words + [word]
    }

    // MARK: Entries

    private static func entries(_ mark: Mark, _ inks: Inks) -> [(String, Sample)] {
        guard case .filledContours(let filled) = mark else { return entry(mark, inks).map { [$0] } ?? [] }
        return zip(filled.levels, filled.colours).compactMap { level, colour in
            // On an area of its own colour a sample is told by its edge.
            let edge = Sketch.Pen(colour: Ink.darkGray.colour, width: inks.style.hatchWidth, dash: [])
            return level.label.map { ($0, .area(fill: colour, hatch: .none, hatchColour: edge.colour, edge: edge)) }
        }
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
        case .filledContours, .colourMap, .text, .arrow: return nil
        }
    }

    // MARK: Placement

    /// The rectangle of the legend inside the frame.
    func place(_ placement: Legend.Placement, in frame: PageRect, avoiding sketches: [Sketch]) throws -> PageRect {
        let places = self.placement(in: frame, avoiding: isFree(placement) ? sketches : nil)
        if let misfit = misfit(in: places.room) { throw misfit }
        return places.rect(placement) ?? places.best(preferring: legend.preferred).rect
    }

    /// Whether the place is the layout's choice: also of a legend that exists for labels without room alone.
    private func isFree(_ placement: Legend.Placement) -> Bool { [.automatic, .hidden].contains(placement) }

    /// The part of a frame in which legends stand: clear of its ticks.
    static func room(_ frame: PageRect, _ style: ChartStyle) -> PageRect {
        frame.inset(by: style.majorTickLength + 4 * style.scale)
    }

    /// Why the legend has no place inside a rectangle, if it has none.
    func misfit(in room: PageRect) -> PlottingError? {
        if width > room.width {
            return .doesNotFit(what: "the width of the legend", needed: width, available: room.width)
        }
        if height > room.height {
            return .doesNotFit(what: "the height of the legend", needed: height, available: room.height)
        }
        return nil
    }

    /// The places inside a frame.
    ///
    /// - Parameter sketches: `nil` where only named places are asked for.
    func placement(in frame: PageRect, avoiding sketches: [Sketch]?) -> LegendPlacement {
        let nothing = PageRect(left: 0, top: 0, right: 0, bottom: 0)
        return LegendPlacement(
            obstacles: sketches.map { Obstacles($0, in: frame) } ?? Obstacles([], in: nothing),
            room: Self.room(frame, style), width: width, height: height,
            rows: rowRects(in: PageRect(left: 0, top: 0, right: width, bottom: height)), style: style)
    }

    /// What the rows cover: less than the whole where labels differ in length.
    func rowRects(in rect: PageRect) -> [PageRect] {
        cells.map { cell in
            var bounds = cell.bounds.moved(rect.left, rect.top)
            bounds.top += 1
            bounds.bottom -= 1
            return bounds
        }
    }

    // MARK: Drawing

    func items(in rect: PageRect) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        for cell in cells {
            let bounds = cell.bounds.moved(rect.left, rect.top)
            var x = bounds.left
            var top = bounds.top
            for (index, line) in cell.row.lines.enumerated() {
                let height =
                    cell.row.lines.count == 1 ? bounds.height : Self.lineHeight(line.box, style)
                let middle = top + height / 2
                if index == 0, let sample = cell.row.sample {
                    items += self.items(sample, left: x, middle: middle, id: cell.row.id)
                    x += Self.sampleWidth(style) + Self.sampleGap(style)
                }
                let label = PlacedLabel(
                    box: line.box, origin: PagePoint(x, middle + style.legendSize * 0.33), rotation: 0, colour: .black,
                    text: line.text, source: "legend")
                items += label.items
                top += height
            }
        }
        return items
    }

    private func items(_ sample: Sample, left: Double, middle: Double, id: String) -> [DisplayList.Item] {
        let right = left + Self.sampleWidth(style)
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
