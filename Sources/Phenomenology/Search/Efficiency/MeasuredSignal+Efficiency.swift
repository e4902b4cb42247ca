import DetectorPhysics
import Kinematics
@_spi(Solver) import NumericalMethods

extension MeasuredSignal {
    package func kinematics() throws -> ElasticKinematics {
        try ElasticKinematics(beamEnergy: point.beamEnergy, inputs: point.particles)
    }

    /// The share of the events within the cuts that pass.
    ///
    /// - Throws: ``EfficiencyError/noEvents(mass:)`` where there are none.
    func efficiency(points: Int, _ passes: (MeasuredPair) -> Bool) throws -> Estimate {
        var signal = self
        // It drops out.
        signal.point.benchmark.coupling = 1e-3
        let samples = try signal.sums(3, points: points) { measured, weight, sums in
            sums[0] += weight
            if passes(measured) { sums[1] += weight }
            sums[2] += 1
        }
        guard samples.allSatisfy({ $0[0] > 0 }) else {
            throw EfficiencyError.noEvents(mass: point.benchmark.mass)
        }
        // Where all pass, or none, the spread says nothing: one more or less could have.
        let events = samples.reduce(0) { $0 + $1[2] } * Double(points)
        let mean = Estimate.mean(of: samples.map { $0[1] / $0[0] })
        let least = 1 / events
        return Estimate(mean.value, error: max(mean.error, least), kind: .statistical)
    }
}
