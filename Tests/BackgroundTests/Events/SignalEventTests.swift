import DetectorPhysics
import Kinematics
import NumericalMethods
import Reference
import SearchPhysics
import SignalPhysics
import Testing

@Suite("Unweighted signal events")
struct SignalEventTests {
    private func point(_ mass: Double) -> SignalPoint {
        SignalPoint(particles: .standard, beamEnergy: 150, benchmark: Benchmark(mass: mass, coupling: 1e-3))
    }

    private func sample(
        _ mass: Double, _ region: SelectionCuts = .published, detector: DetectorModel? = nil, first: Int = 0,
        count: Int
    ) throws -> EventSample {
        try SignalEventSample(
            point: point(mass), region: region, detector: detector, first: first, count: count
        ).compute(())
    }

    @Test("are the same whatever parts a sample is made in")
    func shards() throws {
        let whole = try sample(0.1, count: 300)
        let parts = [try sample(0.1, count: 120), try sample(0.1, first: 120, count: 180)]
        #expect((0..<300).allSatisfy { whole[$0] == ($0 < 120 ? parts[0][$0] : parts[1][$0 - 120]) })
        #expect(whole.trials == parts[0].trials + parts[1].trials)
        #expect(whole[0] != whole[1])
    }

    @Test("are others for another seed")
    func seeds() throws {
        let other = try SignalEventSample(point: point(0.1), region: .published, seed: 2, count: 10).compute(())
        #expect(try other[3] != sample(0.1, count: 10)[3])
    }

    @Test("are accepted more often than not, and have the cross section of their region", arguments: [0.01, 0.1, 0.2])
    func efficiency(mass: Double) throws {
        let sample = try sample(mass, count: 50_000)
        #expect(sample.efficiency > 0.5)
        #expect(sample.overweights.count < sample.count / 200)
        let surplus = sample.weights.reduce(0, +) - Double(sample.weights.count)
        let found = sample.volume * (Double(sample.count) + surplus) / Double(sample.trials)
        let expected = try point(mass).production.crossSection(.published, relativeTolerance: 1e-4).value
        #expect(abs(found / expected - 1) < 4 * ((1 - sample.efficiency) / Double(sample.count)).squareRoot())
    }

    @Test("keep all of a weight above what was foreseen")
    func overweights() throws {
        let sample = try sample(0.01, .angleOnly, count: 20_000)
        #expect(!sample.overweights.isEmpty)
        #expect(sample.weights.allSatisfy { $0 > 1 })
        var seen = 0
        sample.visit { _, weight in seen += weight > 1 ? 1 : 0 }
        #expect(seen == sample.overweights.count)
    }

    @Test("give the efficiencies that integrals give", arguments: [0.01, 0.1])
    func efficiencies(mass: Double) throws {
        let point = point(mass)
        var near = SelectionCuts.published
        near.maximumElectronAngle = 0.01
        let narrow = SelectionCuts(minimumMuonAngle: 3e-3, minimumElectronEnergy: 2, maximumElectronEnergy: 8)
        let square = EventSelection.Square(side: 0.14, distance: 20)
        let count = CountEvents(
            particles: .standard, beamEnergy: 150, whole: EventSelection(.published),
            parts: [EventSelection(near), EventSelection(narrow), EventSelection(.published, square: square)])
        let whole = try point.production.crossSection(.published, relativeTolerance: 1e-4)
        let computed = [
            try point.production.crossSection(near, relativeTolerance: 1e-4) / whole,
            try point.production.crossSection(narrow, relativeTolerance: 1e-4) / whole,
            try #require(
                try ElectronAcceptance(
                    point: point, cuts: .published, side: square.side, distance: square.distance
                ).compute(())),
        ]
        let tallies = try [0, 50_000].map { try count.compute(sample(mass, first: $0, count: 50_000)) }
        let checked = try CheckEfficiencies(names: ["near", "narrow", "square"]).compute((tallies, computed))
        #expect(checked.map(\.name) == ["near", "narrow", "square"])
        for efficiency in checked {
            #expect(abs(efficiency.pull) < 4, "\(efficiency)")
            #expect(efficiency.counted.error < 2e-3)
        }
    }

    @Test(
        "keep the share below a ratio of angles that an independent program found, as measured",
        arguments: [(0.01, 0.8, 0.707), (0.01, 0.7, 0.452), (0.1, 0.8, 0.957), (0.1, 0.7, 0.720)])
    func ratios(mass: Double, ratio: Double, expected: Double) throws {
        let wide = SelectionCuts(minimumMuonAngle: 1.35e-3, minimumElectronEnergy: 0.7, maximumElectronEnergy: 36)
        let count = CountEvents(
            particles: .standard, beamEnergy: 150, whole: EventSelection(.published),
            parts: [EventSelection(.published, maximumRatio: ratio)])
        let share = try count.compute(sample(mass, wide, detector: DetectorModel(), count: 100_000)).shares()[0]
        #expect(abs(share.value - expected) < 1e-3 + 3 * share.error)
    }

    @Test("give, as measured, the efficiencies of vetoes that weighted events give")
    func vetoes() throws {
        let wide = SelectionCuts(minimumMuonAngle: 1.35e-3, minimumElectronEnergy: 0.7, maximumElectronEnergy: 40)
        let measured = MeasuredSignal(point: point(0.05), detector: DetectorModel(), cuts: .published)
        let computed = [
            try VetoEfficiency(signal: measured, ratioMaximum: 0.75, points: 4096).compute(()),
            try AcoplanarityEfficiency(signal: measured, minimum: 0.3, points: 4096).compute(()),
        ]
        let count = CountEvents(
            particles: .standard, beamEnergy: 150, whole: EventSelection(.published),
            parts: [
                EventSelection(.published, maximumRatio: 0.75), EventSelection(.published, minimumAcoplanarity: 0.3),
            ])
        let tally = try count.compute(sample(0.05, wide, detector: DetectorModel(), count: 100_000))
        let checked = try CheckEfficiencies(names: ["ratio", "acoplanarity"]).compute(([tally], computed))
        for efficiency in checked { #expect(abs(efficiency.pull) < 4, "\(efficiency)") }
    }

    @Test("do not come out of a region without phase space")
    func closed() throws {
        #expect(throws: EventError.noPhaseSpace) { try sample(0.28, count: 1) }
        #expect(throws: EventError.self) { try sample(0.1, count: -1) }
    }
}
