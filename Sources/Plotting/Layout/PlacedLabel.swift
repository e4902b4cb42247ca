/// A label with its place on the page.
struct PlacedLabel: Sendable {
    var box: MathLabelBox
    /// The start of its baseline.
    var origin: PagePoint
    var rotation: Double
    var colour: Colour
    var text: String
    var source: String
    var hasBackdrop = false
    var anchor = LabelAnchor.start

    /// What it covers.
    var bounds: TurnedRect {
        let cosine = Trigonometry.cos(rotation)
        let sine = Trigonometry.sin(rotation)
        let x = box.width / 2
        let y = (box.height - box.depth) / 2
        return TurnedRect(
            center: PagePoint(origin.x + x * cosine - y * sine, origin.y - x * sine - y * cosine),
            halfWidth: box.width / 2, halfHeight: (box.height + box.depth) / 2, rotation: rotation)
    }

    /// Centred at a point.
    static func centered(
        _ box: MathLabelBox, at center: PagePoint, rotation: Double, colour: Colour, text: String, source: String
    ) -> PlacedLabel {
        let cosine = Trigonometry.cos(rotation)
        let sine = Trigonometry.sin(rotation)
        let x = -box.width / 2
        let y = -(box.height - box.depth) / 2
        return PlacedLabel(
            box: box, origin: PagePoint(center.x + x * cosine - y * sine, center.y - x * sine - y * cosine),
            rotation: rotation, colour: colour, text: text, source: source, anchor: .center)
    }

    var items: [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        if hasBackdrop {
            items.append(
                .fill(
                    .init(
                        paths: [.init(bounds.grown(by: 1).corners, isClosed: true)], colour: .white, isEvenOdd: false,
                        source: source)))
        }
        if !box.glyphs.isEmpty {
            items.append(
                .glyphs(
                    .init(
                        glyphs: box.glyphs.map { .init(id: $0.id, size: $0.size, x: $0.x, y: -$0.y) }, origin: origin,
                        rotation: rotation, colour: colour, text: MathLabel.plainText(text), source: source,
                        setting: .init(label: text, size: box.size, width: box.width, anchor: anchor))))
        }
        if !box.bars.isEmpty {
            let cosine = Trigonometry.cos(rotation)
            let sine = Trigonometry.sin(rotation)
            func page(_ x: Double, _ y: Double) -> PagePoint {
                PagePoint(origin.x + x * cosine - y * sine, origin.y - x * sine - y * cosine)
            }
            let paths = box.bars.map { bar in
                DisplayList.Path(
                    [
                        page(bar.x, bar.y), page(bar.x + bar.width, bar.y),
                        page(bar.x + bar.width, bar.y + bar.height), page(bar.x, bar.y + bar.height),
                    ], isClosed: true)
            }
            items.append(
                .fill(.init(paths: paths, colour: colour, isEvenOdd: false, source: source, isPartOfLabel: true)))
        }
        return items
    }
}
