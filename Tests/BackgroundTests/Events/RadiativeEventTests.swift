import NumericalMethods
import RadiativePhysics
import Reference
import SearchPhysics
import SignalPhysics
import Testing

@Suite("Unweighted radiative events")
struct RadiativeEventTests {
    @Test("are the same whatever parts a sample is made in")
    func shards() throws {
        let whole = try RadiativeEventSample(count: 60).compute(())
        let part = try RadiativeEventSample(first: 20, count: 40).compute(())
        #expect((20..<60).allSatisfy { whole[$0] == part[$0 - 20] })
    }

    @Test("have the cross section, and the angles between electron and photon, of an independent program")
    func shares() throws {
        let sample = try RadiativeEventSample(count: 100_000).compute(())
        let surplus = sample.weights.reduce(0, +) - Double(sample.weights.count)
        let found = sample.volume * (Double(sample.count) + surplus) / Double(sample.trials)
        #expect(abs(found / 3.785e7 - 1) < 1e-3 + 4 * ((1 - sample.efficiency) / Double(sample.count)).squareRoot())
        let count = CountEvents(
            particles: .standard, beamEnergy: 150, whole: EventSelection(.published),
            parts: [
                EventSelection(.published, maximumSeparation: 2e-4),
                EventSelection(.published, maximumSeparation: 1e-3),
                EventSelection(.published, minimumEmittedEnergy: 60),
            ])
        let shares = try count.compute(sample).shares()
        // The last one from the events above 60 GeV, 2.463e8 of 5.677e8.
        for (share, expected) in zip(shares, [0.1739, 0.3672, 0.4338]) {
            #expect(abs(share.value - expected) < 1e-3 + 3 * share.error)
        }
    }
}
