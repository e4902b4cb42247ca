import BuildGraph
import ElasticPhysics
import HadronicPhysics
import MeasurementPhysics
import NumericalMethods

/// The reach with the printed formula over that with the Lagrangian's, at some masses (GeV).
public struct ElasticPrintedRatios: Computation {
    public var settings: ElasticSettings
    public var model: ElasticModel
    public var masses: [Double]
    public var chiSquared: Double

    public init(settings: ElasticSettings, model: ElasticModel, masses: [Double], chiSquared: Double = 2.71) {
        self.settings = settings
        self.model = model
        self.masses = masses
        self.chiSquared = chiSquared
    }

    public struct Point: Codable, Hashable, Sendable {
        /// GeV.
        public var mass: Double
        public var ratio: Estimate
    }

    /// The masses at which both have a reach.
    public func compute(_ input: ()) throws -> [Point] {
        try masses.compactMap { mass in
            func reach(_ form: ElasticForm) throws -> Estimate? {
                var settings = settings
                settings.form = form
                return try settings.deviation(model, mass: mass).reach(chiSquared: chiSquared)?.coupling
            }
            guard let printed = try reach(.printed), let derived = try reach(.lagrangian) else { return nil }
            return Point(mass: mass, ratio: printed / derived)
        }
    }
}

/// The tree-level width of a flavour-changing boson to μ⁺e⁻ over the g²m/8π that Dev et al. take, at masses (GeV).
public struct FlavourWidthRatios: Computation {
    public var settings: ElasticSettings
    public var isVector: Bool
    public var masses: [Double]

    public init(settings: ElasticSettings, isVector: Bool, masses: [Double]) {
        self.settings = settings
        self.isVector = isVector
        self.masses = masses
    }

    public func compute(_ input: ()) throws -> [ElasticPrintedRatios.Point] {
        let (muon, electron) = (settings.particles.muonMass, settings.particles.electronMass)
        return masses.map { mass in
            let width =
                isVector
                ? FlavourWidth.vector(mass: mass, coupling: 1, muonMass: muon, electronMass: electron)
                : FlavourWidth.scalar(mass: mass, coupling: 1, muonMass: muon, electronMass: electron)
            return ElasticPrintedRatios.Point(
                mass: mass, ratio: .closedForm(width / ElasticSignal.width(mass: mass, coupling: 1)))
        }
    }
}

/// The relative error of a_μ^had with the shape of the polarisation known.
public struct HadronicStrengthError: Computation {
    public var settings: ElasticSettings
    public var running: HadronicRunning
    /// The relative error of each bin besides its statistics.
    public var systematic: Double

    public init(settings: ElasticSettings, running: HadronicRunning = .published, systematic: Double) {
        self.settings = settings
        self.running = running
        self.systematic = systematic
    }

    public func compute(_ input: ()) throws -> Estimate {
        let rate = try settings.rate()
        return try HadronicPrecision.strength(
            rate: rate, bins: ElasticBins(of: rate, count: settings.bins), running: running, systematic: systematic)
    }
}
