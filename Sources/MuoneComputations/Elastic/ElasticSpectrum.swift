import BuildGraph
import ElasticPhysics
import HadronicPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// dσ₀/dT (GeV⁻³) over the electron's kinetic energy, by one photon alone.
public struct ElasticSpectrum: Computation {
    public var settings: ElasticSettings
    public var recoils: Recoils

    public init(settings: ElasticSettings, recoils: Recoils) {
        self.settings = settings
        self.recoils = recoils
    }

    public func compute(_ input: ()) throws -> Curve {
        let rate = try settings.rate()
        let recoils = try recoils.points(of: rate)
        return Curve(x: recoils, estimates: try recoils.map { try rate.differential(recoil: $0) })
    }
}

/// σ₀ in μb of the events whose electron takes a kinetic energy above a minimum (GeV).
public struct ElasticCrossSection: Computation {
    public var settings: ElasticSettings
    public var electronMinimum: Double

    public init(settings: ElasticSettings, electronMinimum: Double) {
        self.settings = settings
        self.electronMinimum = electronMinimum
    }

    public func compute(_ input: ()) throws -> Estimate {
        try settings.rate().crossSection(electronMinimum: electronMinimum)
    }
}

/// dσ/dσ₀ − 1 over the electron's kinetic energy, for one boson.
public struct ElasticRatioCurve: Computation {
    public var settings: ElasticSettings
    public var model: ElasticModel
    public var benchmark: Benchmark
    public var recoils: Recoils

    public init(settings: ElasticSettings, model: ElasticModel, benchmark: Benchmark, recoils: Recoils) {
        self.settings = settings
        self.model = model
        self.benchmark = benchmark
        self.recoils = recoils
    }

    public func compute(_ input: ()) throws -> Curve {
        let signal = try settings.signal(model, mass: benchmark.mass)
        let weights = signal.weights(coupling: benchmark.coupling)
        let recoils = try recoils.points(of: signal.rate)
        return Curve(
            x: recoils,
            estimates: try recoils.map { recoil in
                let shape = try signal.shape(recoil: recoil)
                return shape.linearEstimate.scaled(by: weights.linear)
                    + shape.quadraticEstimate.scaled(by: weights.quadratic)
            })
    }
}

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
