import Computing
import ElasticPhysics
import HadronicPhysics
import NumericalMethods

/// dσ/dσ₀ − 1 over the electron's kinetic energy, of the hadronic vacuum polarisation (2.7), or the relative change of the
/// rate with a change of it.
public struct ElasticRunningCurve: Computation {
    public var settings: ElasticSettings
    public var running: HadronicRunning
    /// Nil for the whole of the polarisation, otherwise the relative change of Δα_had: 0.01 for +1 % of a_μ^had.
    public var change: Double?
    public var recoils: Recoils

    public init(
        settings: ElasticSettings, running: HadronicRunning = .published, change: Double? = nil, recoils: Recoils
    ) {
        self.settings = settings
        self.running = running
        self.change = change
        self.recoils = recoils
    }

    public func compute(_ input: ()) throws -> Curve {
        let rate = try settings.rate()
        let recoils = try recoils.points(of: rate)
        return Curve(
            x: recoils,
            estimates: recoils.map { recoil in
                let value = running.value(q2: rate.momentumTransferSquared(recoil: recoil))
                let (before, after) = change.map { (value, (1 + $0) * value) } ?? (0, value)
                // (1 − before)²/(1 − after)² − 1, without the cancellation.
                let denominator = 1 - after
                let ratio = (after - before) * (2 - after - before) / (denominator * denominator)
                return .closedForm(ratio, operations: 1024)
            })
    }
}
