import BuildGraph
import MuoneParameters
import NumericalMethods
import Reference
import SignalPhysics

/// What a signal computation is about: the beam, the constants, and a point of the (mass, coupling) plane.
public struct SignalPoint: Codable, Hashable, Sendable {
    public var particles: ParticleInputs
    /// GeV.
    public var beamEnergy: Double
    public var benchmark: Benchmark

    public init(particles: ParticleInputs, beamEnergy: Double, benchmark: Benchmark) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.benchmark = benchmark
    }

    public var production: ZPrimeProduction {
        ZPrimeProduction(
            inputs: particles, beamEnergy: beamEnergy, mass: benchmark.mass, coupling: benchmark.coupling)
    }
}

/// σ(μe → μeZ′) after cuts, fb. Zero above the threshold of the reaction.
public struct SignalCrossSection: Computation {
    public var point: SignalPoint
    public var cuts: SelectionCuts
    /// What the numerical error is brought below, as a share of the value.
    public var relativeTolerance: Double

    /// A cut on the electron's angle has a boundary across the integral over the azimuth, which converges slowly: it is
    /// integrated to a tenth of the accuracy.
    public init(point: SignalPoint, cuts: SelectionCuts) {
        self.point = point
        self.cuts = cuts
        relativeTolerance = cuts.maximumElectronAngle == nil ? 1e-6 : 1e-5
    }

    public func compute(_ input: ()) throws -> Estimate {
        let threshold = ZPrimeProduction.thresholdMass(inputs: point.particles, beamEnergy: point.beamEnergy)
        guard point.benchmark.mass < threshold else { return .exact(0, as: .bound) }
        return try point.production.crossSection(cuts, relativeTolerance: relativeTolerance)
    }
}

/// Expected events by the second method: helicity amplitudes and quasi-Monte Carlo, with one standard error.
///
/// Nil where there is no signal, as no event can be found there to estimate an error from.
public struct MonteCarloYield: Computation {
    public var point: SignalPoint
    public var cuts: SelectionCuts
    /// fb⁻¹.
    public var luminosity: Double
    /// Points of each replica.
    public var points: Int

    public func compute(_ crossSection: Estimate) throws -> Estimate? {
        guard crossSection.value > 0 else { return nil }
        return try ZPrimeProductionMonteCarlo(point.production, points: points).crossSection(cuts)
            .scaled(by: luminosity)
    }
}

/// Expected events for an integrated luminosity (fb⁻¹) from a cross section (fb).
public struct EventYield: Computation {
    public var luminosity: Double

    public init(luminosity: Double) {
        self.luminosity = luminosity
    }

    public func compute(_ crossSection: Estimate) throws -> Estimate { crossSection.scaled(by: luminosity) }
}

/// The ratio of two numbers, of which the first is a part of the second; errors add.
///
/// Nil where the whole vanishes.
public struct Fraction: Computation {
    public init() {}

    public func compute(_ input: (Estimate, Estimate)) throws -> Estimate? {
        let (part, whole) = input
        guard whole.value != 0 else { return nil }
        return part / whole
    }
}

/// dN/dE_e (1/GeV) over the electron's energy (GeV), with the angle cut alone.
public struct SignalSpectrum: Computation {
    public var point: SignalPoint
    public var minimumMuonAngle: Double
    public var luminosity: Double
    public var energies: LogarithmicGrid

    public func compute(_ input: ()) throws -> Curve {
        let production = point.production
        let cuts = SelectionCuts(minimumMuonAngle: minimumMuonAngle)
        func rate(_ energy: Double) throws -> Estimate {
            try production.spectrum(atElectronEnergy: energy, cuts: cuts).scaled(by: luminosity)
        }
        var points = energies.points
        var rates = try points.map(rate)
        // Where the spectrum ends between two points, more points follow its fall.
        if let last = rates.lastIndex(where: { $0.value > 0 }), last + 1 < points.count {
            var (inside, outside) = (points[last], points[last + 1])
            var refined: [(energy: Double, rate: Estimate)] = []
            for _ in 0..<16 {
                let middle = 0.5 * (inside + outside)
                let value = try rate(middle)
                if value.value > 0 {
                    refined.append((middle, value))
                    inside = middle
                } else {
                    outside = middle
                }
            }
            points.insert(contentsOf: refined.map(\.energy), at: last + 1)
            rates.insert(contentsOf: refined.map(\.rate), at: last + 1)
        }
        return Curve(x: points, estimates: rates)
    }
}

/// dN/dE_e at one energy, 1/GeV.
public struct SignalSpectrumPoint: Computation {
    public var point: SignalPoint
    public var minimumMuonAngle: Double
    public var luminosity: Double
    public var electronEnergy: Double

    public init(point: SignalPoint, minimumMuonAngle: Double, luminosity: Double, electronEnergy: Double) {
        self.point = point
        self.minimumMuonAngle = minimumMuonAngle
        self.luminosity = luminosity
        self.electronEnergy = electronEnergy
    }

    public func compute(_ input: ()) throws -> Estimate {
        try point.production.spectrum(
            atElectronEnergy: electronEnergy, cuts: SelectionCuts(minimumMuonAngle: minimumMuonAngle)
        ).scaled(by: luminosity)
    }
}
