import NumericalMethods

/// Events in bins, as figures draw them.
struct BinnedEvents: Codable, Sendable {
    /// Ascending, one more than there are bins.
    var edges: [Double]
    var events: [Estimate]

    /// Events per unit of the abscissa.
    var densities: [Double] { bins.map { $0.events.value / ($0.upper - $0.lower) } }
    var densityErrors: [Double] { bins.map { $0.events.error / ($0.upper - $0.lower) } }

    private var bins: [(lower: Double, upper: Double, events: Estimate)] {
        edges.indices.dropLast().compactMap { index in
            events.indices.contains(index) ? (edges[index], edges[index + 1], events[index]) : nil
        }
    }

    /// Corners of the steps, for an area.
    static func corners(edges: [Double], heights: [Double]) -> (x: [Double], y: [Double]) {
        var (x, y): ([Double], [Double]) = ([], [])
        for index in heights.indices where edges.indices.contains(index + 1) {
            x += [edges[index], edges[index + 1]]
            y += [heights[index], heights[index]]
        }
        return (x, y)
    }
}
