/// The frame with its ticks, tick labels and axis labels. The margins follow from what must fit into them.
struct AxesLayout: Sendable {
    let frame: PlotFrame
    let items: [DisplayList.Item]

    /// How much wider than a tick the white behind it is.
    static let haloWidth = 0.7

    init(_ chart: Chart, metrics: some MathFontMetrics) throws {
        let style = chart.style
        func set(_ text: String, _ size: Double) throws -> MathLabelBox {
            try MathLabel.layout(text, size: size, metrics: metrics)
        }
        let digits = try set("0", style.tickLabelSize)
        let xLabel = try set(chart.x.label, style.axisLabelSize)
        let yLabel = try set(chart.y.label, style.axisLabelSize)

        for (label, box, length) in [(chart.x.label, xLabel, style.width), (chart.y.label, yLabel, style.height)]
        where box.width > length - 2 * style.outerMargin {
            throw PlottingError.doesNotFit(
                what: "the axis label \"\(label)\"", needed: box.width, available: length - 2 * style.outerMargin)
        }

        // Vertical extents first: they decide how many labels the y axis takes, whose widths decide the rest.
        let xTickHeight = try set("$10^{3}$", style.tickLabelSize).height
        let bottomMargin =
            style.outerMargin + xLabel.height + xLabel.depth + style.labelGap + xTickHeight + style.labelGap
        let scales = chart.colourScales
        let overTop =
            ([chart.y] + scales.map(\.axis)).map { Self.offsetHeight($0, tickHeight: xTickHeight, style) }.max() ?? 0
        // An exponent rises above the digits that are centred on the tick.
        let areLinear = ([chart.y] + scales.map(\.axis)).allSatisfy { $0.scale == .linear }
        let highest = areLinear ? digits.height / 2 : xTickHeight - digits.height / 2
        let top = max(style.outerMargin, highest + style.scale) + style.frameWidth / 2 + overTop
        let bottom = style.height - bottomMargin
        guard bottom - top > 20 else { throw PlottingError.badSize(what: "height", value: style.height) }

        let bars = try ColourBars(scales, of: [chart], span: top...bottom, style: style, metrics: metrics)
        let barsWidth = scales.isEmpty ? 0 : bars.width + style.outerMargin
        let yTicks = Self.verticalTicks(chart.y, bottom: bottom, top: top, size: style.tickLabelSize)
        let yTickBoxes = try yTicks.major.map { try set($0.label, style.tickLabelSize) }
        let left =
            style.outerMargin + yLabel.height + yLabel.depth + style.labelGap
            + (yTickBoxes.map(\.width).max() ?? 0) + style.labelGap

        // Fewer and fewer labels until they stand apart and the last one stays on the page.
        var xTickBoxes: [MathLabelBox] = []
        var right = style.width
        let xTicks = try Ticks.fitting(chart.x, limit: 9) { ticks in
            xTickBoxes = try ticks.major.map { try set($0.label, style.tickLabelSize) }
            let overhang = Self.overhang(chart.x, ticks, xTickBoxes, room: style.width - style.scale - left)
            right = style.width - max(style.outerMargin + style.frameWidth / 2, overhang + style.scale, barsWidth)
            guard right - left > 20 else { throw PlottingError.badSize(what: "width", value: style.width) }
            return Self.areApart(
                ticks, xTickBoxes, AxisMap(chart.x, start: left, end: right), size: style.tickLabelSize)
        }

        let rect = PageRect(left: left, top: top, right: right, bottom: bottom)
        let frame = PlotFrame(chart, rect: rect)
        var items = Self.lines(frame, style, x: xTicks, y: yTicks, hasHalo: chart.hasColourMap)
        for (tick, box) in zip(xTicks.major, xTickBoxes) {
            guard let x = frame.x(tick.value) else { continue }
            let origin = PagePoint(x - box.width / 2, bottom + style.labelGap + xTickHeight)
            items += Self.label(box, origin, 0, tick.label, .center)
        }
        for (tick, box) in zip(yTicks.major, yTickBoxes) {
            guard let y = frame.y(tick.value) else { continue }
            let origin = PagePoint(left - style.labelGap - box.width, y + digits.height / 2)
            items += Self.label(box, origin, 0, tick.label, .end)
        }
        items += bars.items(frameRight: right)
        // Centred on the frame, but on the page.
        var xRoom = style.width - style.outerMargin
        if let offset = xTicks.offset {
            let box = try set(offset, style.tickLabelSize)
            let origin = PagePoint(right - box.width, style.height - style.outerMargin - xLabel.depth)
            items += Self.label(box, origin, 0, offset, .end)
            xRoom = origin.x - style.tickLabelSize
            guard xLabel.width <= xRoom - style.outerMargin else {
                throw PlottingError.doesNotFit(
                    what: "the axis label \"\(chart.x.label)\"", needed: xLabel.width,
                    available: xRoom - style.outerMargin)
            }
        }
        if let offset = yTicks.offset {
            let box = try set(offset, style.tickLabelSize)
            items += Self.label(box, PagePoint(left, top - style.labelGap), 0, offset, .start)
        }
        let xStart = min((left + right - xLabel.width) / 2, xRoom - xLabel.width)
        let yStart = max((top + bottom + yLabel.width) / 2, style.outerMargin + yLabel.width)
        let xOrigin = PagePoint(max(xStart, style.outerMargin), style.height - style.outerMargin - xLabel.depth)
        items += Self.label(xLabel, xOrigin, 0, chart.x.label, .center)
        let yOrigin = PagePoint(style.outerMargin + yLabel.height, min(yStart, style.height - style.outerMargin))
        items += Self.label(yLabel, yOrigin, .pi / 2, chart.y.label, .center)
        self.frame = frame
        self.items = items
    }

