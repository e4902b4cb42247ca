/// Two marks that some readers cannot tell apart although they lie side by side.
public struct IndistinctPair: Hashable, Sendable, CustomStringConvertible {
    /// Why two marks are compared at all.
    public enum Reason: String, Sendable {
        /// The marks touch, cross or come close on the page.
        case near = "lie close together"
        /// Their entries follow one another in the legend.
        case legend = "follow one another in the legend"
    }

    /// The marks' ids.
    public var first: String
    /// The id of the other mark, which is declared later.
    public var second: String
    /// Why a reader has to tell them apart.
    public var reason: Reason
    /// Who sees them most alike, and how different they look then (``Colour/difference(from:in:)``).
    public var vision: ColourVision
    /// How different they look to that reader, in OKLab: 0 is alike, black and white differ by 1.
    public var difference: Double
    /// The least difference that would do.
    public var needed: Double

    public var description: String {
        "\"\(first)\" and \"\(second)\" \(reason.rawValue) and look alike in \(vision.rawValue) vision (difference "
            + "\(Ticks.fixed(difference, decimals: 3)), needed \(Ticks.fixed(needed, decimals: 2))); give one of them "
            + "another dash, hatch, symbol or ink"
    }
}

/// A line or text that is hard to see on what lies beneath it.
public struct WeakContrast: Hashable, Sendable, CustomStringConvertible {
    /// What of a mark is hard to see.
    public enum Part: String, Sendable {
        /// What of the mark is drawn in that colour.
        case line, hatch, symbol, text
    }

    /// The mark's id.
    public var mark: String
    /// The part that is hard to see.
    public var part: Part
    /// The colour of that part.
    public var colour: Colour
    /// The page's white, or the fill of an area.
    public var background: Colour
    /// ``Colour/contrast(with:)``.
    public var contrast: Double
    /// The least contrast that would do: ``Chart/lineContrast`` or ``Chart/textContrast``.
    public var needed: Double

    public var description: String {
        "the \(part.rawValue) of \"\(mark)\" has a contrast of \(Ticks.fixed(contrast, decimals: 2)) to its background, "
            + "needed \(Ticks.fixed(needed, decimals: 1)); give it a darker ink or the area beneath a lighter one"
    }
}

extension Chart {
    /// Pairs of neighbouring marks that look alike: with the same dash, hatch or symbol, similar widths, and colours that
    /// readers with normal vision, protanopia, deuteranopia or tritanopia, or with a page in greyscale, cannot tell apart.
    ///
    /// Neighbours are lines and symbols that cross or come within a symbol's size, areas that touch, and marks that follow
    /// one another in the legend. Marks with a part of the same form that differs (an area's hatch, its boundary's dash)
    /// are told apart by it, and so are marks of different forms. Lines and symbols must differ by 0.15 in OKLab, areas by
    /// 0.05. The levels of one contour set are told apart by their labels, texts and arrows by what they say.
    ///
    /// - Parameter sameThing: marks that belong together and may look alike, such as two pieces of one limit.
    /// - Throws: ``PlottingError`` for a chart that cannot be laid out.
    public func indistinctPairs(
        metrics: some MathFontMetrics, sameThing: (_ first: String, _ second: String) -> Bool = { _, _ in false }
    ) throws -> [IndistinctPair] {
        try validate()
        return try indistinctPairs(
            in: try AxesLayout(self, metrics: metrics).frame, metrics: metrics, sameThing: sameThing)
    }

    fileprivate func indistinctPairs(
        in frame: PlotFrame, metrics: some MathFontMetrics, sameThing: (_ first: String, _ second: String) -> Bool
    ) throws -> [IndistinctPair] {
        let inks = Inks(style: style)
        let looks = marks.map { $0.looks(inks) }
        let extents = try sketches(self, in: frame, metrics: metrics).map { MarkExtent($0) }
        let legendOrder = marks.indices.filter { marks[$0].legendLabel != nil }
        let legendNeighbours = legend.placement == .hidden ? [] : Array(zip(legendOrder, legendOrder.dropFirst()))
        var pairs: [IndistinctPair] = []
        for first in marks.indices {
            for second in marks.indices.dropFirst(first + 1) where !sameThing(marks[first].id, marks[second].id) {
                guard let confusion = Self.confusion(looks[first], looks[second]) else { continue }
                let form = confusion.form
                let isNear = extents[first].isNear(
                    extents[second], form, within: form == .area ? 1 : style.symbolSize)
                let isListed = legendNeighbours.contains { $0 == (first, second) }
                guard isNear || isListed else { continue }
                pairs.append(
                    IndistinctPair(
                        first: marks[first].id, second: marks[second].id, reason: isNear ? .near : .legend,
                        vision: confusion.vision, difference: confusion.difference, needed: confusion.needed))
            }
        }
        return pairs
    }

