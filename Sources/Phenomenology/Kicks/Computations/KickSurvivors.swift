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

    package init(
        settings: KickSettings, ratioMaximum: Double? = nil, points: Int = 65_536, relativeError: Double = 0.02,
        absoluteError: Double = 4
    ) {
        self.settings = settings
        self.ratioMaximum = ratioMaximum
        self.points = points
        self.relativeError = relativeError
        self.absoluteError = absoluteError
    }

    package func compute(_ input: ()) throws -> Estimate {
        if let ratioMaximum {
            guard ratioMaximum > 0 else { throw KickError.ratio(ratioMaximum) }
        }
        var points = min(4096, self.points)
        while true {
            let found = try events(points: points)
            if 2 * points > self.points || found.error <= max(relativeError * found.value, absoluteError) {
                return found
            }
            points *= 2
        }
    }

    private func events(points: Int) throws -> Estimate {
        var total = Estimate.exact(0, as: .statistical)
        for side in settings.position.sides {
            let sampler = try KickedSampler(settings, side: side, ratioMaximum: ratioMaximum)
            let found = try sampler.sums(1, points: points, name: "KickSurvivors \(side.rawValue)") { event, sums in
                if let ratioMaximum, event.measured.ratio(sampler.kinematics) >= ratioMaximum { return }
                sums[0] += event.weight
            }
            total = total + (found.first ?? .exact(0))
        }
        return total.scaled(by: settings.elastic.luminosity)
    }
}
