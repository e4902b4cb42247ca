/// Outlines of the symbols that mark points.
enum Symbols {
    static func path(_ symbol: Points.Symbol, at center: PagePoint, size: Double) -> DisplayList.Path {
        let radius = size / 2
        switch symbol {
        case .star: return polygon(center, corners: 10, start: .pi / 2) { $0 % 2 == 0 ? radius * 1.2 : radius * 0.48 }
        case .circle: return polygon(center, corners: 32, start: 0) { _ in radius * 0.9 }
        case .square: return polygon(center, corners: 4, start: .pi / 4) { _ in radius * 1.15 }
        case .diamond: return polygon(center, corners: 4, start: 0) { _ in radius * 1.15 }
        case .triangle: return polygon(center, corners: 3, start: .pi / 2) { _ in radius * 1.15 }
        case .cross: return polygon(center, corners: 4, start: .pi / 4) { _ in radius * 1.1 }
        }
    }

    /// The two diagonals of a cross's outline.
    static func strokes(_ path: DisplayList.Path) -> [DisplayList.Path] {
        guard path.points.count == 4 else { return [] }
        return [
            DisplayList.Path([path.points[0], path.points[2]]), DisplayList.Path([path.points[1], path.points[3]]),
        ]
    }

    private static func polygon(
        _ center: PagePoint, corners: Int, start: Double, radius: (Int) -> Double
    ) -> DisplayList.Path {
        let points = (0..<corners).map { index in
            let angle = start + 2 * .pi * Double(index) / Double(corners)
            return PagePoint(
                center.x + radius(index) * Trigonometry.cos(angle), center.y - radius(index) * Trigonometry.sin(angle))
        }
        return DisplayList.Path(points, isClosed: true)
    }
}
