import BosonPhysics
import BuildGraph
import Limits
import MuoneParameters
import NumericalMethods
import Reference

/// The masses at which the coupling that a measured Δa_μ favours is not excluded: the lower edge of the band, a number of
/// standard deviations below the central value, is below every limit.
public struct FavouredWindow: Computation {
    public var particles: ParticleInputs
    public var measurement: Measurement
    public var sigmas: Double
    /// Each excludes couplings above its curve, within its own masses.
    public var limits: [Constraint]
    /// Smaller masses (GeV) are excluded whatever the coupling.
    public var smallestMass: Double
    /// Where windows are looked for, GeV. The window itself is found to rounding; an excluded stretch that is narrower than
    /// a step may be missed.
    public var masses: LogarithmicGrid

    public init(
        particles: ParticleInputs, measurement: Measurement, sigmas: Double, limits: [Constraint],
        smallestMass: Double, masses: LogarithmicGrid
    ) {
        self.particles = particles
        self.measurement = measurement
        self.sigmas = sigmas
        self.limits = limits
        self.smallestMass = smallestMass
        self.masses = masses
    }

    /// An unbroken range of masses, GeV, and what closes it.
    public struct Window: Codable, Hashable, Sendable {
        public var lower: Estimate
        public var upper: Estimate
        /// The constraint's name; nil where the smallest mass or the end of the search closes the window.
        public var closedBelowBy: String?
        public var closedAboveBy: String?
        /// The same as the figures name it, TeX.
        public var closedBelowLabel: String?
        public var closedAboveLabel: String?
    }

    /// Ascending. Empty where the band reaches down to zero, as nothing is favoured then, and where all is excluded.
    ///
    /// - Parameter supplied: the tables of a reader, which exclude as ``limits`` do.
    public func compute(_ supplied: [DrawnLimit]) throws -> [Window] {
        let deviation = measurement.shifted(bySigmas: -sigmas)
        guard deviation > 0 else { return [] }
        let exclusion = Exclusion(
            particles: particles, deviation: deviation,
            limits: try (limits + supplied.map(\.constraint).filter { $0.role == .limit }).map {
                (Culprit(name: $0.name, label: $0.label), try $0.evaluator(inputs: particles))
            })
        let grid = [max(smallestMass, masses.lower)] + masses.points.filter { $0 > max(smallestMass, masses.lower) }
        var windows: [Window] = []
        var start: Edge?
        var last: Double?
        for mass in grid {
            let isOpen = try exclusion.culprit(mass) == nil
            if isOpen, start == nil {
                start =
                    try last.map { try exclusion.edge(excluded: $0, open: mass) }
                    ?? Edge(mass: .exact(mass), culprit: nil)
            } else if !isOpen, let opened = start, let last {
                let end = try exclusion.edge(excluded: mass, open: last)
                windows.append(Window(opened, end))
                start = nil
            }
            last = mass
        }
        if let start, let last { windows.append(Window(start, Edge(mass: .exact(last), culprit: nil))) }
        return windows
    }

    struct Edge {
        var mass: Estimate
        var culprit: Culprit?
    }

    struct Culprit {
        var name: String
        var label: String
    }

    private struct Exclusion {
        var particles: ParticleInputs
        var deviation: Double
        var limits: [(culprit: Culprit, evaluator: LimitEvaluator)]

        /// A limit below the band's edge at `mass`.
        func culprit(_ mass: Double) throws -> Culprit? {
            try limits.first { limit in try gap(limit.evaluator, mass).map { $0.value <= 0 } ?? false }?.culprit
        }

        /// How far a limit lies above the band's edge at `mass`; nil where it says nothing.
        private func gap(_ limit: LimitEvaluator, _ mass: Double) throws -> Estimate? {
            guard let bound = try limit.coupling(atMass: mass) else { return nil }
            return bound - (try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: particles))
        }

        /// Whether the numerical errors leave no doubt on which side `mass` is.
        private func isCertain(_ mass: Double, excluded: Bool) throws -> Bool {
            let gaps = try limits.compactMap { try gap($0.evaluator, mass) }
            return excluded ? gaps.contains { $0.value < -$0.error } : gaps.allSatisfy { $0.value > $0.error }
        }

        /// The boundary between two masses by bisection, which limits that start or end between them do not disturb.
        func edge(excluded: Double, open: Double) throws -> Edge {
            let ends = (excluded: excluded, open: open)
            var excluded = excluded
            var open = open
            var name = try culprit(excluded)
            while true {
                let middle = 0.5 * (excluded + open)
                guard middle > min(excluded, open), middle < max(excluded, open) else { break }
                if let found = try culprit(middle) {
                    excluded = middle
                    name = found
                } else {
                    open = middle
                }
            }
            return Edge(mass: try certified(excluded, open, towards: ends), culprit: name)
        }

        /// The end of an open stretch with an error beyond which both sides are certain. The ends that were searched
        /// between are so by assumption.
        private func certified(
            _ excluded: Double, _ open: Double, towards ends: (excluded: Double, open: Double)
        ) throws -> Estimate {
            var width = max((open - excluded).magnitude, open * 0x1p-50)
            let sign = ends.open > ends.excluded ? 1.0 : -1.0
            while true {
                let (out, inside) = (open - sign * width, open + sign * width)
                let isOutCertain = try sign * (out - ends.excluded) <= 0 || isCertain(out, excluded: true)
                let isInsideCertain = try sign * (ends.open - inside) <= 0 || isCertain(inside, excluded: false)
                if isOutCertain && isInsideCertain { return .converged(open, coarse: open - width) }
                width *= 2
            }
        }
    }
}

extension FavouredWindow.Window {
    init(_ lower: FavouredWindow.Edge, _ upper: FavouredWindow.Edge) {
        self.init(
            lower: lower.mass, upper: upper.mass,
            closedBelowBy: lower.culprit?.name, closedAboveBy: upper.culprit?.name,
            closedBelowLabel: lower.culprit?.label, closedAboveLabel: upper.culprit?.label)
    }
}
