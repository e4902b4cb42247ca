import BuildGraph
import ElasticPhysics
import MuoneParameters
import NumericalMethods

/// The reach of a boson that the beam and the target can form, over masses that crowd where they do.
public struct ResonantReach: Computation {
    public var settings: ElasticSettings
    public var model: ElasticModel
    public var masses: LogarithmicGrid
    public var chiSquared: Double

    public init(settings: ElasticSettings, model: ElasticModel, masses: LogarithmicGrid, chiSquared: Double) {
        self.settings = settings
        self.model = model
        self.masses = masses
        self.chiSquared = chiSquared
    }

    public func compute(_ input: ()) throws -> ElasticReachCurve.Result {
        let resonance = try settings.rate().kinematics.centreOfMassEnergySquared.squareRoot()
        let distances = LogarithmicGrid(lower: 1e-4, upper: 0.1, count: 19).points
        let near = distances.flatMap { [resonance * (1 - $0), resonance * (1 + $0)] }
        let points = Set(masses.points + near.filter { masses.lower <= $0 && $0 <= masses.upper }).sorted()
        return ElasticReachCurve.Result(
            masses: points,
            points: try points.map { try settings.deviation(model, mass: $0).reach(chiSquared: chiSquared) })
    }
}
