/// Lays out marks one by one inside the frame.
struct MarkLayout<Metrics: MathFontMetrics> {
    let frame: PlotFrame
    let style: ChartStyle
    let metrics: Metrics
    let inks: Inks
    /// Labels placed so far: automatic labels along curves avoid them.
    var placed: [TurnedRect] = []

    init(frame: PlotFrame, style: ChartStyle, metrics: Metrics) {
        self.frame = frame
        self.style = style
        self.metrics = metrics
        self.inks = Inks(style: style)
    }

    mutating func sketch(_ mark: Mark) throws -> Sketch {
        let sketch: Sketch
        switch mark {
        case .line(let line): sketch = try self.line(line)
        case .steps(let steps): sketch = try self.steps(steps)
        case .band(let band): sketch = self.band(band)
        case .region(let region): sketch = try self.region(region)
        case .points(let points): sketch = try self.points(points)
        case .rule(let rule): sketch = try self.rule(rule)
        case .shadedRange(let range): sketch = try shadedRange(range)
        case .contours(let set): sketch = try contours(set)
        case .filledContours(let filled): sketch = self.filledContours(filled)
        case .text(let text): sketch = try self.text(text)
        case .arrow(let arrow): sketch = try self.arrow(arrow)
        }
        placed += sketch.labels.map(\.bounds)
        return sketch
    }

    // MARK: Curves

    func line(_ line: Line) throws -> Sketch {
        var sketch = Sketch(id: line.id)
        let pen = inks.pen(line.role, line.ink, line.dash, line.width)
        let pieces = frame.curve(line.x, line.y).map { MeasuredCurve($0) }
        let colour = inks.text(line.role, line.inlineLabel?.ink ?? line.ink)
        let cut = try labelled(pieces, line.inlineLabel, colour: colour, source: line.id, &sketch)
        sketch.lines = [.init(paths: cut, pen: pen)]
        return sketch
    }

    /// Puts an inline label on a curve and returns the paths that are left to draw.
    func labelled(
        _ pieces: [MeasuredCurve], _ label: InlineLabel?, colour: Colour, source: String, _ sketch: inout Sketch
    ) throws -> [DisplayList.Path] {
        guard let label, !pieces.isEmpty else { return pieces.map { path($0.points) } }
        let size = label.size ?? style.inlineLabelSize
        let box = try MathLabel.layout(label.text, size: size, metrics: metrics)
        let anchor = try label.anchor.map { try self.anchor($0, source) }
        guard let placement = place(box, on: pieces, anchor: anchor, label.placement) else {
            sketch.labels.append(beside(pieces, anchor, box, colour, label.text, source))
            return pieces.map { path($0.points) }
        }
        sketch.labels.append(
            .centered(
                box, at: placement.center, rotation: placement.rotation, colour: colour, text: label.text,
                source: source))
        return label.placement == .gap ? cut(pieces, [placement]) : pieces.map { path($0.points) }
    }

    /// The first place along the curve, from the anchor outwards, where the label stays inside the frame and, if no
    /// anchor is given, clear of other labels. `nil` if no piece of the curve can carry it.
    func place(
        _ box: MathLabelBox, on pieces: [MeasuredCurve], anchor: PagePoint?, _ kind: InlineLabel.Placement
    ) -> CurveLabel.Placement? {
        let halfHeight = (box.height + box.depth) / 2
        let room = frame.rect.inset(by: style.majorTickLength)
        let width = box.width + 2 * CurveLabel.padding * (style.scale - 1)
        let candidates =
            anchor.map { CurveLabel.candidates(pieces, width: width, height: 2 * halfHeight, near: $0) }
            ?? CurveLabel.candidates(pieces, width: width, height: 2 * halfHeight)
        func moved(_ candidate: CurveLabel.Placement) -> CurveLabel.Placement {
            guard kind != .gap else { return candidate }
            var moved = candidate
            moved.center = CurveLabel.besides(
                candidate, pieces[candidate.piece], halfHeight: halfHeight, clearance: 2.2 * style.scale,
                isAbove: kind == .above)
            return moved
        }
        var first: CurveLabel.Placement?
        for candidate in candidates {
            let place = moved(candidate)
            let bounds = TurnedRect(
                center: place.center, halfWidth: box.width / 2, halfHeight: halfHeight, rotation: place.rotation)
            let isInside = bounds.corners.allSatisfy(room.contains)
            if isInside, anchor != nil || !placed.contains(where: { $0.overlaps(bounds) }) { return place }
            if first == nil, isInside { first = place }
        }
        return first
            ?? candidates.first.map { candidate in
                var place = moved(candidate)
                if kind != .gap { place.center = shifted(place, box.width / 2, halfHeight, into: room) }
                return place
            }
    }

