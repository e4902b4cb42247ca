import Computing
import DetectorPhysics
import Kinematics
import NumericalMethods
import SignalPhysics

/// Elastic events whose true angle and energy pass the cuts.
package struct ElasticEvents: Computation {
    package var elastic: ElasticScattering
    package var cuts: SelectionCuts

    package init(elastic: ElasticScattering, cuts: SelectionCuts) {
        self.elastic = elastic
        self.cuts = cuts
    }

    package func compute(_ input: ()) throws -> Estimate { try elastic.rate().events(cuts) }
}

/// Elastic events that a Gaussian error of the electron's energy, and of the muon's angle, lets pass the cuts.
package struct LeakedElasticEvents: Computation {
    package var elastic: ElasticScattering
    package var resolution: EnergyResolution
    /// Of the muon's angle, one-dimensional, radians.
    package var angularResolution: Double
    package var cuts: SelectionCuts

    package init(
        elastic: ElasticScattering, resolution: EnergyResolution, angularResolution: Double = 0, cuts: SelectionCuts
    ) {
        self.elastic = elastic
        self.resolution = resolution
        self.angularResolution = angularResolution
        self.cuts = cuts
    }

    package func compute(_ input: ()) throws -> Estimate {
        try ElasticLeakage(elastic, resolution: resolution, angularResolution: angularResolution, cuts: cuts).events()
    }
}

/// Elastic events that pass the angle cut, of which a share is measured with too little energy whatever the resolution.
package struct TailLeakage: Computation {
    package var elastic: ElasticScattering
    /// That a calorimeter measures an electron far too low.
    package var probability: Double
    /// Radians.
    package var minimumMuonAngle: Double

    package init(elastic: ElasticScattering, probability: Double, minimumMuonAngle: Double) {
        self.elastic = elastic
        self.probability = probability
        self.minimumMuonAngle = minimumMuonAngle
    }

    package func compute(_ input: ()) throws -> Estimate {
        guard probability >= 0, probability <= 1 else {
            throw ScatteringError.resolution(name: "probability of a tail, at most one,", value: probability)
        }
        return try elastic.rate().events(SelectionCuts(minimumMuonAngle: minimumMuonAngle)).scaled(by: probability)
    }
}

/// Events that leak over a number of resolutions (σ_E/E, constant).
package struct LeakageCurve: Computation {
    package var elastic: ElasticScattering
    package var resolutions: LogarithmicGrid
    /// Radians.
    package var angularResolution: Double
    package var cuts: SelectionCuts

    package init(
        elastic: ElasticScattering, resolutions: LogarithmicGrid, angularResolution: Double, cuts: SelectionCuts
    ) {
        self.elastic = elastic
        self.resolutions = resolutions
        self.angularResolution = angularResolution
        self.cuts = cuts
    }

    package func compute(_ input: ()) throws -> Curve {
        let points = resolutions.points
        return Curve(
            x: points,
            estimates: try points.map {
                try ElasticLeakage(
                    elastic, resolution: EnergyResolution(constant: $0), angularResolution: angularResolution,
                    cuts: cuts
                ).events()
            })
    }
}

/// The largest upper cut on the electron's energy (GeV) that keeps the leakage to a number of events.
package struct LeakageElectronMaximum: Computation {
    package var elastic: ElasticScattering
    package var resolution: EnergyResolution
    /// Radians.
    package var angularResolution: Double
    /// Its upper end of the electron's energy is not used.
    package var cuts: SelectionCuts
    package var events: Double

    package init(
        elastic: ElasticScattering, resolution: EnergyResolution, angularResolution: Double = 0, cuts: SelectionCuts,
        events: Double = 1
    ) {
        self.elastic = elastic
        self.resolution = resolution
        self.angularResolution = angularResolution
        self.cuts = cuts
        self.events = events
    }

    package func compute(_ input: ()) throws -> Estimate {
        guard events > 0, events.isFinite else { throw KickError.numberOfEvents(events) }
        func leakage(_ maximum: Double) throws -> Estimate {
            var cuts = cuts
            cuts.maximumElectronEnergy = maximum
            return try ElasticLeakage(
                elastic, resolution: resolution, angularResolution: angularResolution, cuts: cuts
            ).events()
        }
        let kinematics = try elastic.kinematics()
        let lowest = cuts.minimumElectronEnergy ?? kinematics.electronMass
        var highest = max(kinematics.maximumElectronEnergy, 2 * lowest)
        // Beyond all that a resolution of a few hundred per cent measures.
        for _ in 0..<8 where try leakage(highest).value <= events { highest *= 2 }
        let largest = try leakage(highest).value
        guard largest > events else { throw KickError.neverReached(events: events, largest: largest) }
        var bracket = (lowest, highest)
        // Halving first: far below the root, the leakage is zero to the last bit.
        for _ in 0..<12 {
            let middle = 0.5 * (bracket.0 + bracket.1)
            if try leakage(middle).value < events { bracket.0 = middle } else { bracket.1 = middle }
        }
        return try RootFinding.certified(in: bracket.0...bracket.1, tolerance: 1e-7) { try leakage($0) - events }
    }
}
