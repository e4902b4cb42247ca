import Computing
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
