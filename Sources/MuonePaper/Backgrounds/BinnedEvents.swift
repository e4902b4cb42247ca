import Manuscript
import MuoneCommon
import NumericalMethods

/// Events in bins, as figures draw them.
struct BinnedEvents: Codable, Sendable {
    /// Ascending, one more than there are bins.
    let edges: [Double]
    let events: [Estimate]

    /// - Throws: ``UnequalLengths`` unless there is one edge more than there are bins.
    init(edges: [Double], events: [Estimate]) throws {
        guard edges.count == events.count + 1 else {
            throw UnequalLengths(first: edges.count, second: events.count + 1)
        }
        self.edges = edges
        self.events = events
    }

    private var widths: [Double] { zip(edges, edges.dropFirst()).map { $1 - $0 } }

    /// Events per unit of the abscissa.
    var densities: [Double] { zip(events, widths).map { $0.value / $1 } }
    var densityErrors: [Double] { zip(events, widths).map { $0.error / $1 } }

    var total: Double { events.reduce(0) { $0 + $1.value } }

    /// From the first edge to the last; an error that names the figure where there is no bin.
    func range(in figure: String) throws -> ClosedRange<Double> {
        guard let first = edges.first, let last = edges.last, first < last else { throw EmptyFigure(figure) }
        return first...last
    }

    func scaled(by factor: Double) throws -> BinnedEvents {
        try BinnedEvents(edges: edges, events: events.map { $0.scaled(by: factor) })
    }

    /// - Throws: ``UnequalLengths`` where the bins are not as many.
    static func + (left: BinnedEvents, right: BinnedEvents) throws -> BinnedEvents {
        try BinnedEvents(edges: left.edges, events: try paired(left.events, right.events).map { $0 + $1 })
    }

    /// The corners of steps of some heights, for an area: two to each.
    func corners(_ heights: [Double]) -> (x: [Double], y: [Double]) {
        (
            zip(edges, edges.dropFirst()).flatMap { [$0, $1] }, heights.flatMap { [$0, $0] }
        )
    }
}
