import Computing
import DetectorPhysics
import NumericalMethods

/// Kicked events whose measured angles and energies pass the cuts, and whose electron lies below a share of the elastic angle.
package struct KickSurvivors: Computation {
    package var settings: KickSettings
    /// Of θ_e/θ_el(E_e), as measured; nil for all.
    package var ratioMaximum: Double?
    /// Of each replica, at most: they are doubled until the error is small enough.
    package var points: Int
    /// What the statistical error is brought below, as a share of the value.
    package var relativeError: Double
    /// What the statistical error need not be brought below, events.
    package var absoluteError: Double
    /// Of each replica, at first: with fewer the stated error is less certain.
    package var leastPoints: Int

    package init(
        settings: KickSettings, ratioMaximum: Double? = nil, points: Int = 65_536, relativeError: Double = 0.025,
        absoluteError: Double = 4, leastPoints: Int = 16_384
    ) {
        self.settings = settings
        self.ratioMaximum = ratioMaximum
        self.points = points
        self.relativeError = relativeError
        self.absoluteError = absoluteError
        self.leastPoints = leastPoints
    }

    package func compute(_ input: ()) throws -> Estimate {
        if let ratioMaximum {
            guard ratioMaximum > 0 else { throw KickError.ratio(ratioMaximum) }
        }
        // Nothing moves a particle: nothing passes that an elastic event does not do.
        guard settings.detector.targetThickness > 0 || settings.detector.angularResolution > 0 else {
            return .exact(0, as: .statistical)
        }
        guard points > 0 else { throw KickError.fewEvents(points: points) }
        var points = min(max(leastPoints, 1), self.points)
        while true {
            let (found, isOpen) = try events(points: points)
            guard 2 * points <= self.points || found.value > 0 || !isOpen else {
                // No event passed: the spread of the replicas says nothing about the error.
                throw NumericalError.notConverged(
                    task: "the number of kicked events, with none within the cuts,", reached: .infinity, requested: 1,
                    effort: points)
            }
            if 2 * points > self.points || !isOpen
                || (found.value > 0 && found.error <= max(relativeError * found.value, absoluteError))
            {
                return found
            }
            points *= 2
        }
    }

    private func events(points: Int) throws -> (events: Estimate, isOpen: Bool) {
        var isOpen = false
        var total = Estimate.exact(0, as: .statistical)
        for side in settings.position.sides {
            let sampler = try KickedSampler(settings, side: side, ratioMaximum: ratioMaximum)
            isOpen = isOpen || sampler.hasPhaseSpace
            let found = try sampler.sums(1, points: points, name: "KickSurvivors \(side.rawValue)") { event, sums in
                if let ratioMaximum, event.measured.ratio(sampler.kinematics) >= ratioMaximum { return }
                sums[0] += event.weight
            }
            total = total + (found.first ?? .exact(0))
        }
        return (total.scaled(by: settings.elastic.luminosity), isOpen)
    }
}
