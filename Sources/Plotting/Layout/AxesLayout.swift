/// The frame with its ticks, tick labels and axis labels. The margins follow from what must fit into them.
struct AxesLayout: Sendable {
    let frame: PlotFrame
    let items: [DisplayList.Item]

    static let labelGap = 3.0
    static let outerMargin = 2.0

    init(_ chart: Chart, metrics: some MathFontMetrics) throws {
        let style = chart.style
        func set(_ text: String, _ size: Double) throws -> MathLabelBox {
            try MathLabel.layout(text, size: size, metrics: metrics)
        }
        let digits = try set("0", style.tickLabelSize)
        let xLabel = try set(chart.x.label, style.axisLabelSize)
        let yLabel = try set(chart.y.label, style.axisLabelSize)

        for (label, box, length) in [(chart.x.label, xLabel, style.width), (chart.y.label, yLabel, style.height)]
        where box.width > length - 2 * Self.outerMargin {
            throw PlottingError.doesNotFit(
                what: "the axis label \"\(label)\"", needed: box.width, available: length - 2 * Self.outerMargin)
        }

        // Vertical extents first: they decide how many labels the y axis takes, whose widths decide the rest.
        let xTickHeight = try set("$10^{3}$", style.tickLabelSize).height
        let bottomMargin =
            Self.outerMargin + xLabel.height + xLabel.depth + Self.labelGap + xTickHeight + Self.labelGap
        let top = max(Self.outerMargin, digits.height / 2 + 1) + style.frameWidth / 2
        let bottom = style.height - bottomMargin
        guard bottom - top > 20 else { throw PlottingError.badSize(what: "height", value: style.height) }

        let yTicks = Ticks.make(
            chart.y, limit: max(2, Int((bottom - top) / (style.tickLabelSize * 2.6)) + 1))
        let yTickBoxes = try yTicks.major.map { try set($0.label, style.tickLabelSize) }
        let left =
            Self.outerMargin + yLabel.height + yLabel.depth + Self.labelGap
            + (yTickBoxes.map(\.width).max() ?? 0) + Self.labelGap

        // Fewer and fewer labels until they stand apart and the last one stays on the page.
        var limit = 9
        var chosen: (ticks: Ticks, boxes: [MathLabelBox], right: Double)?
        while chosen == nil {
            let ticks = Ticks.make(chart.x, limit: limit)
            let boxes = try ticks.major.map { try set($0.label, style.tickLabelSize) }
            let overhang = Self.overhang(chart.x, ticks, boxes)
            let right = style.width - max(Self.outerMargin + style.frameWidth / 2, overhang + 1)
            guard right - left > 20 else { throw PlottingError.badSize(what: "width", value: style.width) }
            let map = AxisMap(chart.x, start: left, end: right)
            let places = ticks.major.compactMap { map($0.value) }
            let isApart = zip(places.indices, places.indices.dropFirst()).allSatisfy { a, b in
                places[b] - places[a] > (boxes[a].width + boxes[b].width) / 2 + style.tickLabelSize * 0.6
            }
            if isApart || limit <= 2 || chart.x.ticks != nil { chosen = (ticks, boxes, right) }
            limit -= 1
        }
        guard let (xTicks, xTickBoxes, right) = chosen else {
            throw PlottingError.badSize(what: "width", value: style.width)
        }

        let rect = PageRect(left: left, top: top, right: right, bottom: bottom)
        let frame = PlotFrame(chart, rect: rect)
        var items = Self.lines(frame, style, x: xTicks, y: yTicks)
        for (tick, box) in zip(xTicks.major, xTickBoxes) {
            guard let x = frame.x(tick.value) else { continue }
            let origin = PagePoint(x - box.width / 2, bottom + Self.labelGap + xTickHeight)
            items += Self.label(box, origin, 0, tick.label, .center)
        }
        for (tick, box) in zip(yTicks.major, yTickBoxes) {
            guard let y = frame.y(tick.value) else { continue }
            let origin = PagePoint(left - Self.labelGap - box.width, y + digits.height / 2)
            items += Self.label(box, origin, 0, tick.label, .end)
        }
        // Centred on the frame, but on the page.
        let xStart = min((left + right - xLabel.width) / 2, style.width - Self.outerMargin - xLabel.width)
        let yStart = max((top + bottom + yLabel.width) / 2, Self.outerMargin + yLabel.width)
        let xOrigin = PagePoint(max(xStart, Self.outerMargin), style.height - Self.outerMargin - xLabel.depth)
        items += Self.label(xLabel, xOrigin, 0, chart.x.label, .center)
        let yOrigin = PagePoint(Self.outerMargin + yLabel.height, min(yStart, style.height - Self.outerMargin))
        items += Self.label(yLabel, yOrigin, .pi / 2, chart.y.label, .center)
        self.frame = frame
        self.items = items
    }

    /// How far the widest tick label near the right end reaches beyond the frame.
    static func overhang(_ axis: Axis, _ ticks: Ticks, _ boxes: [MathLabelBox]) -> Double {
        let unit = AxisMap(axis, start: 0, end: 200)
        return zip(ticks.major, boxes).map { tick, box in
            (unit(tick.value) ?? 0) - 200 + box.width / 2
        }.max() ?? 0
    }

    static func label(
        _ box: MathLabelBox, _ origin: PagePoint, _ rotation: Double, _ text: String, _ anchor: LabelAnchor
    ) -> [DisplayList.Item] {
        PlacedLabel(
            box: box, origin: origin, rotation: rotation, colour: .black, text: text, source: "axis", anchor: anchor
        ).items
    }

    static func lines(_ frame: PlotFrame, _ style: ChartStyle, x: Ticks, y: Ticks) -> [DisplayList.Item] {
        let rect = frame.rect
        func ticks(_ values: [Double], _ length: Double, isX: Bool) -> [DisplayList.Path] {
            values.flatMap { value -> [DisplayList.Path] in
                guard let place = isX ? frame.x(value) : frame.y(value) else { return [] }
                // A tick on the frame itself would only thicken it.
                let ends = isX ? (rect.left, rect.right) : (rect.top, rect.bottom)
                guard place > ends.0 + 0.3, place < ends.1 - 0.3 else { return [] }
                if isX {
                    return [
                        .init([PagePoint(place, rect.bottom), PagePoint(place, rect.bottom - length)]),
                        .init([PagePoint(place, rect.top), PagePoint(place, rect.top + length)]),
                    ]
                }
                return [
                    .init([PagePoint(rect.left, place), PagePoint(rect.left + length, place)]),
                    .init([PagePoint(rect.right, place), PagePoint(rect.right - length, place)]),
                ]
            }
        }
        let major =
            ticks(x.major.map(\.value), style.majorTickLength, isX: true)
            + ticks(y.major.map(\.value), style.majorTickLength, isX: false)
        let minor =
            ticks(x.minor, style.minorTickLength, isX: true) + ticks(y.minor, style.minorTickLength, isX: false)
        let frameLine = DisplayList.Path(rect.corners, isClosed: true)
        func stroke(_ paths: [DisplayList.Path], _ width: Double) -> DisplayList.Item {
            .stroke(
                .init(paths: paths, colour: .black, width: width, dash: [], isRoundCapped: false, source: "axis"))
        }
        return [
            stroke(minor, style.frameWidth * 0.75), stroke(major, style.frameWidth),
            stroke([frameLine], style.frameWidth),
        ].filter { item in
            if case .stroke(let stroke) = item { return !stroke.paths.isEmpty }
            return true
        }
    }
}
