import Computing
import NumericalMethods
import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Fits of mass and coupling to random counts of the missing mass squared, against the precision that Asimov data promise.
///
/// The input is that promise. Nil where there is none, or where only an upper limit on the mass is expected.
public struct SpectrometerPseudoExperiments: Computation {
    /// Of (fit − truth)/(promised error): 0 and 1 where the promise holds. Statistical errors.
    public struct Result: Codable, Hashable, Sendable {
        /// Of m², which the fit is linear in.
        public var massMean: Estimate
        public var massWidth: Estimate
        /// Of g.
        public var couplingMean: Estimate
        public var couplingWidth: Estimate
    }

    public var point: SignalPoint
    public var cuts: SelectionCuts
    /// fb⁻¹.
    public var luminosity: Double
    public var spectrometer: MuonSpectrometer
    public var experiments: Int
    public var bins: Int
    /// Of each replica of the templates.
    public var points: Int
    public var replicas: Int

    public init(
        point: SignalPoint, cuts: SelectionCuts, luminosity: Double, spectrometer: MuonSpectrometer,
        experiments: Int = 400, bins: Int = 50, points: Int = 16384, replicas: Int = 8
    ) {
        self.point = point
        self.cuts = cuts
        self.luminosity = luminosity
        self.spectrometer = spectrometer
        self.experiments = experiments
        self.bins = bins
        self.points = points
        self.replicas = replicas
    }

    /// Steps of the fit's scan of m² in a promised error, and how many there are to each side.
    private static let stepsPerError = 4.0
    private static let reach = 24

    public func compute(_ promised: SpectrometerPrecision.Result?) throws -> Result? {
        guard let promised, !promised.isUpperLimit else { return nil }
        guard experiments >= 2, bins >= 3, points >= 100, replicas >= 1 else {
            throw NumericalError.invalidArgument(
                "\(experiments) experiments of \(bins) bins from \(replicas) × \(points) points say nothing: take more")
        }
        let spacing = promised.massSquaredError.value / Self.stepsPerError
        let templates = try MissingMassTemplates(
            point.production, cuts: cuts, spectrometer: spectrometer, luminosity: luminosity, bins: bins,
            points: points, replicas: replicas, spacing: spacing, reach: Self.reach, lever: 4 * Self.stepsPerError)
        let totals = templates.events.map { $0.reduce(0, +) }
        let logarithms = templates.events.map { $0.map { log($0) } }
        let truth = try templates.events[Self.reach].map { try PoissonDistribution(mean: $0) }
        let stream = RandomStream("SpectrometerPseudoExperiments")
        var (masses, couplings): ([Double], [Double]) = ([], [])
        for experiment in 0..<experiments {
            let counts = truth.indices.map { bin in
                truth[bin].sample(from: stream, at: UInt64(experiment * bins + bin) << 32)
            }
            let count = counts.reduce(0, +)
            guard count > 0 else { continue }
            // The coupling's best value at each m² is known: g² = n/N(m²).
            let likelihood = templates.shifts.indices.map { index in
                zip(counts, logarithms[index]).reduce(-count * log(totals[index])) { $0 + $1.0 * $1.1 }
            }
            let best = likelihood.indices.max { likelihood[$0] < likelihood[$1] } ?? Self.reach
            let place = Self.summit(likelihood, near: best)
            let total = Self.value(totals, at: place)
            masses.append((place - Double(Self.reach)) / Self.stepsPerError)
            couplings.append(((count / total).squareRoot() - 1) / promised.couplingError.value)
        }
        guard masses.count >= 2 else { return nil }
        return Result(
            massMean: .mean(of: masses), massWidth: .standardDeviation(of: masses),
            couplingMean: .mean(of: couplings), couplingWidth: .standardDeviation(of: couplings))
    }

    /// The top of the parabola through five points, by least squares: the templates' own noise is in each of them.
    private static func summit(_ values: [Double], near best: Int) -> Double {
        let half = 3
        let middle = min(max(best, half), values.count - 1 - half)
        let offsets = (-half...half).map(Double.init)
        let count = Double(offsets.count)
        let second = offsets.reduce(0) { $0 + $1 * $1 }
        let fourth = offsets.reduce(0) { $0 + $1 * $1 * $1 * $1 }
        let y = (-half...half).map { values[middle + $0] - values[middle] }
        let sum = y.reduce(0, +)
        let slope = zip(offsets, y).reduce(0) { $0 + $1.0 * $1.1 } / second
        let moment = zip(offsets, y).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
        let curvature = (count * moment - second * sum) / (count * fourth - second * second)
        guard curvature < 0 else { return Double(best) }
        let top = Double(middle) - slope / (2 * curvature)
        return min(max(top, 0), Double(values.count - 1))
    }

    /// Between two of equally spaced values.
    private static func value(_ values: [Double], at place: Double) -> Double {
        let index = min(max(Int(saturating: place), 0), values.count - 2)
        let fraction = place - Double(index)
        return values[index] + fraction * (values[index + 1] - values[index])
    }
}