    func shifted(
        _ place: CurveLabel.Placement, _ halfWidth: Double, _ halfHeight: Double, into room: PageRect
    ) -> PagePoint {
        let bounds = TurnedRect(
            center: place.center, halfWidth: halfWidth, halfHeight: halfHeight, rotation: place.rotation
        ).bounds
        return PagePoint(
            place.center.x + max(0, room.left - bounds.left) - max(0, bounds.right - room.right),
            place.center.y + max(0, room.top - bounds.top) - max(0, bounds.bottom - room.bottom))
    }

    /// A label upright beside a curve that is too short to carry it.
    func beside(
        _ pieces: [MeasuredCurve], _ anchor: PagePoint?, _ box: MathLabelBox, _ colour: Colour, _ text: String,
        _ source: String
    ) -> PlacedLabel {
        let piece = pieces.max { $0.total < $1.total }
        let target = anchor ?? piece.map { $0.point(at: $0.total / 2) } ?? PagePoint(frame.rect.left, frame.rect.top)
        let spot = piece.map { $0.point(at: $0.nearest(to: target).distance) } ?? target
        let half = (box.height + box.depth) / 2
        let center = PagePoint(
            min(max(spot.x, frame.rect.left + box.width / 2 + 2), frame.rect.right - box.width / 2 - 2),
            min(max(spot.y - half - 2.2 * style.scale, frame.rect.top + half + 2), frame.rect.bottom - half - 2))
        return .centered(box, at: center, rotation: 0, colour: colour, text: text, source: source)
    }

    func cut(_ pieces: [MeasuredCurve], _ placements: [CurveLabel.Placement]) -> [DisplayList.Path] {
        pieces.enumerated().flatMap { index, piece -> [DisplayList.Path] in
            let gaps = placements.filter { $0.piece == index }.map(\.gap).sorted { $0.lowerBound < $1.lowerBound }
            guard !gaps.isEmpty else { return [path(piece.points)] }
            var paths: [DisplayList.Path] = []
            var start = 0.0
            for gap in gaps {
                paths.append(DisplayList.Path(piece.part(from: start, to: gap.lowerBound)))
                start = max(start, gap.upperBound)
            }
            paths.append(DisplayList.Path(piece.part(from: start, to: piece.total)))
            return paths.filter { $0.points.count > 1 }
        }
    }

    /// Closed when its ends meet, so that the joint is round and dashes run through.
    func path(_ points: [PagePoint]) -> DisplayList.Path {
        if points.count > 3, let first = points.first, points.last == first {
            return DisplayList.Path(Array(points.dropLast()), isClosed: true)
        }
        return DisplayList.Path(points)
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
            guard let text = level.label, !pieces.isEmpty else {
                sketch.lines.append(.init(paths: pieces.map { path($0.points) }, pen: pen))
                continue
            }
            let box = try MathLabel.layout(text, size: style.inlineLabelSize, metrics: metrics)
            let anchors: [PagePoint?] = level.anchors.isEmpty ? [nil] : try level.anchors.map { try anchor($0, set.id) }
            var placements: [CurveLabel.Placement] = []
            for anchor in anchors {
                var probe = self
                probe.placed += sketch.labels.map(\.bounds)
                if let placement = probe.place(box, on: pieces, anchor: anchor, .gap) {
                    placements.append(placement)
                    sketch.labels.append(
                        .centered(
                            box, at: placement.center, rotation: placement.rotation, colour: colour, text: text,
                            source: set.id))
                } else {
                    sketch.labels.append(beside(pieces, anchor, box, colour, text, set.id))
                }
            }
            sketch.lines.append(.init(paths: cut(pieces, placements), pen: pen))
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
