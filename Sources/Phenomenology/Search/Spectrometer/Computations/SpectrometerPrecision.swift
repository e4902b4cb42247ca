import Computing
import NumericalMethods
import SignalPhysics

/// How exactly the missing mass of the signal's events gives the mass and the coupling: a binned likelihood of m² alone, without
/// background, both parameters free, by the Fisher information of Asimov data. Statistical errors.
///
/// Nil where the cuts leave no signal.
public struct SpectrometerPrecision: Computation {
    /// What a fit would find.
    public struct Result: Codable, Hashable, Sendable {
        /// σ(m²), GeV².
        public var massSquaredError: Estimate
        /// σ_m = σ(m²)/2m, GeV. A mass is measured only where ``isUpperLimit`` is not.
        public var massError: Estimate
        /// σ_g/g.
        public var couplingError: Estimate
        /// Of m and g.
        public var correlation: Estimate
        /// Whether σ(m²) exceeds m²: zero is then within one standard deviation, and the fit bounds the mass from above.
        public var isUpperLimit: Bool
    }

    public var point: SignalPoint
    public var cuts: SelectionCuts
    /// fb⁻¹.
    public var luminosity: Double
    public var spectrometer: MuonSpectrometer
    public var bins: Int
    /// Of each replica.
    public var points: Int
    public var replicas: Int

    public init(
        point: SignalPoint, cuts: SelectionCuts, luminosity: Double, spectrometer: MuonSpectrometer, bins: Int = 50,
        points: Int = 8192, replicas: Int = 16
    ) {
        self.point = point
        self.cuts = cuts
        self.luminosity = luminosity
        self.spectrometer = spectrometer
        self.bins = bins
        self.points = points
        self.replicas = replicas
    }

    public func compute(_ input: ()) throws -> Result? {
        try spectrometer.validate()
        guard bins >= 3, points >= 100, replicas >= 2 else {
            throw NumericalError.invalidArgument(
                "\(bins) bins of \(points) points in \(replicas) replicas give no likelihood: take 3, 100 and 2 or more"
            )
        }
        let production = point.production
        guard try production.hasPhaseSpace(cuts) else { return nil }
        guard production.coupling > 0 else { throw SpectrometerError.noCoupling(production.coupling) }
        let likelihood = try MissingMassLikelihood(
            production, cuts: cuts, spectrometer: spectrometer, luminosity: luminosity, bins: bins, points: points,
            replicas: replicas)
        func information(without omitted: Int?) -> MassCouplingInformation? {
            MassCouplingInformation(
                expected: MissingMassLikelihood.mean(likelihood.expected, without: omitted),
                slopes: MissingMassLikelihood.mean(likelihood.slopes, without: omitted))
        }
        let parts = (0..<replicas).compactMap { information(without: $0) }
        guard let whole = information(without: nil), parts.count == replicas else {
            throw SpectrometerError.nothingToResolve
        }
        // Jackknife: the pseudo-values' mean is free of the bias that noise in the slopes makes, and their spread is its error.
        func estimate(_ value: (MassCouplingInformation) -> Double) -> Estimate {
            let count = Double(replicas)
            return .mean(of: parts.map { count * value(whole) - (count - 1) * value($0) })
        }
        let square = production.mass * production.mass
        let massSquared = estimate(\.parameterError)
        return Result(
            massSquaredError: massSquared, massError: massSquared.scaled(by: 0.5 / production.mass),
            couplingError: estimate(\.couplingError), correlation: estimate(\.correlation),
            isUpperLimit: massSquared.value > square)
    }
}
