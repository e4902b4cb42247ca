// Colour maps.
extension MarkLayout {
    func colourMap(_ map: ColourMap) -> Sketch {
        var sketch = Sketch(id: map.id)
        let columns = map.hasEdges ? map.x.count - 1 : map.x.count
        // On the page y runs down: from the highest row to the lowest.
        guard let x = visible(map.x, frame.x, map.hasEdges, frame.rect.left...frame.rect.right),
            let y = visible(map.y.reversed(), frame.y, map.hasEdges, frame.rect.top...frame.rect.bottom)
        else { return sketch }
        let rows = map.values.count / columns
        let values = y.cells.flatMap { row in x.cells.map { map.values[(rows - 1 - row) * columns + $0] } }
        let mosaic = CellMosaic(x: x.edges, y: y.edges, levels: map.colours.levels(of: values))
        sketch.cells = mosaic.paths().map { ($0.outlines, map.colours.colour(level: $0.level)) }
        if map.missing == .hatched {
            let polygons = mosaic.missing()
            if !polygons.isEmpty {
                sketch.hatches = [.init(polygons: polygons, hatch: .forward, colour: Ink.gray.colour)]
            }
        }
        return sketch
    }

    /// The edges of the cells on the page, held to the frame, and the cells that are left of them; `nil` for none.
    private func visible(
        _ places: [Double], _ map: AxisMap, _ areEdges: Bool, _ frame: ClosedRange<Double>
    ) -> (edges: [Double], cells: [Int])? {
        let page = places.compactMap { map.edge($0) }
        guard page.count == places.count, page.count > 1 else { return nil }
        var edges = page
        if !areEdges {
            // Half-way between the centres on the page, and as far beyond the outer ones.
            edges = zip(page, page.dropFirst()).map { ($0 + $1) / 2 }
            edges = [2 * page[0] - edges[0]] + edges + [2 * page[page.count - 1] - edges[edges.count - 1]]
        }
        let held = edges.map { min(max($0, frame.lowerBound), frame.upperBound) }
        var kept: [Double] = []
        var cells: [Int] = []
        for index in 0..<held.count - 1 where held[index + 1] > held[index] {
            if kept.isEmpty { kept.append(held[index]) }
            kept.append(held[index + 1])
            cells.append(index)
        }
        return cells.isEmpty ? nil : (kept, cells)
    }
}
