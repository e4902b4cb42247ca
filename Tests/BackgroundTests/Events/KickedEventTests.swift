import DetectorPhysics
import KickPhysics
import NumericalMethods
import Reference
import SearchPhysics
import SignalPhysics
import Testing

@Suite("Unweighted kicked events")
struct KickedEventTests {
    private let settings = KickSettings(
        elastic: ElasticScattering(), position: .both, isIncoherent: true, cuts: .published)

    @Test("are the same whatever parts a sample is made in, and lie within the cuts")
    func shards() throws {
        let whole = try KickedEventSample(settings: settings, count: 60).compute(())
        let part = try KickedEventSample(settings: settings, first: 20, count: 40).compute(())
        #expect((20..<60).allSatisfy { whole[$0] == part[$0 - 20] })
        #expect((0..<60).allSatisfy { whole[$0].muonAngle > 1.5e-3 && whole[$0].electronEnergy < 25 })
    }

    @Test("are counted below ratios of angles as often as weighted ones are summed, and are as acoplanar as is known")
    func shares() throws {
        let parts = [
            EventSelection(.published, maximumRatio: 0.9), EventSelection(.published, minimumAcoplanarity: 0.3),
        ]
        let coherent = KickSettings(
            elastic: ElasticScattering(), position: .after, isIncoherent: false, cuts: .published)
        let count = CountEvents(
            particles: .standard, beamEnergy: 150, whole: EventSelection(.published), parts: parts)
        let incoherentShares = try count.compute(KickedEventSample(settings: settings, count: 20_000).compute(()))
            .shares()
        let all = try KickSurvivors(settings: settings, points: 4096).compute(())
        let kept = try KickSurvivors(settings: settings, ratioMaximum: 0.9, points: 4096).compute(())
        let expected = kept.value / all.value
        #expect(abs(incoherentShares[0].value - expected) < 4 * incoherentShares[0].error + 0.05 * expected)
        // Of an independent program, for kicks after the vertex by whole nuclei.
        let shares = try count.compute(KickedEventSample(settings: coherent, count: 20_000).compute(())).shares()
        #expect(abs(shares[1].value - 0.43) < 0.005 + 4 * shares[1].error)
    }

    @Test("have the cross section of the events with weights, and their shares")
    func weighted() throws {
        let narrow = EventSelection(SelectionCuts(minimumMuonAngle: 2e-3))
        let count = CountEvents(
            particles: .standard, beamEnergy: 150, whole: EventSelection(.published), parts: [narrow])
        let plain = try KickedEventSample(settings: settings, count: 20_000).compute(())
        let weighted = try KickedEventSample(settings: settings, count: 100_000, isWeighted: true).compute(())
        #expect(weighted.trials == 100_000)
        let crossSection = weighted.volume * weighted.weights.reduce(0, +) / 100_000
        let surplus = plain.weights.reduce(0, +) - Double(plain.weights.count)
        let found = plain.volume * (Double(plain.count) + surplus) / Double(plain.trials)
        #expect(abs(found / crossSection - 1) < 0.1)
        let (first, second) = (try count.compute(plain).shares()[0], try count.compute(weighted).shares()[0])
        #expect(abs(first.value - second.value) < 4 * (first.error + second.error))
    }
}
