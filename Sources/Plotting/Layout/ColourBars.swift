/// The colour bars at the right of a frame.
struct ColourBars: Sendable {
    private struct Bar: Sendable {
        var scale: ColourScale
        var ticks: Ticks
        var boxes: [MathLabelBox]
        var label: MathLabelBox
        var offset: MathLabelBox?
        /// Values lie beyond its ends.
        var isBelow: Bool
        var isAbove: Bool
        /// Between the points.
        var span: ClosedRange<Double>
        var labelsWidth: Double { boxes.map(\.width).max() ?? 0 }
    }

    private var bars: [Bar] = []
    private let style: ChartStyle
    private let digitHeight: Double
    private let gap: Double
    private let thickness: Double

    /// - Parameters:
    ///   - span: from the top of the bars to their bottom, with the points of those that have some.
    ///   - charts: those whose values the bars explain.
    init(
        _ scales: [ColourScale], of charts: [Chart], span: ClosedRange<Double>, style: ChartStyle,
        metrics: some MathFontMetrics
    ) throws {
        self.style = style
        gap = 7 * style.scale
        thickness = 8.5 * style.scale
        func set(_ text: String, _ size: Double) throws -> MathLabelBox {
            try MathLabel.layout(text, size: size, metrics: metrics)
        }
        digitHeight = try set("0", style.tickLabelSize).height
        for scale in scales {
            let beyond = charts.map { $0.beyond(scale) }
            let (isBelow, isAbove) = (beyond.contains(where: \.below), beyond.contains(where: \.above))
            let top = span.lowerBound + (isAbove ? thickness : 0)
            let inner = top...max(top, span.upperBound - (isBelow ? thickness : 0))
            let ticks = AxesLayout.verticalTicks(
                scale.axis, bottom: inner.upperBound, top: inner.lowerBound, size: style.tickLabelSize)
            let label = try set(scale.axis.label, style.axisLabelSize)
            let room = style.height - 2 * style.outerMargin
            guard label.width <= room else {
                throw PlottingError.doesNotFit(
                    what: "the label \"\(scale.axis.label)\" of the colour bar", needed: label.width, available: room)
            }
            bars.append(
                Bar(
                    scale: scale, ticks: ticks,
                    boxes: try ticks.major.map { try set($0.label, style.tickLabelSize) }, label: label,
                    offset: try ticks.offset.map { try set($0, style.tickLabelSize) }, isBelow: isBelow,
                    isAbove: isAbove,
                    span: inner))
        }
    }

    /// What the bars need right of the frame, 0 for none.
    var width: Double { bars.map(width).reduce(0, +) }

    private func width(_ bar: Bar) -> Double {
        gap + thickness + style.labelGap
            + max(bar.labelsWidth + style.labelGap + bar.label.height + bar.label.depth, bar.offset?.width ?? 0)
    }

    /// - Parameter frameRight: the edge of the frame that the bars stand at.
    func items(frameRight: Double) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        var left = frameRight
        for bar in bars {
            items += self.items(bar, left: left + gap)
            left += width(bar)
        }
        return items
    }

    private func items(_ bar: Bar, left: Double) -> [DisplayList.Item] {
        let rect = PageRect(
            left: left, top: bar.span.lowerBound, right: left + thickness, bottom: bar.span.upperBound)
        let middle = (rect.left + rect.right) / 2
        let above = bar.isAbove ? [PagePoint(middle, rect.top - thickness)] : []
        let below = bar.isBelow ? [PagePoint(middle, rect.bottom + thickness)] : []
        let outline =
            [PagePoint(rect.left, rect.top)] + above + [PagePoint(rect.right, rect.top)]
            + [PagePoint(rect.right, rect.bottom)] + below + [PagePoint(rect.left, rect.bottom)]
        let map = AxisMap(bar.scale.axis, start: rect.bottom, end: rect.top)
        var items: [DisplayList.Item] = []
        // Each colour reaches up to the top, under those that follow: no gaps.
        for level in 0..<ColourScale.levels {
            var part = rect
            part.bottom -= rect.height * Double(level) / Double(ColourScale.levels)
            items.append(
                .fill(
                    .init(
                        paths: [.init(part.corners, isClosed: true)], colour: bar.scale.colour(level: level),
                        source: "colour bar")))
        }
        // A point in the colour of each end that values lie beyond; it reaches half a level into the bar: no gap either.
        let overlap = rect.height / Double(2 * ColourScale.levels)
        for (tip, edge, inner, level) in [
            (above, rect.top, rect.top + overlap, ColourScale.levels - 1),
            (below, rect.bottom, rect.bottom - overlap, 0),
        ] {
            guard let tip = tip.first else { continue }
            let corners = [
                PagePoint(rect.left, inner), PagePoint(rect.left, edge), tip, PagePoint(rect.right, edge),
                PagePoint(rect.right, inner),
            ]
            items.append(
                .fill(
                    .init(
                        paths: [.init(corners, isClosed: true)], colour: bar.scale.colour(level: level),
                        source: "colour bar")))
        }
        func ticks(_ values: [Double], _ length: Double) -> [DisplayList.Path] {
            values.compactMap { value in
                guard let y = map(value), bar.isAbove || y > rect.top + 0.3,
                    bar.isBelow || y < rect.bottom - 0.3
                else { return nil }
                return .init([PagePoint(rect.right, y), PagePoint(rect.right - length, y)])
            }
        }
        let strokes: [([DisplayList.Path], Double)] = [
            (ticks(bar.ticks.minor, min(style.minorTickLength, thickness * 0.25)), style.frameWidth * 0.75),
            (ticks(bar.ticks.major.map(\.value), min(style.majorTickLength, thickness * 0.45)), style.frameWidth),
            ([DisplayList.Path(outline, isClosed: true)], style.frameWidth),
        ]
        let halo = strokes.dropLast().flatMap(\.0)
        if !halo.isEmpty {
            items.append(
                .stroke(
                    .init(
                        paths: halo, colour: .white, width: style.frameWidth + AxesLayout.haloWidth,
                        source: "colour bar")))
        }
        for (paths, width) in strokes where !paths.isEmpty {
            items.append(.stroke(.init(paths: paths, colour: .black, width: width, source: "colour bar")))
        }
        func label(
            _ box: MathLabelBox, _ origin: PagePoint, _ rotation: Double, _ text: String, _ anchor: LabelAnchor = .start
        ) {
            items +=
                PlacedLabel(
                    box: box, origin: origin, rotation: rotation, colour: .black, text: text, source: "colour bar",
                    anchor: anchor
                ).items
        }
        let start = rect.right + style.labelGap
        for (tick, box) in zip(bar.ticks.major, bar.boxes) {
            guard let y = map(tick.value) else { continue }
            label(box, PagePoint(start, y + digitHeight / 2), 0, tick.label)
        }
        if let text = bar.ticks.offset, let box = bar.offset {
            label(box, PagePoint(rect.left, (above.first?.y ?? rect.top) - style.labelGap), 0, text)
        }
        let centred = (rect.top + rect.bottom + bar.label.width) / 2
        let margin = style.outerMargin
        label(
            bar.label,
            PagePoint(
                start + bar.labelsWidth + style.labelGap + bar.label.height,
                max(margin + bar.label.width, min(centred, style.height - margin))), .pi / 2, bar.scale.axis.label,
            .center)
        return items
    }
}
