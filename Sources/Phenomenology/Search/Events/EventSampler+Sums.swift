import NumericalMethods

extension EventSampler {
    /// Sums over weighted events, fb, with statistical errors: randomised quasi-Monte Carlo.
    ///
    /// - Parameters:
    ///   - count: how many sums.
    ///   - points: of each of the `replicas`, which are at least two.
    ///   - name: of the random numbers: different names give independent results.
    ///   - fill: adds what an event counts to the sums.
    package func sums(
        _ count: Int, points: Int, replicas: Int = 16, name: String,
        fill: (EventRecord, Double, inout [Double]) throws -> Void
    ) throws -> [Estimate] {
        guard points >= 1, replicas >= 2 else {
            throw NumericalError.invalidArgument(
                "\(points) points in \(replicas) replicas give no statistical error: take at least 1 point in 2 replicas"
            )
        }
        // The azimuth or further chance has a sequence of its own: one dimension more would spread the others less evenly.
        let sequence = KroneckerSequence(dimensions: Self.dimensions - 1)
        let last = KroneckerSequence(dimensions: 1)
        let stream = RandomStream(name)
        var samples = [[Double]](repeating: [], count: count)
        for replica in 0..<replicas {
            let shifts = (0..<Self.dimensions).map { stream.bits(at: UInt64(replica * Self.dimensions + $0)) }
            var sums = [Double](repeating: 0, count: count)
            for index in 0..<points {
                var point = SIMD8<Double>.zero
                for dimension in 0..<Self.dimensions - 1 {
                    point[dimension] = sequence.coordinate(dimension, ofPoint: index, shift: shifts[dimension])
                }
                point[Self.dimensions - 1] = last.coordinate(0, ofPoint: index, shift: shifts[Self.dimensions - 1])
                guard let event = event(at: point) else { continue }
                try fill(record(of: event, number: replica * points + index), weight(of: event), &sums)
            }
            for index in 0..<count { samples[index].append(sums[index] / Double(points)) }
        }
        return samples.map { .mean(of: $0) }
    }
}
