import BuildGraph
import CosmologyPhysics
import LimitModel
import MomentPhysics
import NumericalMethods
import Reference

/// The masses at which the coupling that a measured Δa_μ favours is not excluded: the lower edge of the band, a number of
/// standard deviations below the central value, is below every limit.
///
/// Joins what each limit takes alone (``LostMassesQuestion``).
package struct FavouredWindow: Computation {
    package var search: WindowSearch
    /// The search's among those that the limits were asked about.
    package var name: String

    package init(_ search: WindowSearch, name: String) {
        self.search = search
        self.name = name
    }

    /// An unbroken range of masses, GeV, and what closes it.
    package struct Window: Codable, Hashable, Sendable {
        package var lower: Estimate
        package var upper: Estimate
        /// The limit's name; nil where the smallest mass or the end of the search closes the window.
        package var closedBelowBy: String?
        package var closedAboveBy: String?
        /// The same as the figures name it, TeX.
        package var closedBelowLabel: String?
        package var closedAboveLabel: String?
    }

    /// Ascending. Empty where the band reaches down to zero, as nothing is favoured then, and where all is excluded.
    ///
    /// - Throws: ``NotAsked`` where a limit was not asked about the search.
    package func compute(_ limits: [Described<[String: [LostMasses]]>]) throws -> [Window] {
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

package struct NotAsked: Error, CustomStringConvertible {
    package var limit: String
    package var search: String

    package var description: String { "\(limit) was not asked about '\(search)': this is an error of the program" }
}

extension WindowSearch {
    /// From the masses that light elements exclude, up to 10 GeV.
    package init(measurement: Measurement, sigmas: Double) {
        self.init(
            measurement: measurement, sigmas: sigmas, smallestMass: EffectiveNeutrinos.publishedMassBound,
            masses: LogarithmicGrid(lower: 1e-3, upper: 10, count: 401))
    }
}
