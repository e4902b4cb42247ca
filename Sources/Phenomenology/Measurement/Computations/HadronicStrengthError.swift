import Computing
import ElasticPhysics
import HadronicPhysics
import NumericalMethods

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
