import BuildGraph
import MeasurementPhysics
import NumericalMethods

/// The size of what Z exchange adds to dσ/dT at the largest recoil, where it is largest, relative to one photon.
public struct WeakShiftAtLargestRecoil: Computation {
    public var settings: ElasticSettings

    public init(settings: ElasticSettings) {
        self.settings = settings
    }

    public func compute(_ input: ()) throws -> Estimate {
        let recoil = try settings.rate().kinematics.maximumRecoil
        let exchange = WeakExchange(inputs: settings.particles, beamEnergy: settings.beamEnergy)
        return .closedForm(exchange.weakShift(recoil: recoil, beam: settings.beam).magnitude, operations: 64)
    }
}
