import Kinematics
import NumericalMethods

extension RadiativeSampler {
    /// Σ weight · value for several values at once, each of the replicas' sums: of a randomised quasi-Monte Carlo rule.
    ///
    /// - Parameters:
    ///   - count: how many values.
    ///   - points: of each of the `replicas`, which are at least two.
    ///   - name: of the random shifts: different names give independent results.
    ///   - add: adds its part, weight and all, of one event to the values.
    package func sums(
        count: Int, points: Int, replicas: Int = 16, name: String = "RadiativeSampler",
        _ add: (WeightedEvent, inout [Double]) -> Void
    ) throws -> [[Double]] {
        guard points >= 1, replicas >= 2 else {
            throw RadiativeError.sampleTooSmall(points: points, replicas: replicas)
        }
        let sequence = KroneckerSequence(dimensions: Self.dimensions)
        let stream = RandomStream(name)
        return (0..<replicas).map { replica in
            var sum = [Double](repeating: 0, count: count)
            guard hasPhaseSpace else { return sum }
            let shifts = (0..<Self.dimensions).map { stream.bits(at: UInt64(replica * Self.dimensions + $0)) }
            for index in 0..<points {
                let u = SIMD4(
                    sequence.coordinate(0, ofPoint: index, shift: shifts[0]),
                    sequence.coordinate(1, ofPoint: index, shift: shifts[1]),
                    sequence.coordinate(2, ofPoint: index, shift: shifts[2]),
                    sequence.coordinate(3, ofPoint: index, shift: shifts[3]))
                events(u) { add($0, &sum) }
            }
            return sum.map { $0 / Double(points) }
        }
    }

    /// Σ weight · value over the events of the region with its statistical error, fb for a share as value; exactly zero
    /// without phase space.
    package func mean(
        points: Int, replicas: Int = 16, name: String = "RadiativeSampler", of value: (WeightedEvent) -> Double
    ) throws -> Estimate {
        let sums = try sums(count: 1, points: points, replicas: replicas, name: name) { event, sum in
            sum[0] += event.weight * value(event)
        }
        return hasPhaseSpace ? .mean(of: sums.map { $0[0] }) : .exact(0, as: .statistical)
    }
}
