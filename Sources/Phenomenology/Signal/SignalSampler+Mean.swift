import Kinematics
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension SignalSampler {
    /// Σ weight · value over the events of a region: its cross section for the value one, fb, and that of a selection for one
    /// where it passes and zero elsewhere. A randomised quasi-Monte Carlo mean with its statistical error.
    ///
    /// The same arguments give the same result. Exactly zero where the region leaves no phase space.
    /// - Parameters:
    ///   - points: of each of the `replicas`, which are at least two.
    ///   - name: of the random shifts: different names give independent results.
    package func mean(
        points: Int, replicas: Int = 16, name: String = "SignalSampler", of value: (WeightedEvent) -> Double
    ) throws -> Estimate {
        guard points >= 1, replicas >= 2 else {
            throw NumericalError.invalidArgument(
                "\(points) points in \(replicas) replicas give no statistical error: take at least 1 point in 2 replicas"
            )
        }
        guard hasPhaseSpace else { return .exact(0, as: .statistical) }
        let sequence = KroneckerSequence(dimensions: Self.dimensions)
        // Of the azimuth, on which few values depend: a fifth dimension would spread the other four less evenly.
        let turns = KroneckerSequence(dimensions: 1)
        let stream = RandomStream(name)
        let means = (0..<replicas).map { replica -> Double in
            let shifts = (0...Self.dimensions).map {
                stream.bits(at: UInt64(replica * (Self.dimensions + 1) + $0))
            }
            func coordinate(_ dimension: Int, _ index: Int) -> Double {
                sequence.coordinate(dimension, ofPoint: index, shift: shifts[dimension])
            }
            var sum = 0.0
            for index in 0..<points {
                let event = event(
                    coordinate(0, index), coordinate(1, index), coordinate(2, index), coordinate(3, index),
                    azimuth: 2 * .pi * turns.coordinate(0, ofPoint: index, shift: shifts[Self.dimensions]))
                if event.weight > 0 { sum += event.weight * value(event) }
            }
            return sum / Double(points)
        }
        return .mean(of: means)
    }
}
