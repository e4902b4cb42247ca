// Bands, regions and shaded ranges.
extension MarkLayout {
    func band(_ band: Band) -> Sketch {
        var sketch = Sketch(id: band.id)
        let window = frame.window(band.clip)
        var polygons: [[PagePoint]] = []
        var below = CurveSimplifier(window: frame.rect)
        var above = below
        func finish() {
            let outline = below.finish() + above.finish().reversed()
            polygons.append(Clipping.polygon(outline, to: window))
        }
        for index in band.x.indices {
            if let x = frame.x(band.x[index]), let low = frame.y.edge(band.lower[index]),
                let high = frame.y.edge(band.upper[index])
            {
                below.append(PagePoint(x, low))
                above.append(PagePoint(x, high))
            } else {
                finish()
            }
        }
        finish()
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

    func region(_ region: Region) throws -> Sketch {
        var sketch = Sketch(id: region.id)
        let rect = frame.rect
        let outer = AxisMap.beyond
        var runs = frame.runs(region.x, region.y)
        if region.openTowards == nil { runs = runs.map { $0.count > 2 ? $0 + [$0[0]] : $0 } }
        var areas = frame.areaRuns(region.x, region.y)
        if region.openTowards == nil { areas = areas.map { $0.count > 2 ? $0 + [$0[0]] : $0 } }
        let polygons = areas.compactMap { run -> [PagePoint]? in
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
        let pen = inks.pen(region.role, region.ink, region.dash, region.width)
        if region.showsBoundary { sketch.lines = [.init(paths: pieces.map { CurveLabel.path($0.points) }, pen: pen)] }
        sketch.pending = try pending(
            region.inlineLabel, on: pieces, lines: region.showsBoundary ? 0 : nil,
            colour: inks.text(region.role, region.inlineLabel?.ink ?? region.ink), sample: .line(pen),
            source: region.id)
        return sketch
    }

    func filledContours(_ filled: FilledContours) -> Sketch {
        var sketch = Sketch(id: filled.id)
        for (level, colour) in zip(filled.levels, filled.colours) {
            // A ring with a place that the axes lack is no ring; the rest of the area can still be drawn.
            let polygons = level.rings.map { frame.ring($0.x, $0.y) }.filter { !$0.isEmpty }
            sketch.areas.append((polygons, colour))
        }
        return sketch
    }

    func shadedRange(_ range: ShadedRange) throws -> Sketch {
        var sketch = Sketch(id: range.id)
        for bound in [range.lower, range.upper].compactMap({ $0 }) where bound.isNaN {
            throw PlottingError.badPosition(mark: range.id, x: bound, y: bound)
        }
        if let lower = range.lower, let upper = range.upper, lower >= upper {
            throw PlottingError.badInterval(mark: range.id, lower: lower, upper: upper)
        }
        let window =
            range.axis == .x
            ? Window(xLower: range.lower, xUpper: range.upper) : Window(yLower: range.lower, yUpper: range.upper)
        let rect = frame.window(window)
        guard rect.width > 0, rect.height > 0 else { return sketch }
        fill(&sketch, [rect.corners], range.role, range.ink, isFilled: range.isFilled, range.hatch)
        return sketch
    }
}
