import Computing
import NumericalMethods
import SignalPhysics

/// Events of the signal within cuts in equal bins of the measured missing mass squared, over the bins' middles (GeV²). Statistical
/// errors of the sample, not those of the counts. Empty where the cuts leave no signal.
public struct MissingMassHistogram: Computation {
    public var point: SignalPoint
    public var cuts: SelectionCuts
    /// fb⁻¹.
    public var luminosity: Double
    public var spectrometer: MuonSpectrometer
    /// GeV².
    public var lower: Double
    public var upper: Double
    public var bins: Int
    /// Of each replica.
    public var points: Int
    public var replicas: Int

    public init(
        point: SignalPoint, cuts: SelectionCuts, luminosity: Double, spectrometer: MuonSpectrometer,
        lower: Double = -0.02, upper: Double = 0.06, bins: Int = 80, points: Int = 8192, replicas: Int = 16
    ) {
        self.point = point
        self.cuts = cuts
        self.luminosity = luminosity
        self.spectrometer = spectrometer
        self.lower = lower
        self.upper = upper
        self.bins = bins
        self.points = points
        self.replicas = replicas
    }

    public func compute(_ input: ()) throws -> Curve {
        guard bins >= 1, replicas >= 2, points >= 1, lower < upper, lower.isFinite, upper.isFinite else {
            throw NumericalError.invalidArgument(
                "there are no \(bins) bins from \(lower) to \(upper) GeV² to fill with \(replicas) replicas")
        }
        try spectrometer.validate()
        let production = point.production
        guard try production.hasPhaseSpace(cuts) else { return Curve(x: [], estimates: []) }
        let sample = try MissingMassSample(
            production, cuts: cuts, spectrometer: spectrometer, points: points, replicas: replicas)
        let square = production.mass * production.mass
        let width = (upper - lower) / Double(bins)
        let histograms = sample.replicas.map { entries in
            var counts = [Double](repeating: 0, count: bins)
            for entry in entries {
                let place = (square + entry.deviation - lower) / width
                guard place >= 0, place < Double(bins) else { continue }
                counts[min(Int(saturating: place), bins - 1)] += luminosity * entry.weight
            }
            return counts
        }
        return Curve(
            x: (0..<bins).map { lower + (Double($0) + 0.5) * width },
            estimates: (0..<bins).map { bin in .mean(of: histograms.map { $0[bin] }) })
    }
}
