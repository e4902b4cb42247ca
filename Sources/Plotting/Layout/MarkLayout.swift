/// Lays out marks one by one inside the frame.
struct MarkLayout<Metrics: MathFontMetrics> {
    let frame: PlotFrame
    let style: ChartStyle
    let metrics: Metrics
    let inks: Inks

    init(frame: PlotFrame, style: ChartStyle, metrics: Metrics) {
        self.frame = frame
        self.style = style
        self.metrics = metrics
        self.inks = Inks(style: style)
    }

    /// With the labels that have a place; the others are pending.
    func sketch(_ mark: Mark) throws -> Sketch {
        switch mark {
        case .line(let line): try self.line(line)
        case .steps(let steps): try self.steps(steps)
        case .band(let band): self.band(band)
        case .region(let region): try self.region(region)
        case .points(let points): try self.points(points)
        case .rule(let rule): try self.rule(rule)
        case .shadedRange(let range): try shadedRange(range)
        case .contours(let set): try contours(set)
        case .colourMap(let map): colourMap(map)
        case .filledContours(let filled): self.filledContours(filled)
        case .text(let text): try self.text(text)
        case .arrow(let arrow): try self.arrow(arrow)
        }
    }

    // MARK: Curves

    func line(_ line: Line) throws -> Sketch {
        var sketch = Sketch(id: line.id)
        let pen = inks.pen(line.role, line.ink, line.dash, line.width)
        let pieces = frame.curve(line.x, line.y).map { MeasuredCurve($0) }
        sketch.lines = [.init(paths: pieces.map { CurveLabel.path($0.points) }, pen: pen)]
        sketch.pending = try pending(
            line.inlineLabel, on: pieces, lines: 0, colour: inks.text(line.role, line.inlineLabel?.ink ?? line.ink),
            sample: .line(pen), source: line.id)
        return sketch
    }

    /// The label of a curve, whose place is found later.
    func pending(
        _ label: InlineLabel?, on pieces: [MeasuredCurve], lines: Int?, colour: Colour, sample: LegendLayout.Sample,
        source: String
    ) throws -> [PendingLabel] {
        guard let label, !pieces.isEmpty else { return [] }
        let size = label.size ?? style.inlineLabelSize
        let box = try MathLabel.layout(label.text, size: size, metrics: metrics)
        let hint: PendingLabel.Hint =
            try label.anchor.map { .near(try self.anchor($0, source)) } ?? label.share.map { .share($0) } ?? .anywhere
        return [
            PendingLabel(
                site: .curve(pieces, label.placement, hint, lines: lines), box: box, text: label.text, colour: colour,
                sample: sample)
        ]
    }

    /// Where a label is to stand: one outside of the frame counts as on its border.
    func anchor(_ point: DataPoint, _ source: String) throws -> PagePoint {
        guard let place = frame.point(point.x, point.y) else {
            throw PlottingError.badPosition(mark: source, x: point.x, y: point.y)
        }
        return Clipping.clamped(place, to: frame.rect)
    }

    func contours(_ set: ContourSet) throws -> Sketch {
        var sketch = Sketch(id: set.id)
        let colour = inks.text(set.role, set.ink)
        for level in set.levels {
            let pen = inks.pen(set.role, set.ink, level.dash, level.width)
            let pieces = level.pieces.flatMap { frame.curve($0.x, $0.y) }.map { MeasuredCurve($0) }
            sketch.lines.append(.init(paths: pieces.map { CurveLabel.path($0.points) }, pen: pen))
            guard let text = level.label, !pieces.isEmpty else { continue }
            let labels =
                level.anchors.isEmpty ? [InlineLabel(text)] : level.anchors.map { InlineLabel(text, near: $0) }
            for label in labels {
                sketch.pending += try pending(
                    label, on: pieces, lines: sketch.lines.count - 1, colour: colour, sample: .line(pen),
                    source: set.id)
            }
        }
        return sketch
    }

    func steps(_ steps: Steps) throws -> Sketch {
        var sketch = Sketch(id: steps.id)
        let pen = inks.pen(steps.role, steps.ink, steps.dash, steps.width)
        var runs: [[PagePoint]] = []
        var current = CurveSimplifier(window: frame.rect)
        for (index, value) in steps.values.enumerated() {
            // An empty bin of a logarithmic histogram falls to the bottom of the frame.
            guard let y = frame.y.edge(value), let left = frame.x.edge(steps.edges[index]),
                let right = frame.x.edge(steps.edges[index + 1])
            else {
                if !current.isEmpty { runs.append(current.finish()) }
                continue
            }
            current.append(PagePoint(left, y))
            current.append(PagePoint(right, y))
        }
        if !current.isEmpty { runs.append(current.finish()) }
        sketch.lines = [
            .init(paths: runs.flatMap { Clipping.polyline($0, to: frame.rect) }.map { DisplayList.Path($0) }, pen: pen)
        ]
        if steps.showsErrorBars, let errors = steps.valueError {
            let centers = steps.values.indices.map { index in
                frame.x.scale == .log
                    ? (steps.edges[index] * steps.edges[index + 1]).squareRoot()
                    : (steps.edges[index] + steps.edges[index + 1]) / 2
            }
            sketch.lines.append(try errorBars(steps.id, centers, steps.values, errors, pen: pen))
        }
        return sketch
    }
}
