import BosonPhysics
import BuildGraph
import CosmologyPhysics
import LimitModel
import MuoneParameters
import NumericalMethods
import Reference

/// The masses at which the coupling that a measured Δa_μ favours is not excluded: the lower edge of the band, a number of
/// standard deviations below the central value, is below every limit.
///
/// Joins what each limit takes alone (``LostMassesQuestion``).
public struct FavouredWindow: Computation {
    public var search: WindowSearch
    /// The search's among those that the limits were asked about.
    public var name: String

    public init(_ search: WindowSearch, name: String) {
        self.search = search
        self.name = name
    }

    /// An unbroken range of masses, GeV, and what closes it.
    public struct Window: Codable, Hashable, Sendable {
        public var lower: Estimate
        public var upper: Estimate
        /// The limit's name; nil where the smallest mass or the end of the search closes the window.
        public var closedBelowBy: String?
        public var closedAboveBy: String?
        /// The same as the figures name it, TeX.
        public var closedBelowLabel: String?
        public var closedAboveLabel: String?
    }

    /// Ascending. Empty where the band reaches down to zero, as nothing is favoured then, and where all is excluded.
    ///
    /// - Throws: ``NotAsked`` where a limit was not asked about the search.
    public func compute(_ limits: [Described<[String: [LostMasses]]>]) throws -> [Window] {
        guard search.deviation > 0 else { return [] }
        var lost: [(facts: LimitFacts, masses: LostMasses)] = []
        for limit in limits where limit.declaration.excludes {
            guard let own = limit.value[name] else { throw NotAsked(limit: limit.name, search: name) }
            lost += own.map { (limit.facts, $0) }
        }
        lost.sort { $0.masses.lower.value < $1.masses.lower.value }
        var windows: [Window] = []
        // Where the part that is not lost so far begins, and what ends there; nil where all up to the end is lost.
        var open: (edge: Estimate, by: LimitFacts?)? = (.exact(search.start), nil)
        for (facts, masses) in lost {
            guard let begin = open else { break }
            if masses.lower.value > begin.edge.value || (masses.lower.value == begin.edge.value && !masses.fromStart) {
                windows.append(
                    Window(
                        lower: begin.edge, upper: masses.lower, closedBelowBy: begin.by?.name,
                        closedAboveBy: facts.name,
                        closedBelowLabel: begin.by?.label, closedAboveLabel: facts.label))
            }
            guard let end = masses.upper else {
                open = nil
                break
            }
            if end.value > begin.edge.value { open = (end, facts) }
        }
        if let open {
            windows.append(
                Window(
                    lower: open.edge, upper: .exact(search.masses.upper), closedBelowBy: open.by?.name,
                    closedBelowLabel: open.by?.label))
        }
        return windows
    }
}

struct NotAsked: Error, CustomStringConvertible {
    var limit: String
    var search: String

    var description: String { "\(limit) was not asked about '\(search)': this is an error of the program" }
}

/// An unbroken range of masses, GeV, at which a limit excludes the band's lower edge: the last masses before and behind it
/// that are open.
public struct LostMasses: Codable, Hashable, Sendable {
    public var lower: Estimate
    /// Whether the search starts in it.
    public var fromStart: Bool
    /// Nil where it goes on to the end of the search.
    public var upper: Estimate?
}

/// Where a window of the favoured masses is looked for.
public struct WindowSearch: Codable, Hashable, Sendable {
    public var measurement: Measurement
    public var sigmas: Double
    /// Smaller masses (GeV) are excluded whatever the coupling.
    public var smallestMass: Double
    /// Where windows are looked for, GeV. The window itself is found to rounding; an excluded stretch that is narrower than
    /// a step may be missed.
    public var masses: LogarithmicGrid

    public init(
        measurement: Measurement, sigmas: Double, smallestMass: Double = EffectiveNeutrinos.publishedMassBound,
        masses: LogarithmicGrid = LogarithmicGrid(lower: 1e-3, upper: 10, count: 401)
    ) {
        self.measurement = measurement
        self.sigmas = sigmas
        self.smallestMass = smallestMass
        self.masses = masses
    }

    /// Of the band's lower edge.
    var deviation: Double { measurement.shifted(bySigmas: -sigmas) }
    var start: Double { max(smallestMass, masses.lower) }

    /// The masses at which a bound excludes all couplings that are favoured.
    package func lost<B: Bound>(to bound: B, _ inputs: ParticleInputs) throws -> [LostMasses] {
        guard deviation > 0 else { return [] }
        let gap = Gap(limit: try bound.evaluator(inputs: inputs), deviation: deviation, inputs: inputs)
        var lost: [LostMasses] = []
        var last: (mass: Double, isLost: Bool)?
        for mass in [start] + masses.points.filter({ $0 > start }) {
            let isLost = try gap.isLost(mass)
            if isLost, last?.isLost != true {
                let lower = try last.map { try gap.edge(excluded: mass, open: $0.mass) } ?? .exact(mass)
                lost.append(LostMasses(lower: lower, fromStart: last == nil, upper: nil))
            } else if !isLost, let before = last, before.isLost, !lost.isEmpty {
                lost[lost.count - 1].upper = try gap.edge(excluded: before.mass, open: mass)
            }
            last = (mass, isLost)
        }
        return lost
    }

    private struct Gap {
        var limit: LimitEvaluator
        var deviation: Double
        var inputs: ParticleInputs

        /// How far the limit lies above the band's edge at `mass`; nil where it says nothing.
        private func callAsFunction(_ mass: Double) throws -> Estimate? {
            guard let bound = try limit.coupling(atMass: mass) else { return nil }
            return bound - (try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: inputs))
        }

        func isLost(_ mass: Double) throws -> Bool { try self(mass).map { $0.value <= 0 } ?? false }

        /// Whether the numerical errors leave no doubt on which side `mass` is.
        private func isCertain(_ mass: Double, excluded: Bool) throws -> Bool {
            guard let gap = try self(mass) else { return !excluded }
            return excluded ? gap.value < -gap.error : gap.value > gap.error
        }

        /// The boundary between two masses by bisection, from its open side.
        func edge(excluded: Double, open: Double) throws -> Estimate {
            let ends = (excluded: excluded, open: open)
            var (excluded, open) = (excluded, open)
            while true {
                let middle = 0.5 * (excluded + open)
                guard middle > min(excluded, open), middle < max(excluded, open) else { break }
                if try isLost(middle) { excluded = middle } else { open = middle }
            }
            return try certified(excluded, open, towards: ends)
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

/// The masses at which a limit excludes all couplings that the magnetic moment favours, for several searches by name.
package struct LostMassesQuestion: LimitQuestion {
    var searches: [String: WindowSearch]

    package func answer<B: Bound>(_ bound: B, _ inputs: ParticleInputs) throws -> [String: [LostMasses]] {
        try searches.mapValues { try $0.lost(to: bound, inputs) }
    }
}
