import Computing
import DetectorPhysics
import Kinematics
import NumericalMethods

/// σ of the radiative events within cuts whose photon merges with the electron's shower and whose summed energy is nevertheless
/// measured below the largest electron energy, fb.
///
/// The Gaussian error is integrated by its distribution function, and the sample is adapted to where it leaks, so that what is rare
/// keeps its relative accuracy. All of |M|² is in the map of the electron line, the only one with E_e + E_γ as a variable.
package struct RadiativeLeakage: Computation {
    package var process: RadiativeProcess
    package var cuts: RadiativeCuts
    /// Of the summed energy.
    package var resolution: EnergyResolution
    /// Electron and photon are one shower below this angle, radians.
    package var separation: Double
    /// Of each of the 16 replicas.
    package var points: Int

    package init(
        process: RadiativeProcess, cuts: RadiativeCuts, resolution: EnergyResolution, separation: Double,
        points: Int = 24576
    ) {
        self.process = process
        self.cuts = cuts
        self.resolution = resolution
        self.separation = separation
        self.points = points
    }

    package func compute(_ input: ()) throws -> Estimate {
        for (name, value, unit) in [
            ("resolution", resolution.constant, ""), ("stochastic", resolution.stochastic, ""),
            ("separation", separation, "rad"),
        ] {
            guard value >= 0, value.isFinite else {
                throw RadiativeError.negative(name: name, value: value, unit: unit)
            }
        }
        let limit = cuts.selection.maximumElectronEnergy ?? .infinity
        func share(_ event: WeightedEvent) -> Double {
            guard event.separation < separation else { return 0 }
            let energy = event.electron.energy + event.emitted.energy
            let width = resolution.width(at: energy)
            guard width > 0 else { return energy < limit ? 1 : 0 }
            return 0.5 * erfc((energy - limit) / (width * 2.0.squareRoot()))
        }
        return try RadiativeSampler(process, region: cuts, usesOneMap: true, emphasis: share).mean(
            points: points * Refinement.factor, name: "RadiativeLeakage", of: share)
    }
}

/// The share of the separated photons that a veto may miss for a number of events: that number over the separated events.
package struct VetoInefficiency: Computation {
    package var events: Double

    package init(events: Double) { self.events = events }

    /// - Parameter separated: events with a photon further from the electron than the separation.
    package func compute(_ separated: Estimate) throws -> Estimate {
        guard events >= 0, events.isFinite else {
            throw RadiativeError.negative(name: "events", value: events, unit: "")
        }
        guard separated.value > 0 else { throw RadiativeError.noEvents("share of them to be missed") }
        guard events <= separated.value else {
            throw RadiativeError.moreThanAll(events: events, separated: separated.value)
        }
        return Estimate.exact(events) / separated
    }
}
