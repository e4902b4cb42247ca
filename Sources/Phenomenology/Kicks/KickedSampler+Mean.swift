import DetectorPhysics
import NumericalMethods

extension KickedSampler {
    /// Sums over weighted events, as cross sections (fb) with statistical errors: randomised quasi-Monte Carlo.
    ///
    /// - Parameters:
    ///   - count: how many sums.
    ///   - points: of each of the `replicas`, which are at least two.
    ///   - name: of the random numbers: different names give independent results.
    ///   - fill: adds what an event counts to the sums.
    package func sums(
        _ count: Int, points: Int, replicas: Int = 16, name: String = "KickedSampler",
        fill: (KickedEvent, inout [Double]) -> Void
    ) throws -> [Estimate] {
        guard points >= 1, replicas >= 2 else { throw KickError.fewEvents(points: points) }
        guard hasPhaseSpace, count > 0 else {
            return [Estimate](repeating: .exact(0, as: .statistical), count: max(count, 0))
        }
        let sequence = KroneckerSequence(dimensions: Self.dimensions)
        var samples = [[Double]](repeating: [], count: count)
        for replica in 0..<replicas {
            let stream = RandomStream("\(name) \(replica)")
            let shifts = (0..<Self.dimensions).map { stream.bits(at: UInt64.max - UInt64($0)) }
            var sums = [Double](repeating: 0, count: count)
            for index in 0..<points {
                var draws = RandomDraws(stream, event: index)
                let event = event(
                    { sequence.coordinate($0, ofPoint: index, shift: shifts[$0]) }, &draws)
                if let event { fill(event, &sums) }
            }
            for index in 0..<count { samples[index].append(sums[index] / Double(points)) }
        }
        return samples.map { .mean(of: $0) }
    }
}
