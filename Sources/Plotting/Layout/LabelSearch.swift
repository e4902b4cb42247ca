/// Finds places for the labels of a chart, one after the other: inside the frame, on no other label, and on as little else as
/// possible; close to where they are asked for. A label for which there is none is handed to the legend.
struct LabelSearch: Sendable {
    let frame: PageRect
    let style: ChartStyle
    let crowd: Crowd
    /// Filled and hatched areas, on which a label that may stand anywhere is not to stand.
    private let fills: [[[PagePoint]]]
    private let hatches: [[[PagePoint]]]
    /// Labels and arrows that have their place.
    private(set) var taken: [TurnedRect]

    /// A place for a label, and what speaks against it.
    struct Found: Sendable {
        var center: PagePoint
        var rotation = 0.0
        /// In points of distance from where it is wanted.
        var cost: Double
        /// Length of what the label would stand on.
        var covered = 0.0
        /// What it cuts from its curve.
        var gap: (piece: Int, range: ClosedRange<Double>)?
        /// From the label to what it names.
        var leader: (from: PagePoint, to: PagePoint)?
    }

    /// - Parameter others: what labels keep off beside one another.
    init(frame: PageRect, style: ChartStyle, _ sketches: [Sketch], avoiding others: [TurnedRect]) {
        self.frame = frame
        self.style = style
        crowd = Crowd(sketches, in: frame)
        fills = sketches.flatMap { $0.areas.map(\.polygons) }
        hatches = sketches.flatMap { $0.hatches.map(\.polygons) }
        taken = others + sketches.flatMap { $0.labels.map(\.bounds) }
    }

    /// Those with less choice first, then in the order of the marks.
    mutating func settle(_ sketches: inout [Sketch]) {
        let pending = sketches.enumerated().flatMap { mark, sketch in sketch.pending.map { (mark, $0) } }
        let order = pending.indices.sorted {
            (pending[$0].1.site.order, $0) < (pending[$1].1.site.order, $1)
        }
        var gaps: [Int: [Int: [CurveLabel.Gap]]] = [:]
        for index in order {
            let (mark, label) = pending[index]
            guard let found = place(label, mark) else {
                sketches[mark].unplaced.append(UnplacedLabel(text: label.text, sample: label.sample))
                continue
            }
            let placed = PlacedLabel.centered(
                label.box, at: found.center, rotation: found.rotation, colour: label.colour, text: label.text,
                source: sketches[mark].id)
            sketches[mark].labels.append(placed)
            taken.append(placed.bounds)
            if let leader = found.leader { draw(leader, label.colour, into: &sketches[mark]) }
            if let gap = found.gap, case .curve(let pieces, _, _, let lines?) = label.site {
                gaps[mark, default: [:]][lines, default: []].append(gap)
                sketches[mark].lines[lines].paths = CurveLabel.cut(pieces, gaps[mark]?[lines] ?? [])
            }
        }
        for mark in sketches.indices { sketches[mark].pending = [] }
    }

    private mutating func draw(
        _ leader: (from: PagePoint, to: PagePoint), _ colour: Colour, into sketch: inout Sketch
    ) {
        guard
            let arrow = ArrowShape(
                from: leader.from, to: leader.to, width: style.lineWidth * 0.5, scale: style.scale, colour: colour)
        else { return }
        sketch.leaders.append(arrow.shaft)
        sketch.leaderHeads.append(arrow.head)
        taken.append(Self.strip(leader.from, leader.to, halfWidth: 0.5 * style.scale))
    }

    private func place(_ label: PendingLabel, _ mark: Int) -> Found? {
        switch label.site {
        case .curve(let pieces, let kind, let hint, _): self.curve(pieces, kind, hint, label.box, mark)
        case .rule(let axis, let value, let width, let side): self.rule(axis, value, width, side, label.box, mark)
        case .point(let point, let alignment): self.point(point, alignment, label.box, mark)
        case .area(let rect, let near): self.area(rect, near, label.box, mark)
        }
    }

    // MARK: Judging

    /// Where labels along curves stand: clear of the ticks.
    var room: PageRect { frame.inset(by: style.majorTickLength) }
    /// A point of what is covered counts as this many points of distance.
    static let weight = 1.5
    /// A label may cover this share of its width: curves that cross it, not one that runs along it.
    static let mostCovered = 0.45

    /// Whether a label can stand somewhere at all.
    func isFree(_ bounds: TurnedRect, in room: PageRect) -> Bool {
        bounds.corners.allSatisfy(room.contains) && !taken.contains { $0.overlaps(bounds) }
    }

    /// What speaks against a label on an area, in points of distance.
    func shade(_ bounds: TurnedRect) -> Double {
        func touches(_ areas: [[[PagePoint]]]) -> Bool {
            areas.contains { polygons in
                (bounds.corners + [bounds.center]).contains { Clipping.contains($0, polygons) }
            }
        }
        return (touches(fills) ? 25 : 0) + (touches(hatches) ? 8 : 0)
    }

    func bounds(_ box: MathLabelBox, at center: PagePoint, rotation: Double = 0) -> TurnedRect {
        TurnedRect(
            center: center, halfWidth: box.width / 2, halfHeight: (box.height + box.depth) / 2, rotation: rotation)
    }

    /// The thin rectangle around a straight line.
    static func strip(_ a: PagePoint, _ b: PagePoint, halfWidth: Double) -> TurnedRect {
        TurnedRect(
            center: PagePoint((a.x + b.x) / 2, (a.y + b.y) / 2), halfWidth: Clipping.distance(a, b) / 2,
            halfHeight: halfWidth, rotation: Trigonometry.atan2(a.y - b.y, b.x - a.x))
    }

    /// The first of the best.
    static func best(_ found: [Found]) -> Found? {
        var best: Found?
        for place in found where place.cost < (best?.cost ?? .infinity) { best = place }
        return best
    }
}
