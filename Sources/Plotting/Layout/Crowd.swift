/// What is drawn in a frame, as points close together that are found by their place: what a label should not stand on.
struct Crowd: Sendable {
    private struct Spot: Sendable {
        var point: PagePoint
        var mark: Int
    }

    private let frame: PageRect
    private let columns: Int
    private let rows: Int
    private var cells: [[Spot]]
    private static let cell = 8.0

    /// Lines, symbols and error bars of all sketches; a mark is known by its index.
    init(_ sketches: [Sketch], in frame: PageRect) {
        self.frame = frame
        columns = max(1, Int(saturating: (frame.width / Self.cell).rounded(.up)))
        rows = max(1, Int(saturating: (frame.height / Self.cell).rounded(.up)))
        cells = [[Spot]](repeating: [], count: columns * rows)
        for (mark, sketch) in sketches.enumerated() {
            let paths = (sketch.lines + sketch.outlines).flatMap(\.paths) + sketch.shapes.flatMap(\.paths)
            for path in paths {
                for point in MarkExtent.samples(path) where frame.contains(point) {
                    let column = min(Int(saturating: (point.x - frame.left) / Self.cell), columns - 1)
                    let row = min(Int(saturating: (point.y - frame.top) / Self.cell), rows - 1)
                    let last = cells[row * columns + column].last
                    // A curve that runs to and fro within a cell counts once at each place.
                    if let last, last.mark == mark, Clipping.distance(last.point, point) < 0.5 { continue }
                    cells[row * columns + column].append(Spot(point: point, mark: mark))
                }
            }
        }
    }

    /// About the length in points of what lies under a rectangle: of one mark, and of all others.
    func covered(_ rect: TurnedRect, mark: Int) -> (own: Double, others: Double) {
        let bounds = rect.bounds.intersection(frame)
        guard bounds.width >= 0, bounds.height >= 0 else { return (0, 0) }
        func index(_ distance: Double, _ count: Int) -> Int {
            min(max(Int(saturating: (distance / Self.cell).rounded(.down)), 0), count - 1)
        }
        let cosine = Trigonometry.cos(rect.rotation)
        let sine = Trigonometry.sin(rect.rotation)
        var own = 0.0
        var others = 0.0
        for row in index(bounds.top - frame.top, rows)...index(bounds.bottom - frame.top, rows) {
            for column in index(bounds.left - frame.left, columns)...index(bounds.right - frame.left, columns) {
                for spot in cells[row * columns + column] {
                    let x = spot.point.x - rect.center.x
                    let y = rect.center.y - spot.point.y
                    guard (x * cosine + y * sine).magnitude < rect.halfWidth,
                        (y * cosine - x * sine).magnitude < rect.halfHeight
                    else { continue }
                    if spot.mark == mark { own += 1 } else { others += 1 }
                }
            }
        }
        return (own, others)
    }
}
