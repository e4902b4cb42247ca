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
        case .steps(let steps): sketch = self.steps(steps)
        case .band(let band): sketch = self.band(band)
        case .region(let region): sketch = try self.region(region)
        case .points(let points): sketch = self.points(points)
        case .rule(let rule): sketch = try self.rule(rule)
        case .shadedRange(let range): sketch = try shadedRange(range)
        case .contours(let set): sketch = try contours(set)
        case .text(let text): sketch = try self.text(text)
        case .arrow(let arrow): sketch = try self.arrow(arrow)
        }
        placed += sketch.labels.map(\.bounds)
        return sketch
    }

    // MARK: Curves

    private func line(_ line: Line) throws -> Sketch {
        var sketch = Sketch(id: line.id)
        let pen = inks.pen(line.role, line.ink, line.dash, line.width)
        let pieces = frame.curve(line.x, line.y).map { MeasuredCurve($0) }
        let colour = inks.text(line.role, line.inlineLabel?.ink ?? line.ink)
        let cut = try labelled(pieces, line.inlineLabel, colour: colour, source: line.id, &sketch)
        sketch.lines = [.init(paths: cut, pen: pen)]
        return sketch
    }

    /// Puts an inline label on a curve and returns the paths that are left to draw.
    private func labelled(
        _ pieces: [MeasuredCurve], _ label: InlineLabel?, colour: Colour, source: String, _ sketch: inout Sketch
    ) throws -> [DisplayList.Path] {
        guard let label, !pieces.isEmpty else { return pieces.map { path($0.points) } }
        let size = label.size ?? style.inlineLabelSize
        let box = try MathLabel.layout(label.text, size: size, metrics: metrics)
        let anchor = try label.anchor.map { try page($0, source) }
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
    private func place(
        _ box: MathLabelBox, on pieces: [MeasuredCurve], anchor: PagePoint?, _ kind: InlineLabel.Placement
    ) -> CurveLabel.Placement? {
        let halfHeight = (box.height + box.depth) / 2
        let room = frame.rect.inset(by: style.majorTickLength)
        let candidates =
            anchor.map { CurveLabel.candidates(pieces, width: box.width, near: $0) }
            ?? CurveLabel.candidates(pieces, width: box.width)
        func moved(_ candidate: CurveLabel.Placement) -> CurveLabel.Placement {
            guard kind != .gap else { return candidate }
            var moved = candidate
            moved.center = CurveLabel.besides(
                candidate, pieces[candidate.piece], halfHeight: halfHeight, clearance: 2.2, isAbove: kind == .above)
            return moved
        }
        var first: CurveLabel.Placement?
        for candidate in candidates {
            let place = moved(candidate)
            let bounds = TurnedRect(
                center: place.center, halfWidth: box.width / 2, halfHeight: halfHeight, rotation: place.rotation)
            let isInside = bounds.corners.allSatisfy(room.contains)
            if isInside, anchor != nil || !placed.contains(where: { $0.overlaps(bounds) }) { return place }
            if first == nil, isInside || candidates.count == 1 { first = place }
        }
        return first ?? candidates.first.map(moved)
    }

    /// A label upright beside a curve that is too short to carry it.
    private func beside(
        _ pieces: [MeasuredCurve], _ anchor: PagePoint?, _ box: MathLabelBox, _ colour: Colour, _ text: String,
        _ source: String
    ) -> PlacedLabel {
        let piece = pieces.max { $0.total < $1.total }
        let target = anchor ?? piece.map { $0.point(at: $0.total / 2) } ?? PagePoint(frame.rect.left, frame.rect.top)
        let spot = piece.map { $0.point(at: $0.nearest(to: target).distance) } ?? target
        let half = (box.height + box.depth) / 2
        let center = PagePoint(
            min(max(spot.x, frame.rect.left + box.width / 2 + 2), frame.rect.right - box.width / 2 - 2),
            min(max(spot.y - half - 2.2, frame.rect.top + half + 2), frame.rect.bottom - half - 2))
        return .centered(box, at: center, rotation: 0, colour: colour, text: text, source: source)
    }

    private func cut(_ pieces: [MeasuredCurve], _ placements: [CurveLabel.Placement]) -> [DisplayList.Path] {
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
    private func path(_ points: [PagePoint]) -> DisplayList.Path {
        if points.count > 3, let first = points.first, points.last == first {
            return DisplayList.Path(Array(points.dropLast()), isClosed: true)
        }
        return DisplayList.Path(points)
    }

    private func page(_ point: DataPoint, _ source: String) throws -> PagePoint {
        guard let place = frame.point(point.x, point.y) else {
            throw PlottingError.badPosition(mark: source, x: point.x, y: point.y)
        }
        return place
    }

    private func contours(_ set: ContourSet) throws -> Sketch {
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
            let anchors: [PagePoint?] = level.anchors.isEmpty ? [nil] : try level.anchors.map { try page($0, set.id) }
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

    private func steps(_ steps: Steps) -> Sketch {
        var sketch = Sketch(id: steps.id)
        let pen = inks.pen(steps.role, steps.ink, steps.dash, steps.width)
        var runs: [[PagePoint]] = []
        var current: [PagePoint] = []
        for (index, value) in steps.values.enumerated() {
            // An empty bin of a logarithmic histogram falls to the bottom of the frame.
            guard let y = frame.y.edge(value), let left = frame.x.edge(steps.edges[index]),
                let right = frame.x.edge(steps.edges[index + 1])
            else {
                if !current.isEmpty { runs.append(current) }
                current = []
                continue
            }
            current += [PagePoint(left, y), PagePoint(right, y)]
        }
        if !current.isEmpty { runs.append(current) }
        sketch.lines = [
            .init(paths: runs.flatMap { Clipping.polyline($0, to: frame.rect) }.map { DisplayList.Path($0) }, pen: pen)
        ]
        if steps.showsErrorBars, let errors = steps.valueError {
            let centers = steps.values.indices.map { index in
                frame.x.scale == .log
                    ? (steps.edges[index] * steps.edges[index + 1]).squareRoot()
                    : (steps.edges[index] + steps.edges[index + 1]) / 2
            }
            sketch.lines.append(errorBars(centers, steps.values, errors, pen: pen))
        }
        return sketch
    }

    private func errorBars(_ x: [Double], _ y: [Double], _ errors: [Double], pen: Sketch.Pen) -> Sketch.Lines {
        var paths: [DisplayList.Path] = []
        for index in x.indices {
            guard let place = frame.x(x[index]), let low = frame.y.edge(y[index] - errors[index]),
                let high = frame.y.edge(y[index] + errors[index])
            else { continue }
            paths += Clipping.polyline([PagePoint(place, low), PagePoint(place, high)], to: frame.rect).map {
                DisplayList.Path($0)
            }
        }
        return .init(paths: paths, pen: Sketch.Pen(colour: pen.colour, width: pen.width * 0.8, dash: []))
    }

    // MARK: Areas

    private func band(_ band: Band) -> Sketch {
        var sketch = Sketch(id: band.id)
        let window = frame.window(band.clip)
        var polygons: [[PagePoint]] = []
        var below: [PagePoint] = []
        var above: [PagePoint] = []
        func finish(_ below: inout [PagePoint], _ above: inout [PagePoint], _ polygons: inout [[PagePoint]]) {
            if below.count > 1 {
                let outline = Clipping.thinned(below) + Clipping.thinned(above).reversed()
                polygons.append(Clipping.polygon(outline, to: window))
            }
            below = []
            above = []
        }
        for index in band.x.indices {
            if let x = frame.x(band.x[index]), let low = frame.y.edge(band.lower[index]),
                let high = frame.y.edge(band.upper[index])
            {
                below.append(PagePoint(x, low))
                above.append(PagePoint(x, high))
            } else {
                finish(&below, &above, &polygons)
            }
        }
        finish(&below, &above, &polygons)
        polygons = polygons.filter { !$0.isEmpty && window.area > 0 }
        fill(&sketch, polygons, band.role, band.ink, isFilled: nil, band.hatch)
        if band.showsEdges {
            let pen = inks.pen(band.role, band.ink, nil, nil)
            let edges = frame.runs(band.x, band.lower) + frame.runs(band.x, band.upper)
            sketch.lines = [
                .init(paths: edges.flatMap { Clipping.polyline($0, to: window) }.map { DisplayList.Path($0) }, pen: pen)
            ]
        }
        return sketch
    }

    private func fill(
        _ sketch: inout Sketch, _ polygons: [[PagePoint]], _ role: Role, _ ink: Ink?, isFilled: Bool?, _ hatch: Hatch?
    ) {
        if let colour = inks.fill(role, ink, isFilled: isFilled) { sketch.areas.append((polygons, colour)) }
        let hatch = hatch ?? role.style.hatch
        if hatch != .none {
            sketch.hatches.append(.init(polygons: polygons, hatch: hatch, colour: inks.line(role, ink)))
        }
    }

    private func region(_ region: Region) throws -> Sketch {
        var sketch = Sketch(id: region.id)
        let rect = frame.rect
        let outer = AxisMap.beyond
        var runs = frame.runs(region.x, region.y)
        if region.openTowards == nil { runs = runs.map { $0.count > 2 ? $0 + [$0[0]] : $0 } }
        let polygons = runs.compactMap { run -> [PagePoint]? in
            guard let first = run.first, let last = run.last else { return nil }
            let closing: [PagePoint] =
                switch region.openTowards {
                case nil: []
                case .top: [PagePoint(last.x, rect.top - outer), PagePoint(first.x, rect.top - outer)]
                case .bottom: [PagePoint(last.x, rect.bottom + outer), PagePoint(first.x, rect.bottom + outer)]
                case .left: [PagePoint(rect.left - outer, last.y), PagePoint(rect.left - outer, first.y)]
                case .right: [PagePoint(rect.right + outer, last.y), PagePoint(rect.right + outer, first.y)]
                }
            let polygon = Clipping.polygon(run + closing, to: rect)
            return polygon.isEmpty ? nil : polygon
        }
        fill(&sketch, polygons, region.role, region.ink, isFilled: region.isFilled, region.hatch)
        let pieces = runs.flatMap { Clipping.polyline($0, to: rect) }.map { MeasuredCurve($0) }
        let colour = inks.text(region.role, region.inlineLabel?.ink ?? region.ink)
        let paths = try labelled(pieces, region.inlineLabel, colour: colour, source: region.id, &sketch)
        if region.showsBoundary {
            sketch.lines = [.init(paths: paths, pen: inks.pen(region.role, region.ink, region.dash, region.width))]
        }
        return sketch
    }

    private func shadedRange(_ range: ShadedRange) throws -> Sketch {
        var sketch = Sketch(id: range.id)
        for bound in [range.lower, range.upper].compactMap({ $0 }) where bound.isNaN {
            throw PlottingError.badPosition(mark: range.id, x: bound, y: bound)
        }
        let window =
            range.axis == .x
            ? Window(xLower: range.lower, xUpper: range.upper) : Window(yLower: range.lower, yUpper: range.upper)
        let rect = frame.window(window)
        guard rect.width > 0, rect.height > 0 else { return sketch }
        fill(&sketch, [rect.corners], range.role, range.ink, isFilled: range.isFilled, range.hatch)
        return sketch
    }

    // MARK: Points, rules, texts, arrows

    private func points(_ points: Points) -> Sketch {
        var sketch = Sketch(id: points.id)
        let pen = Sketch.Pen(
            colour: inks.line(points.role, points.ink), width: style.lineWidth * 0.8, dash: [])
        if let errors = points.yError { sketch.lines.append(errorBars(points.x, points.y, errors, pen: pen)) }
        let size = points.size ?? style.symbolSize
        let paths = zip(points.x, points.y).compactMap { x, y -> DisplayList.Path? in
            guard let place = frame.point(x, y), frame.rect.contains(place) else { return nil }
            return Symbols.path(points.symbol, at: place, size: size)
        }
        add(&sketch, paths, points.symbol, points.isFilled, pen)
        return sketch
    }

    private func add(
        _ sketch: inout Sketch, _ paths: [DisplayList.Path], _ symbol: Points.Symbol, _ isFilled: Bool,
        _ pen: Sketch.Pen
    ) {
        if symbol == .cross {
            sketch.outlines.append(.init(paths: paths.flatMap(Symbols.strokes), pen: pen))
        } else if isFilled {
            sketch.shapes.append((paths, pen.colour))
        } else {
            sketch.shapes.append((paths, .white))
            sketch.outlines.append(.init(paths: paths, pen: pen))
        }
    }

    private func rule(_ rule: Rule) throws -> Sketch {
        var sketch = Sketch(id: rule.id)
        let rect = frame.rect
        let along = rule.axis == .x ? frame.y : frame.x
        let from = rule.from.flatMap { along.edge($0) } ?? along.start
        let to = rule.to.flatMap { along.edge($0) } ?? along.end
        let place = rule.axis == .x ? frame.x(rule.value) : frame.y(rule.value)
        guard let place else { throw PlottingError.badPosition(mark: rule.id, x: rule.value, y: rule.value) }
        let ends =
            rule.axis == .x
            ? [PagePoint(place, from), PagePoint(place, to)] : [PagePoint(from, place), PagePoint(to, place)]
        let pieces = Clipping.polyline(ends, to: rect)
        guard !pieces.isEmpty else { return sketch }
        let pen = inks.pen(rule.role, rule.ink, rule.dash, rule.width)
        sketch.lines = [.init(paths: pieces.map { DisplayList.Path($0) }, pen: pen)]
        guard let label = rule.sideLabel else { return sketch }
        let box = try MathLabel.layout(label.text, size: style.inlineLabelSize, metrics: metrics)
        let offset = (box.height + box.depth) / 2 + 2.2 + pen.width / 2
        let half = box.width / 2 + 3
        let center: PagePoint
        // On the side that was asked for, unless it lies outside the frame.
        let reach = offset + (box.height + box.depth) / 2 + 1
        if rule.axis == .x {
            let isBefore =
                label.side == .before ? place - reach > rect.left : place + reach > rect.right
            let y = rect.bottom - label.position * rect.height
            center = PagePoint(
                place + (isBefore ? -offset : offset),
                min(max(y, rect.top + half), max(rect.bottom - half, rect.top + half)))
        } else {
            let isBefore =
                label.side == .before ? place + reach < rect.bottom : place - reach < rect.top
            let x = rect.left + label.position * rect.width
            center = PagePoint(
                min(max(x, rect.left + half), max(rect.right - half, rect.left + half)),
                place + (isBefore ? offset : -offset))
        }
        sketch.labels.append(
            .centered(
                box, at: center, rotation: rule.axis == .x ? .pi / 2 : 0, colour: inks.text(rule.role, rule.ink),
                text: label.text, source: rule.id))
        return sketch
    }

    private func page(_ position: Position, _ source: String) throws -> PagePoint {
        switch position {
        case .data(let x, let y): return try page(DataPoint(x, y), source)
        case .frame(let x, let y):
            guard x.isFinite, y.isFinite else { throw PlottingError.badPosition(mark: source, x: x, y: y) }
            return PagePoint(frame.rect.left + x * frame.rect.width, frame.rect.bottom - y * frame.rect.height)
        }
    }

    private func text(_ text: Text) throws -> Sketch {
        var sketch = Sketch(id: text.id)
        let place = try page(text.position, text.id)
        let box = try MathLabel.layout(text.text, size: text.size ?? style.annotationSize, metrics: metrics)
        let (horizontal, vertical): (Double, Double) =
            switch text.alignment {
            case .topLeft: (0.5, -0.5)
            case .top: (0, -0.5)
            case .topRight: (-0.5, -0.5)
            case .left: (0.5, 0)
            case .center: (0, 0)
            case .right: (-0.5, 0)
            case .bottomLeft: (0.5, 0.5)
            case .bottom: (0, 0.5)
            case .bottomRight: (-0.5, 0.5)
            }
        let x = horizontal * box.width
        let y = vertical * (box.height + box.depth)
        let cosine = Trigonometry.cos(text.rotation)
        let sine = Trigonometry.sin(text.rotation)
        let center = PagePoint(place.x + x * cosine - y * sine, place.y - x * sine - y * cosine)
        var label = PlacedLabel.centered(
            box, at: center, rotation: text.rotation, colour: inks.text(text.role, text.ink), text: text.text,
            source: text.id)
        label.hasBackdrop = text.hasBackdrop
        sketch.labels = [label]
        return sketch
    }

    private func arrow(_ arrow: Arrow) throws -> Sketch {
        var sketch = Sketch(id: arrow.id)
        let from = try page(arrow.from, arrow.id)
        let to = try page(arrow.to, arrow.id)
        let length = Clipping.distance(from, to)
        guard length > 0, length < AxisMap.beyond else { return sketch }
        let width = arrow.width ?? style.lineWidth * 0.8
        let head = min(4 * max(width, 0.8) + 1, length)
        let ux = (to.x - from.x) / length
        let uy = (to.y - from.y) / length
        let neck = PagePoint(to.x - ux * head * 0.8, to.y - uy * head * 0.8)
        let back = PagePoint(to.x - ux * head, to.y - uy * head)
        let half = head * 0.36
        let colour = inks.line(arrow.role, arrow.ink)
        sketch.lines = [
            .init(
                paths: [DisplayList.Path([from, neck])], pen: Sketch.Pen(colour: colour, width: width, dash: []))
        ]
        sketch.shapes = [
            (
                [
                    DisplayList.Path(
                        [
                            to, PagePoint(back.x - uy * half, back.y + ux * half), neck,
                            PagePoint(back.x + uy * half, back.y - ux * half),
                        ], isClosed: true)
                ], colour
            )
        ]
        return sketch
    }
}
