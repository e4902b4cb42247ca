import Computing
import NumericalMethods
import SignalPhysics

/// Half of the central 68 % of m²_meas − m² of signal events within cuts on true variables, GeV². A statistical error.
///
/// Nil where the cuts leave no signal.
public struct MissingMassResolution: Computation {
    public var point: SignalPoint
    public var cuts: SelectionCuts
    public var spectrometer: MuonSpectrometer
    /// Of each replica.
    public var points: Int
    public var replicas: Int

    public init(
        point: SignalPoint, cuts: SelectionCuts, spectrometer: MuonSpectrometer, points: Int = 8192,
        replicas: Int = 16
    ) {
        self.point = point
        self.cuts = cuts
        self.spectrometer = spectrometer
        self.points = points
        self.replicas = replicas
    }

    public func compute(_ input: ()) throws -> Estimate? {
        try spectrometer.validate()
        let production = point.production
        guard try production.hasPhaseSpace(cuts) else { return nil }
        guard !spectrometer.isPerfect else { return .exact(0, as: .statistical) }
        let sample = try MissingMassSample(
            production, cuts: cuts, spectrometer: spectrometer, points: points, replicas: replicas)
        return .mean(of: sample.replicas.compactMap { MissingMassSample.halfWidth(of: $0) })
    }
}
