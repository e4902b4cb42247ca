import BuildGraph
import MomentPhysics
import MuoneParameters
import NumericalMethods

/// The share of the photons that a veto may miss for as many background as signal events, over the boson's mass.
struct NeededVeto {
    /// At the coupling of the heavy benchmark.
    let equal: Node<Curve>
    /// At the couplings that the magnetic moment favours; nil where it favours none.
    let favoured: Node<FavouredInefficiency?>

    init(
        separated: Node<Estimate>, reach: Node<Curve>, band: Node<MagneticMomentBand.Band?>, _ p: PaperParameters
    ) {
        let setup = Setup(requiredEvents: p.requiredEvents, coupling: p.heavy.coupling)
        equal = Node("backgrounds/veto/equal", from: reach, separated, parameters: setup) { setup, reach, separated in
            reach.mapY { setup.events(at: setup.coupling, reach: $0) / separated }
        }
        favoured = Node("backgrounds/veto/favoured", from: reach, separated, band, parameters: setup) {
            setup, reach, separated, band in
            guard let band, !band.isUpperLimit else { return nil }
            var found = FavouredInefficiency(masses: [], lower: [], upper: [], error: [])
            for index in band.masses.indices {
                guard let own = reach.interpolated(at: band.masses[index]) else { continue }
                let ends = [band.lower[index], band.upper[index]].map { setup.events(at: $0, reach: own) / separated }
                found.masses.append(band.masses[index])
                found.lower.append(ends[0].value)
                found.upper.append(ends[1].value)
                found.error.append(ends[1].error)
            }
            return found.masses.isEmpty ? nil : found
        }
    }

    private struct Setup: Codable, Sendable {
        var requiredEvents: Double
        var coupling: Double

        /// Signal events at a coupling, from the coupling that gives the required ones.
        func events(at coupling: Double, reach: Estimate) -> Estimate {
            let ratio = coupling / reach
            return ratio * ratio * requiredEvents
        }
    }
}
