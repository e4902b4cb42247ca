// Labels of curves and of rules.
extension LabelSearch {
    /// Along the curve, beside one of its points, or away from it with an arrow: the first of these that is clear.
    func curve(
        _ pieces: [MeasuredCurve], _ kind: InlineLabel.Placement, _ hint: PendingLabel.Hint, _ box: MathLabelBox,
        _ mark: Int
    ) -> Found? {
        let along = kind == .pointer || kind == .beside ? nil : self.along(pieces, kind, hint, box, mark)
        if let along, along.covered <= Self.mostCovered * box.width { return along }
        let anchors = anchors(pieces, hint)
        let beside = kind == .pointer ? nil : self.beside(anchors, nil, box, mark)
        if let beside, kind == .beside || beside.cost < 60 { return beside }
        if let pointer = pointer(anchors, box, mark) { return pointer }
        guard kind == .pointer || kind == .beside else { return nil }
        return self.curve(pieces, .above, hint, box, mark)
    }

    private func along(
        _ pieces: [MeasuredCurve], _ kind: InlineLabel.Placement, _ hint: PendingLabel.Hint, _ box: MathLabelBox,
        _ mark: Int
    ) -> Found? {
        let halfHeight = (box.height + box.depth) / 2
        let width = box.width + 2 * CurveLabel.padding * (style.scale - 1)
        let sides: [(InlineLabel.Placement, Double)] =
            switch kind {
            case .below: [(.below, 0), (.above, 14), (.gap, 24)]
            case .above: [(.above, 0), (.below, 14), (.gap, 24)]
            default: [(.gap, 0), (.above, 16), (.below, 16)]
            }
        var best: Found?
        for candidate in CurveLabel.candidates(pieces, width: width, height: 2 * halfHeight, hint) {
            let distance = 0.3 * candidate.distance
            for (side, change) in sides where distance + change < best?.cost ?? .infinity {
                let placement = candidate.placement
                var found = Found(
                    center: placement.center, rotation: placement.rotation, cost: distance + change)
                if side == .gap {
                    // A curve that scatters would run through the label.
                    if placement.isScattered { continue }
                    found.gap = (placement.piece, placement.gap)
                } else {
                    found.center = CurveLabel.besides(
                        placement, pieces[placement.piece], halfHeight: halfHeight, clearance: 2.2 * style.scale,
                        isAbove: side == .above)
                    // How far a bend or scatter keeps the label away from its curve.
                    let away = Clipping.distance(found.center, placement.center) - halfHeight - 2.2 * style.scale
                    found.cost += 0.5 * max(0, away)
                }
                let bounds = bounds(box, at: found.center, rotation: found.rotation)
                guard found.cost < best?.cost ?? .infinity, isFree(bounds, in: room) else { continue }
                let covered = crowd.covered(bounds.grown(by: 0.5), mark: mark)
                found.covered = covered.others + (side == .gap ? 0 : covered.own)
                found.cost += Self.weight * found.covered
                if found.cost < best?.cost ?? .infinity { best = found }
            }
        }
        return best
    }

    /// Points of a curve to stand beside or to point to, with their distance from the one that is asked for.
    private func anchors(_ pieces: [MeasuredCurve], _ hint: PendingLabel.Hint) -> [(point: PagePoint, distance: Double)]
    {
        guard let wanted = CurveLabel.wanted(pieces, hint, among: Array(pieces.indices)) else { return [] }
        let start = pieces[wanted.piece].point(at: wanted.distance)
        let others = pieces.flatMap { piece in (0...12).map { piece.point(at: Double($0) / 12 * piece.total) } }
        return ([start] + others).filter { frame.contains($0) }.map { ($0, Clipping.distance($0, start)) }
    }

    // MARK: Rules

    /// Beside the rule, on the side and at the place that are asked for, or near it.
    func rule(
        _ axis: AxisName, _ place: Double, _ lineWidth: Double, _ label: SideLabel, _ box: MathLabelBox, _ mark: Int
    ) -> Found? {
        let offset = (box.height + box.depth) / 2 + 2.2 * style.scale + lineWidth / 2
        let half = box.width / 2 + 3
        let isVertical = axis == .x
        // Before is left of a vertical rule and below a horizontal one.
        func center(_ share: Double, isBefore: Bool) -> PagePoint {
            func clamped(_ value: Double, _ low: Double, _ high: Double) -> Double {
                min(max(value, low + half), max(high - half, low + half))
            }
            return isVertical
                ? PagePoint(
                    place + (isBefore ? -offset : offset),
                    clamped(frame.bottom - share * frame.height, frame.top, frame.bottom))
                : PagePoint(
                    clamped(frame.left + share * frame.width, frame.left, frame.right),
                    place + (isBefore ? offset : -offset))
        }
        let steps: [Double] = [0] + (1...20).flatMap { [-Double($0), Double($0)] }
        var found: [Found] = []
        for step in steps {
            let share = label.position + step * 0.05
            guard share >= 0, share <= 1 || step == 0 else { continue }
            for isOther in [false, true] {
                let place = center(share, isBefore: (label.side == .before) != isOther)
                let bounds = bounds(box, at: place, rotation: isVertical ? .pi / 2 : 0)
                guard isFree(bounds, in: frame.inset(by: 1)) else { continue }
                let covered = crowd.covered(bounds, mark: mark).others
                found.append(
                    Found(
                        center: place, rotation: bounds.rotation,
                        cost: step.magnitude * 6 + (isOther ? 25 : 0) + 1.2 * covered))
            }
        }
        return Self.best(found)
    }
}
