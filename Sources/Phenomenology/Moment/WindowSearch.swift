import BosonPhysics
import LimitModel
import NumericalMethods
import Reference

/// An unbroken range of masses, GeV, at which a limit excludes the band's lower edge: the last masses before and behind it
/// that are open.
package struct LostMasses: Codable, Hashable, Sendable {
    package var lower: Estimate
    /// Whether the search starts in it.
    package var fromStart: Bool
    /// Nil where it goes on to the end of the search.
    package var upper: Estimate?
}

/// Where a window of the favoured masses is looked for.
package struct WindowSearch: Codable, Hashable, Sendable {
    package var measurement: Measurement
    package var sigmas: Double
    /// Smaller masses (GeV) are excluded whatever the coupling.
    package var smallestMass: Double
    /// Where windows are looked for, GeV. The window itself is found to rounding; an excluded stretch that is narrower than
    /// a step may be missed.
    package var masses: LogarithmicGrid

    package init(
        measurement: Measurement, sigmas: Double, smallestMass: Double,
        masses: LogarithmicGrid
    ) {
        self.measurement = measurement
        self.sigmas = sigmas
        self.smallestMass = smallestMass
        self.masses = masses
    }

    /// Of the band's lower edge.
    package var deviation: Double { measurement.shifted(bySigmas: -sigmas) }
    package var start: Double { max(smallestMass, masses.lower) }

    /// The masses at which a bound excludes all couplings that are favoured, or those of them that closed regions leave.
    package func lost<B: Bound>(
        to bound: B, beside regions: [LimitSegment] = [], _ inputs: ParticleInputs
    ) throws -> [LostMasses] {
        guard deviation > 0 else { return [] }
        let gap = Gap(
            limit: try bound.evaluator(inputs: inputs),
            regions: regions.isEmpty ? nil : TabulatedBound(pieces: regions).ranges, deviation: deviation,
            largest: measurement.shifted(bySigmas: sigmas), inputs: inputs)
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
        /// What closed regions exclude, by the mass.
        var regions: (@Sendable (Double) -> [ExcludedCouplings])?
        var deviation: Double
        /// The deviation at the band's upper edge.
        var largest: Double
        var inputs: ParticleInputs

        /// How far the limit lies above the smallest favoured coupling that closed regions leave at `mass`; nil where it says
        /// nothing. A limit with a region there also says how much of the band is left above all regions.
        private func callAsFunction(_ mass: Double) throws -> Estimate? {
            let ranges = try limit.excludedCouplings(atMass: mass)
            let bound = ranges.limit
            guard let regions else {
                return try bound.map {
                    $0 - (try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: inputs))
                }
            }
            guard !ranges.isEmpty else { return nil }
            let lowest = try MuonMagneticMoment.coupling(mass: mass, deviation: deviation, inputs: inputs)
            let left = regions(mass).reduce(lowest) { left, range in
                guard let upper = range.upper, range.lower.value <= left.value, upper.value > left.value else {
                    return left
                }
                return upper
            }
            let top = try MuonMagneticMoment.coupling(mass: mass, deviation: largest, inputs: inputs)
            let takesPart = ranges.contains { range in
                range.upper.map { $0.value >= lowest.value } ?? false && range.lower.value <= top.value
            }
            return [bound.map { $0 - left }, takesPart ? top - left : nil].compactMap(\.self)
                .min { $0.value < $1.value }
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
package struct LostMassesQuestion: JointQuestion {
    var searches: [String: WindowSearch]

    package init(searches: [String: WindowSearch]) { self.searches = searches }

    package func answer<B: Bound>(
        _ bound: B, beside regions: [LimitSegment], _ inputs: ParticleInputs
    ) throws -> [String: [LostMasses]] {
        try searches.mapValues { try $0.lost(to: bound, beside: regions, inputs) }
    }
}