    /// The ticks of a vertical axis, whose labels stand one above the other.
    static func verticalTicks(_ axis: Axis, bottom: Double, top: Double, size: Double) -> Ticks {
        let map = AxisMap(axis, start: bottom, end: top)
        return Ticks.fitting(axis, limit: max(2, Int(saturating: (bottom - top) / (size * 2.6)) + 1)) { ticks in
            let places = ticks.major.compactMap { map($0.value) }
            return zip(places, places.dropFirst()).allSatisfy { $0 - $1 > size * 1.15 }
        }
    }

    /// Whether labels under a horizontal axis stand apart.
    static func areApart(_ ticks: Ticks, _ boxes: [MathLabelBox], _ map: AxisMap, size: Double) -> Bool {
        let places = ticks.major.compactMap { map($0.value) }
        return zip(places.indices, places.indices.dropFirst()).allSatisfy { a, b in
            places[b] - places[a] > (boxes[a].width + boxes[b].width) / 2 + size * 0.6
        }
    }

    /// What an axis's offset needs above the frame.
    static func offsetHeight(_ axis: Axis, tickHeight: Double, _ style: ChartStyle) -> Double {
        Ticks.Offset(axis) == nil ? 0 : tickHeight + style.labelGap
    }

    /// How far the widest tick label near the right end reaches beyond the frame.
    ///
    /// - Parameter room: what frame and overhang share.
    static func overhang(_ axis: Axis, _ ticks: Ticks, _ boxes: [MathLabelBox], room: Double) -> Double {
        let unit = AxisMap(axis, start: 0, end: 1)
        return zip(ticks.major, boxes).map { tick, box in
            // A label at the fraction f of a frame of width w = room - overhang ends at f w + half its width.
            guard let fraction = unit(tick.value), fraction > 0.3 else { return 0 }
            return (box.width / 2 - (1 - fraction) * room) / fraction
        }.max() ?? 0
    }

    static func label(
        _ box: MathLabelBox, _ origin: PagePoint, _ rotation: Double, _ text: String, _ anchor: LabelAnchor
    ) -> [DisplayList.Item] {
        PlacedLabel(
            box: box, origin: origin, rotation: rotation, colour: .black, text: text, source: "axis", anchor: anchor
        ).items
    }

    /// - Parameter hasHalo: puts white behind the ticks, which lie on colours.
    static func lines(
        _ frame: PlotFrame, _ style: ChartStyle, x: Ticks, y: Ticks, hasHalo: Bool
    ) -> [DisplayList.Item] {
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
        func stroke(_ paths: [DisplayList.Path], _ width: Double, _ colour: Colour = .black) -> DisplayList.Item {
            .stroke(
                .init(paths: paths, colour: colour, width: width, dash: [], isRoundCapped: false, source: "axis"))
        }
        let halo = hasHalo ? [stroke(minor + major, style.frameWidth + haloWidth, .white)] : []
        return
            (halo + [
                stroke(minor, style.frameWidth * 0.75), stroke(major, style.frameWidth),
                stroke([frameLine], style.frameWidth),
            ]).filter { item in
                if case .stroke(let stroke) = item { return !stroke.paths.isEmpty }
                return true
            }
    }
}
