import Computing
import Kinematics
import NumericalMethods
import Reference

/// Counts the events of one part of a sample that are in a whole, and in parts of it.
package struct CountEvents: Computation {
    package var particles: ParticleInputs
    /// GeV.
    package var beamEnergy: Double
    package var whole: EventSelection
    package var parts: [EventSelection]

    package init(
        particles: ParticleInputs, beamEnergy: Double, whole: EventSelection, parts: [EventSelection]
    ) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.whole = whole
        self.parts = parts
    }

    package func compute(_ sample: EventSample) throws -> EventTally {
        let elastic = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        var tally = EventTally(parts: parts.count)
        tally.add(sample) { event, part in
            (part < 0 ? whole : parts[part]).share(of: event, elastic)
        }
        return tally
    }
}

/// An efficiency counted in a sample of events, beside the same from an integral or another program's sample.
package struct CheckedEfficiency: Codable, Hashable, Sendable {
    package var name: String
    package var counted: Estimate
    package var computed: Estimate

    /// The difference in standard errors of the two; zero where neither has one and they agree.
    package var pull: Double {
        let difference = counted.value - computed.value
        let error = (counted.error * counted.error + computed.error * computed.error).squareRoot()
        return difference == 0 ? 0 : difference / error
    }
}

/// The shares of all parts of a sample beside what they should be, in the order of the names.
package struct CheckEfficiencies: Computation {
    package var names: [String]

    package init(names: [String]) { self.names = names }

    /// - Parameter input: the counts of the sample's parts, and the values computed otherwise.
    package func compute(_ input: ([EventTally], [Estimate])) throws -> [CheckedEfficiency] {
        let (tallies, computed) = input
        guard let tally = EventTally(joining: tallies) else { throw EventError.noSelection }
        let shares = try tally.shares()
        guard shares.count == names.count, computed.count == names.count else {
            throw NumericalError.invalidArgument(
                "\(names.count) names stand beside \(shares.count) counted and \(computed.count) computed shares: give one of each"
            )
        }
        return names.indices.map {
            CheckedEfficiency(name: names[$0], counted: shares[$0], computed: computed[$0])
        }
    }
}