    /// The part by which two marks are confused, if no part of theirs tells them apart.
    private static func confusion(
        _ first: [Look], _ second: [Look]
    ) -> (form: Look.Form, vision: ColourVision, difference: Double, needed: Double)? {
        var worst: (form: Look.Form, vision: ColourVision, difference: Double, needed: Double)?
        for a in first {
            let rivals = second.filter { $0.form == a.form }
            guard !rivals.isEmpty else { continue }
            let confusions = rivals.compactMap { a.confusion(with: $0) }
            guard let closest = confusions.min(by: { $0.difference < $1.difference }) else { return nil }
            if closest.difference < worst?.difference ?? .infinity {
                worst = (a.form, closest.vision, closest.difference, closest.needed)
            }
        }
        return worst
    }

    /// The least contrast of lines, hatching and symbols, and of texts, to what lies beneath (WCAG 2.2, criteria 1.4.11
    /// and 1.4.3).
    public static let lineContrast = 3.0
    /// The least contrast of texts to what lies beneath.
    public static let textContrast = 4.5

    /// Lines, hatching, symbols and texts whose contrast to the page or to an area's fill beneath them is too low: under
    /// ``lineContrast`` and ``textContrast``. One entry for each mark, part and background.
    ///
    /// - Throws: ``PlottingError`` for a chart that cannot be laid out.
    public func weakContrasts(metrics: some MathFontMetrics) throws -> [WeakContrast] {
        try validate()
        return try weakContrasts(in: try AxesLayout(self, metrics: metrics).frame, metrics: metrics)
    }

    fileprivate func weakContrasts(in frame: PlotFrame, metrics: some MathFontMetrics) throws -> [WeakContrast] {
        let sketches = try sketches(self, in: frame, metrics: metrics)
        // What is drawn last is what is seen; the cells of colour maps lie beneath the areas of their mark.
        let fills = sketches.flatMap { $0.cells + $0.areas }.reversed()
        func background(_ point: PagePoint) -> Colour {
            fills.first { Clipping.contains(point, $0.polygons) }?.colour ?? .white
        }
        var found: [WeakContrast] = []
        func check(
            _ points: [PagePoint], _ colour: Colour, _ part: WeakContrast.Part, _ id: String, on paint: Colour? = nil
        ) {
            let needed = part == .text ? Self.textContrast : Self.lineContrast
            for place in points {
                let background = paint ?? background(place)
                let contrast = colour.contrast(with: background)
                guard contrast < needed else { continue }
                let weak = WeakContrast(
                    mark: id, part: part, colour: colour, background: background, contrast: contrast, needed: needed)
                if !found.contains(weak) { found.append(weak) }
            }
        }
        for sketch in sketches {
            for line in sketch.lines {
                check(line.paths.flatMap { MarkExtent.samples($0) }, line.pen.colour, .line, sketch.id)
            }
            for hatch in sketch.hatches {
                check(MarkExtent.interior(hatch.polygons), hatch.colour, .hatch, sketch.id)
            }
            // An open symbol is a white disc with an outline.
            for shape in sketch.shapes where shape.colour != .white {
                check(shape.paths.flatMap(\.points), shape.colour, .symbol, sketch.id)
            }
            for label in sketch.labels {
                check(
                    label.bounds.corners + MarkExtent.interior([label.bounds.corners]), label.colour, .text, sketch.id,
                    on: label.hasBackdrop ? .white : nil)
            }
        }
        return found
    }
}

extension ChartGrid {
    /// ``Chart/indistinctPairs(metrics:sameThing:)`` of every panel; the ids start with the panel's letter, such as
    /// `b/reach`, also those that `sameThing` is asked about.
    public func indistinctPairs(
        metrics: some MathFontMetrics, sameThing: (_ first: String, _ second: String) -> Bool = { _, _ in false }
    ) throws -> [IndistinctPair] {
        try checked(metrics) { letter, panel, frame in
            try panel.indistinctPairs(in: frame, metrics: metrics) { sameThing("\(letter)/\($0)", "\(letter)/\($1)") }
                .map { pair in
                    var pair = pair
                    pair.first = "\(letter)/\(pair.first)"
                    pair.second = "\(letter)/\(pair.second)"
                    return pair
                }
        }
    }

    /// ``Chart/weakContrasts(metrics:)`` of every panel.
    public func weakContrasts(metrics: some MathFontMetrics) throws -> [WeakContrast] {
        try checked(metrics) { letter, panel, frame in
            try panel.weakContrasts(in: frame, metrics: metrics).map { weak in
                var weak = weak
                weak.mark = "\(letter)/\(weak.mark)"
                return weak
            }
        }
    }

    /// What a check finds in each panel, drawn in its frame with the grid's style.
    func checked<Finding>(
        _ metrics: some MathFontMetrics, _ check: (String, Chart, PlotFrame) throws -> [Finding]
    ) throws -> [Finding] {
        try validate()
        let strip = try GridLegend(self, metrics: metrics)?.stripHeight ?? 0
        let axes = try GridAxes(self, legendHeight: strip, metrics: metrics)
        return try panels.indices.flatMap { index in
            // The panel's own legend tells which entries follow one another, also where all panels share one.
            var panel = panels[index]
            panel.style = style
            return try naming(index) { try check(Self.letter(index), panel, axes.frames[index]) }
        }
    }
}
