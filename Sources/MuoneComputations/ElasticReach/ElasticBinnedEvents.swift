import BuildGraph
import ElasticPhysics
import MuoneParameters
import NumericalMethods

/// The events of one photon alone in MUonE's bins.
public struct ElasticBinnedEvents: Computation {
    public var settings: ElasticSettings

    public init(settings: ElasticSettings) { self.settings = settings }

    public struct Bins: Codable, Hashable, Sendable {
        /// T, GeV; one more than there are events.
        public var edges: [Double]
        public var events: [Estimate]

        public init(edges: [Double], events: [Estimate]) {
            self.edges = edges
            self.events = events
        }
    }

    public func compute(_ input: ()) throws -> Bins {
        let rate = try settings.rate()
        let edges = try ElasticBins(of: rate, count: settings.bins).edges
        let perUnit = ElasticDeviation.luminosity * rate.microbarns
        return Bins(
            edges: edges,
            events: try zip(edges, edges.dropFirst()).map {
                try rate.integral(from: $0, to: $1).scaled(by: perUnit)
            })
    }
}

/// dσ/dσ₀ − 1 over the electron's kinetic energy for a boson whose coupling is at the reach.
public struct ElasticRatioAtReach: Computation {
    public var settings: ElasticSettings
    public var model: ElasticModel
    /// GeV.
    public var mass: Double
    public var chiSquared: Double
    public var recoils: Recoils

    public init(
        settings: ElasticSettings, model: ElasticModel, mass: Double, chiSquared: Double, recoils: Recoils
    ) {
        self.settings = settings
        self.model = model
        self.mass = mass
        self.chiSquared = chiSquared
        self.recoils = recoils
    }

    public struct Result: Codable, Hashable, Sendable {
        public var coupling: Estimate
        public var ratio: Curve
    }

    /// Nil where no coupling reaches the χ².
    public func compute(_ input: ()) throws -> Result? {
        guard let reach = try settings.deviation(model, mass: mass).reach(chiSquared: chiSquared) else { return nil }
        let curve = try ElasticRatioCurve(
            settings: settings, model: model, benchmark: Benchmark(mass: mass, coupling: reach.coupling.value),
            recoils: recoils
        ).compute(())
        // The linear term goes as g² and the other as g⁴: neither changes by more than the fourth power.
        let share = reach.coupling / reach.coupling.value
        let change = share.squared.squared - 1
        return Result(coupling: reach.coupling, ratio: curve.mapY { $0.widened(by: $0 * change) })
    }
}
