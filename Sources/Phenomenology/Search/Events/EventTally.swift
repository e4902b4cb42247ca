import NumericalMethods

/// How many events of a sample are in a whole, and in parts of it, in batches that tell the statistical error.
package struct EventTally: Codable, Hashable, Sendable {
    /// Events are dealt to so many batches by their numbers.
    static let batches = 64

    /// A number for each batch.
    private var whole: [Double]
    /// Batches of the first part, of the second and so on.
    private var parts: [Double]
    /// Events, trials and events that do not count one.
    package private(set) var events = 0
    package private(set) var trials = 0
    package private(set) var overweights = 0

    init(parts: Int) {
        whole = [Double](repeating: 0, count: Self.batches)
        self.parts = [Double](repeating: 0, count: Self.batches * parts)
    }

    mutating func add(_ sample: EventSample, _ body: (EventRecord, Int) -> Double?) {
        var number = sample.first
        let count = parts.count / Self.batches
        sample.visit { event, weight in
            let batch = number % Self.batches
            number += 1
            guard let inside = body(event, -1), inside > 0 else { return }
            whole[batch] += weight * inside
            for part in 0..<count {
                if let share = body(event, part) { parts[part * Self.batches + batch] += weight * share }
            }
        }
        events += sample.count
        trials += sample.trials
        overweights += sample.overweights.count
    }

    /// Those of several samples together, which count the same parts.
    package init?(joining tallies: [EventTally]) {
        guard let first = tallies.first, tallies.allSatisfy({ $0.parts.count == first.parts.count }) else { return nil }
        self = first
        for tally in tallies.dropFirst() {
            for index in whole.indices { whole[index] += tally.whole[index] }
            for index in parts.indices { parts[index] += tally.parts[index] }
            events += tally.events
            trials += tally.trials
            overweights += tally.overweights
        }
    }

    /// The share of each part in the whole, with its standard error: the spread of the batches.
    package func shares() throws -> [Estimate] {
        guard whole.allSatisfy({ $0 > 0 }) else { throw EventError.noSelection }
        return (0..<parts.count / Self.batches).map { part in
            .mean(of: (0..<Self.batches).map { parts[part * Self.batches + $0] / whole[$0] })
        }
    }
}
