import BuildGraph
import Foundation
import MuoneParameters
import NumericalMethods
import Reference
import SignalPhysics

/// The masses of a scan (GeV): a grid up to the mass at which the signal vanishes, and more points close to that, where
/// the number of events falls to zero.
public struct ScanMasses: Computation {
    public var grid: LogarithmicGrid

    /// - Parameter vanishingMass: nil where there is no signal at all; the list is empty then.
    public func compute(_ vanishingMass: Estimate?) throws -> [Double] {
        guard let vanishingMass else { return [] }
        let end = vanishingMass.value - vanishingMass.error
        let regular = grid.points.filter { $0 < end }
        guard regular.count < grid.count, let last = regular.last else { return regular }
        // Each point halves the distance to the end.
        let refined = (1...10).map { end - (end - 0.7 * last) * pow(0.5, Double($0)) }
        return Set(regular + refined.filter { $0 >= grid.lower }).sorted()
    }
}

/// Expected events at unit coupling over masses (GeV). The events at a coupling g are g² times as many.
///
/// Zero where the cuts close the phase space. A scan is computed in parts, which run side by side; part `part` of
/// `parts` takes every `parts`-th mass, so that all take equally long.
public struct SignalScan: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var cuts: SelectionCuts
    public var luminosity: Double
    public var part: Int
    public var parts: Int

    public func compute(_ masses: [Double]) throws -> Curve {
        // A small coupling inside keeps intermediate numbers of ordinary size.
        let coupling = 1e-3
        let own = masses.indices.filter { $0 % parts == part }.map { masses[$0] }
        let events = try own.map { mass in
            let point = SignalPoint(
                particles: particles, beamEnergy: beamEnergy, benchmark: Benchmark(mass: mass, coupling: coupling))
            return try point.production.crossSection(cuts).scaled(by: luminosity / (coupling * coupling))
        }
        return Curve(x: own, estimates: events)
    }
}

/// Parts of one curve put together, in ascending order of `x`.
public struct JoinCurves: Computation {
    public func compute(_ parts: [Curve]) throws -> Curve {
        Curve(joining: parts)
    }
}

/// The coupling at which the expected events reach a number, over mass: g = √(N / N₁) with the events N₁ at unit
/// coupling. The curve ends where there is no signal.
public struct EventContour: Computation {
    public var events: Double

    public init(events: Double) {
        self.events = events
    }

    public func compute(_ scan: Curve) throws -> Curve {
        scan.positivePart.mapY { (events / $0).squareRoot() }
    }
}

/// The coupling that gives a number of events, from the cross section (fb) at a known coupling.
///
/// Nil where there is no signal.
public struct CouplingForEvents: Computation {
    public var events: Double
    public var luminosity: Double
    public var coupling: Double

    public init(events: Double, luminosity: Double, coupling: Double) {
        self.events = events
        self.luminosity = luminosity
        self.coupling = coupling
    }

    public func compute(_ crossSection: Estimate) throws -> Estimate? {
        guard crossSection.value > 0 else { return nil }
        return coupling * (events / (luminosity * crossSection)).squareRoot()
    }
}

/// The mass above which the selection leaves no phase space, by bisection on whether any signal is left. GeV.
public struct VanishingMass: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var cuts: SelectionCuts

    public func compute(_ threshold: Estimate) throws -> Estimate? {
        func hasSignal(_ mass: Double) throws -> Bool {
            let point = SignalPoint(
                particles: particles, beamEnergy: beamEnergy, benchmark: Benchmark(mass: mass, coupling: 1e-3))
            return try point.production.crossSection(cuts).value > 0
        }
        var (open, closed) = (threshold.value * 1e-3, threshold.value * (1 - 1e-9))
        guard try hasSignal(open) else { return nil }
        guard try !hasSignal(closed) else { return threshold }
        while closed - open > 1e-7 * threshold.value / Double(Refinement.factor) {
            let middle = 0.5 * (open + closed)
            if try hasSignal(middle) { open = middle } else { closed = middle }
        }
        return .bracketed(open, closed)
    }
}
