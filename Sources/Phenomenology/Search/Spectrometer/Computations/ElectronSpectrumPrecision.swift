import Computing
import NumericalMethods
import SignalPhysics

/// The same from the electron's energy alone, without a spectrometer: bins of the window, cross sections by quadrature.
///
/// Nil where the cuts leave no signal.
public struct ElectronSpectrumPrecision: Computation {
    /// GeV and of one, with bounds.
    public struct Result: Codable, Hashable, Sendable {
        public var massError: Estimate
        public var couplingError: Estimate
        public var correlation: Estimate
    }

    public var point: SignalPoint
    /// With an electron window.
    public var cuts: SelectionCuts
    /// fb⁻¹.
    public var luminosity: Double
    public var bins: Int
    /// Of the mass, for the slopes, relative to it.
    public var step: Double

    public init(point: SignalPoint, cuts: SelectionCuts, luminosity: Double, bins: Int = 24, step: Double = 0.01) {
        self.point = point
        self.cuts = cuts
        self.luminosity = luminosity
        self.bins = bins
        self.step = step
    }

    public func compute(_ input: ()) throws -> Result? {
        guard bins >= 2, step > 0, step < 1 else {
            throw NumericalError.invalidArgument("\(bins) bins and a step of \(step) give no slopes: take 24 and 0.01")
        }
        guard let lower = cuts.minimumElectronEnergy, let upper = cuts.maximumElectronEnergy else {
            throw NumericalError.invalidArgument("the electron's spectrum has bins only within an energy window")
        }
        guard try point.production.hasPhaseSpace(cuts) else { return nil }
        guard point.benchmark.coupling > 0 else { throw SpectrometerError.noCoupling(point.benchmark.coupling) }
        func events(_ mass: Double, _ bin: Int) throws -> Double {
            var point = point
            point.benchmark.mass = mass
            var cuts = cuts
            let width = (upper - lower) / Double(bins)
            cuts.minimumElectronEnergy = lower + Double(bin) * width
            cuts.maximumElectronEnergy = lower + Double(bin + 1) * width
            return try luminosity * SignalCrossSection(point: point, cuts: cuts).compute(()).value
        }
        let mass = point.benchmark.mass
        func information(_ step: Double) throws -> MassCouplingInformation {
            let change = mass * step
            let expected = try (0..<bins).map { try events(mass, $0) }
            let slopes = try (0..<bins).map {
                try (events(mass + change, $0) - events(mass - change, $0)) / (2 * change)
            }
            guard let found = MassCouplingInformation(expected: expected, slopes: slopes) else {
                throw SpectrometerError.nothingToResolve
            }
            return found
        }
        let coarse = try information(step)
        let fine = try information(0.5 * step / Double(Refinement.factor))
        return Result(
            massError: .converged(fine.parameterError, coarse: coarse.parameterError),
            couplingError: .converged(fine.couplingError, coarse: coarse.couplingError),
            correlation: .converged(fine.correlation, coarse: coarse.correlation))
    }
}
