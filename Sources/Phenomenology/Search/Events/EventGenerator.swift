import NumericalMethods

/// Unweighted events: each a pure function of the seed and its number, whoever asks for it and after what.
///
/// Points are tried until one is accepted with the probability weight/height of its cell of the cube. A weight above the
/// height is never cut: the event then counts weight/height, more than one, so that the sample stays without bias.
package struct EventGenerator<Sampler: EventSampler>: Sendable {
    package let sampler: Sampler
    private let grid: UnweightingGrid
    private let stream: RandomStream

    /// The number of trials after which an event is given up.
    private static var mostTrials: Int { 1 << 14 }

    /// - Parameter seed: different seeds give independent samples.
    /// - Throws: ``EventError/noPhaseSpace``.
    package init(_ sampler: Sampler, seed: UInt64) throws {
        self.sampler = sampler
        grid = try UnweightingGrid(sampler)
        stream = RandomStream("EventGenerator/\(seed)")
    }

    /// The mean of a trial's weight over this is the efficiency: heights of the cells, times their volumes, fb.
    package var volume: Double { grid.volume }

    /// Event `index`, from zero on, what it counts and the trials that it took. It counts one, or more where the height was
    /// exceeded.
    @inline(__always)
    package func event(_ index: Int) throws(EventError) -> (event: Sampler.Event, weight: Double, trials: Int) {
        for trial in 0..<Self.mostTrials {
            // At most 2⁴ numbers a trial, 2¹⁴ trials an event.
            let start = UInt64(truncatingIfNeeded: index) << 18 | UInt64(trial) << 4
            let (point, cell) = point(start)
            guard let event = sampler.event(at: point) else { continue }
            let share = sampler.weight(of: event) / grid.heights[cell]
            if share > stream.uniform(at: start &+ 9) { return (event, max(share, 1), trial + 1) }
        }
        throw .noneAccepted(event: index, trials: Self.mostTrials)
    }

    /// The first trial of event `index`, accepted or not, and what it counts: weight/height, of mean efficiency. Nil where the
    /// point has no event.
    @inline(__always)
    package func weightedEvent(_ index: Int) -> (event: Sampler.Event, weight: Double)? {
        let (point, cell) = point(UInt64(truncatingIfNeeded: index) << 18)
        guard let event = sampler.event(at: point) else { return nil }
        return (event, sampler.weight(of: event) / grid.heights[cell])
    }

    /// The point of a trial and its cell.
    @inline(__always)
    private func point(_ start: UInt64) -> (SIMD8<Double>, Int) {
        let cell = grid.cell(stream.uniform(at: start))
        var point = SIMD8<Double>.zero
        for dimension in 0..<Sampler.dimensions {
            point[dimension] = stream.uniform(at: start &+ UInt64(dimension) &+ 1)
        }
        return (grid.place(point, in: cell), cell)
    }

    /// A part of the sample.
    ///
    /// - Parameter isWeighted: no trial is refused, and each counts what it weighs.
    package func sample(first: Int, count: Int, isWeighted: Bool = false) throws -> EventSample {
        guard first >= 0, count >= 0, count < 1 << 32, first < 1 << 44 else {
            throw EventError.sampleSize(first: first, count: count)
        }
        var sample = EventSample(first: first, count: count, volume: volume)
        for index in 0..<count where isWeighted {
            guard let (event, weight) = weightedEvent(first + index) else {
                sample.set(EventRecord(.none), at: index, weight: 0, trials: 1)
                continue
            }
            sample.set(sampler.record(of: event, number: first + index), at: index, weight: weight, trials: 1)
        }
        for index in 0..<count where !isWeighted {
            let (event, weight, trials) = try event(first + index)
            let record = sampler.record(of: event, number: first + index)
            sample.set(record, at: index, weight: weight, trials: trials)
        }
        return sample
    }
}
