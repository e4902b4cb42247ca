// Points, rules, texts and arrows.
extension MarkLayout {
    func points(_ points: Points) throws -> Sketch {
        var sketch = Sketch(id: points.id)
        let pen = Sketch.Pen(
            colour: inks.line(points.role, points.ink), width: style.lineWidth * 0.8, dash: [])
        if let errors = points.yError {
            sketch.lines.append(try errorBars(points.id, points.x, points.y, errors, pen: pen))
        }
        let size = points.size ?? style.symbolSize
        var places: [PagePoint] = []
        var cells: Set<UInt64> = []
        for (x, y) in zip(points.x, points.y) {
            guard let place = frame.point(x, y), frame.rect.contains(place) else { continue }
            // Symbols at one place are one symbol.
            let column = UInt64((place.x / CurveSimplifier.tolerance).rounded(.down))
            let row = UInt64((place.y / CurveSimplifier.tolerance).rounded(.down))
            guard cells.insert(column << 32 | row).inserted else { continue }
            places.append(place)
            guard places.count <= Self.mostSymbols else { throw tooMany(points.id, points.x.count) }
        }
        let paths = places.map { Symbols.path(points.symbol, at: $0, size: size) }
        add(&sketch, paths, points.symbol, points.isFilled, pen)
        return sketch
    }

    /// More symbols or error bars would only blacken the page.
    private static var mostSymbols: Int { 50_000 }

    private func tooMany(_ id: String, _ count: Int) -> PlottingError {
        .tooManySymbols(mark: id, count: count, limit: Self.mostSymbols)
    }

    func errorBars(
        _ id: String, _ x: [Double], _ y: [Double], _ errors: [Double], pen: Sketch.Pen
    ) throws -> Sketch.Lines {
        var paths: [DisplayList.Path] = []
        for index in x.indices {
            guard let place = frame.x(x[index]), let low = frame.y.edge(y[index] - errors[index]),
                let high = frame.y.edge(y[index] + errors[index])
            else { continue }
            paths += Clipping.polyline([PagePoint(place, low), PagePoint(place, high)], to: frame.rect).map {
                DisplayList.Path($0)
            }
            guard paths.count <= Self.mostSymbols else { throw tooMany(id, x.count) }
        }
        return .init(paths: paths, pen: Sketch.Pen(colour: pen.colour, width: pen.width * 0.8, dash: []))
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

    func rule(_ rule: Rule) throws -> Sketch {
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
        sketch.pending = [
            PendingLabel(
                site: .rule(rule.axis, at: place, lineWidth: pen.width, label), box: box, text: label.text,
                colour: inks.text(rule.role, rule.ink), sample: .line(pen))
        ]
        return sketch
    }

    private func page(_ position: Position, _ source: String) throws -> PagePoint {
        let place: PagePoint?
        let (x, y): (Double, Double)
        switch position {
        case .data(let dataX, let dataY), .beside(let dataX, let dataY):
            (x, y) = (dataX, dataY)
            place = frame.point(x, y)
        case .frame(let shareX, let shareY):
            (x, y) = (shareX, shareY)
            place = PagePoint(frame.rect.left + x * frame.rect.width, frame.rect.bottom - y * frame.rect.height)
        case .within(let area):
            (x, y) = (area.xShare, area.yShare)
            let rect = frame.rect(of: area)
            place = PagePoint(rect.left + x * rect.width, rect.bottom - y * rect.height)
        }
        // A text may stand beside the frame, but not off the page.
        let room = frame.rect.inset(by: -max(frame.rect.width, frame.rect.height) / 2)
        guard let place, room.contains(place) else { throw PlottingError.badPosition(mark: source, x: x, y: y) }
        return place
    }

    func text(_ text: Text) throws -> Sketch {
        var sketch = Sketch(id: text.id)
        let box = try MathLabel.layout(text.text, size: text.size ?? style.annotationSize, metrics: metrics)
        if let site = try site(text) {
            sketch.pending = [
                PendingLabel(site: site, box: box, text: text.text, colour: inks.text(text.role, text.ink))
            ]
            return sketch
        }
        let place = try page(text.position, text.id)
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
        label.anchor = horizontal > 0 ? .start : horizontal < 0 ? .end : .center
        sketch.labels = [label]
        return sketch
    }

    /// What a text finds its place at; `nil` where it has one.
    private func site(_ text: Text) throws -> PendingLabel.Site? {
        switch text.position {
        case .data, .frame: return nil
        case .beside(let x, let y):
            guard let place = frame.point(x, y) else {
                throw PlottingError.badPosition(mark: text.id, x: x, y: y)
            }
            return .point(Clipping.clamped(place, to: frame.rect), text.alignment)
        case .within(let area):
            let bounds = [area.xFrom, area.xTo, area.yFrom, area.yTo].compactMap(\.self)
            guard !bounds.contains(where: \.isNaN), area.xShare.isFinite, area.yShare.isFinite else {
                throw PlottingError.badPosition(mark: text.id, x: area.xShare, y: area.yShare)
            }
            return .area(frame.rect(of: area), near: try page(text.position, text.id))
        }
    }

    func arrow(_ arrow: Arrow) throws -> Sketch {
        var sketch = Sketch(id: arrow.id)
        let from = try page(arrow.from, arrow.id)
        let to = try page(arrow.to, arrow.id)
        let width = arrow.width ?? style.lineWidth * 0.8
        guard
            let drawn = ArrowShape(
                from: from, to: to, width: width, scale: style.scale, colour: inks.line(arrow.role, arrow.ink))
        else { return sketch }
        sketch.lines = [drawn.shaft]
        sketch.shapes = [drawn.head]
        return sketch
    }
}

/// An arrow on the page.
struct ArrowShape: Sendable {
    let shaft: Sketch.Lines
    let head: (paths: [DisplayList.Path], colour: Colour)

    /// `nil` without length.
    init?(from: PagePoint, to: PagePoint, width: Double, scale: Double, colour: Colour) {
        let length = Clipping.distance(from, to)
        guard length > 0 else { return nil }
        let size = min(4 * max(width, 0.8 * scale) + scale, length)
        let ux = (to.x - from.x) / length
        let uy = (to.y - from.y) / length
        let neck = PagePoint(to.x - ux * size * 0.8, to.y - uy * size * 0.8)
        let back = PagePoint(to.x - ux * size, to.y - uy * size)
        let half = size * 0.36
        shaft = .init(
            paths: [DisplayList.Path([from, neck])], pen: Sketch.Pen(colour: colour, width: width, dash: []))
        head = (
            [
                DisplayList.Path(
                    [
                        to, PagePoint(back.x - uy * half, back.y + ux * half), neck,
                        PagePoint(back.x + uy * half, back.y - ux * half),
                    ], isClosed: true)
            ], colour
        )
    }
}
