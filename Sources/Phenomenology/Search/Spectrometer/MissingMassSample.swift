import Kinematics
import NumericalMethods
import Reference
import SignalPhysics

/// Measured missing masses of signal events in replicas: each a randomised quasi-Monte Carlo sample of phase space, with random
/// measurements. The same arguments give the same sample, and neighbouring masses nearly the same events.
package struct MissingMassSample: Sendable {
    /// One event.
    package struct Entry: Sendable {
        /// m²_meas − m², GeV².
        package var deviation: Double
        /// fb, divided by the number of points of its replica.
        package var weight: Double

        package init(deviation: Double, weight: Double) {
            self.deviation = deviation
            self.weight = weight
        }
    }

    /// The events of each replica.
    package let replicas: [[Entry]]

    /// - Throws: for input outside of the domain, and where the cuts leave no signal.
    package init(
        _ production: ZPrimeProduction, cuts: SelectionCuts, spectrometer: MuonSpectrometer, points: Int,
        replicas count: Int, name: String = "MissingMassSample"
    ) throws {
        try spectrometer.validate()
        let sampler = try SignalSampler(production, region: cuts)
        guard sampler.hasPhaseSpace else { throw SpectrometerError.noSignal(mass: production.mass) }
        let emission = production.emission
        let beam = FourVector(energy: production.beamEnergy, x: 0, y: 0, z: emission.beamMomentum)
        let truth = production.mass * production.mass
        let dimensions = SignalSampler.dimensions
        let sequence = KroneckerSequence(dimensions: dimensions)
        let shiftStream = RandomStream(name + " shifts")
        let stream = RandomStream(name)
        replicas = (0..<count).map { replica in
            let shifts = (0..<dimensions).map { shiftStream.bits(at: UInt64(replica * dimensions + $0)) }
            var entries: [Entry] = []
            entries.reserveCapacity(points)
            for index in 0..<points {
                let event = sampler.event(
                    sequence.coordinate(0, ofPoint: index, shift: shifts[0]),
                    sequence.coordinate(1, ofPoint: index, shift: shifts[1]),
                    sequence.coordinate(2, ofPoint: index, shift: shifts[2]),
                    sequence.coordinate(3, ofPoint: index, shift: shifts[3]), azimuth: 0)
                guard event.weight > 0 else { continue }
                let draw = SpectrometerDraw(stream, replica * points + index)
                let deviation = spectrometer.deviation(
                    of: event, truth: truth, beam: beam, electronMass: emission.electronMass,
                    muonMass: emission.muonMass, random: draw)
                entries.append(Entry(deviation: deviation, weight: event.weight / Double(points)))
            }
            return entries
        }
    }

    /// The values at which shares of the weight lie below, of entries in any order; nil without any weight.
    package static func quantiles(_ shares: [Double], of entries: [Entry]) -> [Double]? {
        let sorted = entries.sorted { $0.deviation < $1.deviation }
        let total = sorted.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        var sum = 0.0
        var index = 0
        return shares.map { share in
            // An entry stands in the middle of its own weight.
            while index < sorted.count - 1, sum + 0.5 * sorted[index].weight < share * total {
                sum += sorted[index].weight
                index += 1
            }
            guard index > 0 else { return sorted[index].deviation }
            let before = sorted[index - 1]
            let here = sorted[index]
            let start = sum - 0.5 * before.weight
            let length = 0.5 * (before.weight + here.weight)
            let fraction = min(max((share * total - start) / length, 0), 1)
            return before.deviation + fraction * (here.deviation - before.deviation)
        }
    }

    /// Half of what the central 68 % span: between the quantiles 0.16 and 0.84.
    package static func halfWidth(of entries: [Entry]) -> Double? {
        quantiles([0.16, 0.84], of: entries).map { 0.5 * ($0[1] - $0[0]) }
    }
}
