import BuildGraph
import NumericalMethods
import Phenomenology
import Reference

/// Expected events at unit coupling over a list of masses (GeV). The events at a coupling g are g² times as many.
///
/// Zero where the cuts close the phase space.
public struct SignalScan: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var cuts: SelectionCuts
    public var luminosity: Double
    public var masses: [Double]

    public func compute(_ input: ()) throws -> Curve {
        // A small coupling inside keeps intermediate numbers of ordinary size.
        let coupling = 1e-3
        let events = try masses.map { mass in
            let point = SignalPoint(
                particles: particles, beamEnergy: beamEnergy, benchmark: Benchmark(mass: mass, coupling: coupling))
            return try point.production.crossSection(cuts).scaled(by: luminosity / (coupling * coupling))
        }
        return Curve(x: masses, estimates: events)
    }
}

/// Parts of one curve put together, in ascending order of `x`.
public struct JoinCurves: Computation {
    public func compute(_ parts: [Curve]) throws -> Curve {
        let all = Curve(x: parts.flatMap(\.x), y: parts.flatMap(\.y), error: parts.flatMap(\.error))
        let order = all.x.indices.sorted { all.x[$0] < all.x[$1] }
        return Curve(x: order.map { all.x[$0] }, y: order.map { all.y[$0] }, error: order.map { all.error[$0] })
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
        let scan = scan.positivePart
        let couplings = scan.y.map { (events / $0).squareRoot() }
        let errors = scan.y.indices.map { 0.5 * couplings[$0] * scan.error[$0] / scan.y[$0] }
        return Curve(x: scan.x, y: couplings, error: errors)
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
        let value = coupling * (events / (luminosity * crossSection.value)).squareRoot()
        return Estimate(value, error: 0.5 * value * crossSection.relativeError, kind: crossSection.kind)
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
        while closed - open > 1e-7 * threshold.value {
            let middle = 0.5 * (open + closed)
            if try hasSignal(middle) { open = middle } else { closed = middle }
        }
        return Estimate(0.5 * (open + closed), error: closed - open, kind: .bound)
    }
}
