/// Leaves out points of very long curves that nobody can see.
enum Decimation {
    /// Curves with fewer points stay as they are.
    static let threshold = 50_000
    /// In points: a tenth of a pixel of a printer with 1200 dpi would be 0.006.
    static let binWidth = 0.05

    /// The first, lowest, highest and last point of each narrow strip of a curve that runs in one direction along x;
    /// other curves, and short ones, as they are. What it covers on the page stays the same to a strip's width.
    static func strips(_ points: [PagePoint]) -> [PagePoint] {
        guard points.count > threshold, let first = points.first, let last = points.last else { return points }
        let isRising = last.x >= first.x
        for (a, b) in zip(points, points.dropFirst()) where isRising ? b.x < a.x : b.x > a.x { return points }
        var kept: [PagePoint] = []
        var start = 0
        while start < points.count {
            let bin = (points[start].x / binWidth).rounded(.down)
            var end = start
            var low = start
            var high = start
            while end < points.count, (points[end].x / binWidth).rounded(.down) == bin {
                if points[end].y < points[low].y { low = end }
                if points[end].y > points[high].y { high = end }
                end += 1
            }
            var previous = -1
            for index in [start, min(low, high), max(low, high), end - 1] where index != previous {
                kept.append(points[index])
                previous = index
            }
            start = end
        }
        return kept
    }
}
