import BuildGraph
import ElasticPhysics
import MuoneParameters
import NumericalMethods

/// χ² (2.14) of one boson in MUonE's bins.
public struct ElasticChiSquared: Computation {
    public var settings: ElasticSettings
    public var model: ElasticModel
    public var benchmark: Benchmark

    public init(settings: ElasticSettings, model: ElasticModel, benchmark: Benchmark) {
        self.settings = settings
        self.model = model
        self.benchmark = benchmark
    }

    public func compute(_ input: ()) throws -> Estimate {
        try settings.deviation(model, mass: benchmark.mass).chiSquared(coupling: benchmark.coupling)
    }
}

/// The smallest coupling at which χ² reaches a number, at one mass (GeV); nil where no coupling up to g² = 4π does.
public struct ElasticReachPoint: Computation {
    public var settings: ElasticSettings
    public var model: ElasticModel
    public var mass: Double
    public var chiSquared: Double

    public init(settings: ElasticSettings, model: ElasticModel, mass: Double, chiSquared: Double = 2.71) {
        self.settings = settings
        self.model = model
        self.mass = mass
        self.chiSquared = chiSquared
    }

    public func compute(_ input: ()) throws -> ElasticReach? {
        try settings.deviation(model, mass: mass).reach(chiSquared: chiSquared)
    }
}

/// The reach of one model over masses.
public struct ElasticReachCurve: Computation {
    public var settings: ElasticSettings
    public var model: ElasticModel
    public var masses: LogarithmicGrid
    public var chiSquared: Double

    public init(
        settings: ElasticSettings, model: ElasticModel, masses: LogarithmicGrid, chiSquared: Double = 2.71
    ) {
        self.settings = settings
        self.model = model
        self.masses = masses
        self.chiSquared = chiSquared
    }

    /// The reach at each mass of the grid.
    public struct Result: Codable, Hashable, Sendable {
        /// GeV.
        public var masses: [Double]
        /// Nil where no coupling reaches the number.
        public var points: [ElasticReach?]

        public init(masses: [Double], points: [ElasticReach?]) {
            self.masses = masses
            self.points = points
        }

        /// Unbroken pieces of the curve.
        public var segments: [Curve] {
            var pieces: [(x: [Double], y: [Estimate])] = []
            var isOpen = false
            for (mass, point) in zip(masses, points) {
                guard let point else {
                    isOpen = false
                    continue
                }
                if !isOpen { pieces.append(([], [])) }
                pieces[pieces.count - 1].x.append(mass)
                pieces[pieces.count - 1].y.append(point.coupling)
                isOpen = true
            }
            return pieces.map { Curve(x: $0.x, estimates: $0.y) }
        }

        /// The masses at which a larger coupling is out of reach again.
        public var massesWithGap: [Double] {
            zip(masses, points).compactMap { mass, point in point?.gap == nil ? nil : mass }
        }
    }

    public func compute(_ input: ()) throws -> Result {
        let masses = masses.points
        return Result(
            masses: masses,
            points: try masses.map { try settings.deviation(model, mass: $0).reach(chiSquared: chiSquared) })
    }
}
