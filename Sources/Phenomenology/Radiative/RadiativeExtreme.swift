import Kinematics
import NumericalMethods

/// How far the photons of a sample reach, which is adapted to where they reach furthest: a check of bounds from kinematics.
struct RadiativeExtreme {
    let process: RadiativeProcess
    let cuts: RadiativeCuts
    let points: Int

    /// GeV; `bound` is a scale.
    func smallestPhotonEnergy(near bound: Double) throws -> Double {
        -(try largest(scale: bound) { -$0.emitted.energy })
    }

    /// Radians; `bound` is a scale.
    func largestPhotonAngle(near bound: Double) throws -> Double {
        try largest(scale: bound) { $0.emitted.polarAngle }
    }

    private func largest(scale: Double, _ value: (WeightedEvent) -> Double) throws -> Double {
        var best = -Double.infinity
        // Each sample is adapted to what lies beyond most of the sample before.
        for sharpness in [30.0, 300, 3000] {
            let reference = best.isFinite ? best : value(.none)
            let sampler = try RadiativeSampler(process, region: cuts, usesOneMap: true) { event in
                exp(min(sharpness * (value(event) - reference) / scale, 300)) / event.weight
            }
            _ = try sampler.mean(points: points, replicas: 2, name: "RadiativeExtreme") { event in
                best = max(best, value(event))
                return 0
            }
        }
        return best
    }
}
