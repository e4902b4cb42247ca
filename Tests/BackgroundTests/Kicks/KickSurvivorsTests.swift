import DetectorPhysics
import KickPhysics
import NumericalMethods
import SignalPhysics
import Testing

@Suite("Kicked events, as measured")
struct KickSurvivorsTests {
    let elastic = ElasticScattering()

    func survivors(
        _ position: KickPosition, ratio: Double? = nil, incoherent: Bool = false,
        detector: DetectorModel = DetectorModel(),
        cuts: SelectionCuts = .published, points: Int = 8192
    ) throws -> Estimate {
        try KickSurvivors(
            settings: KickSettings(
                elastic: elastic, position: position, detector: detector, isIncoherent: incoherent, cuts: cuts),
            ratioMaximum: ratio, points: points
        ).compute(())
    }

    @Test(
        "with a perfect detector are those of one nucleus and a per cent, as many scatters find in an independent program"
    )
    func convolution() throws {
        let exact = DetectorModel(energyResolution: EnergyResolution(constant: 0), angularResolution: 0)
        let found = try survivors(.after, detector: exact)
        #expect(abs(found.value - 2.865e6) < 4 * found.error + 15e3)
        let single = try KickEvents(elastic: elastic, position: .after, cuts: .published).compute(())
        #expect(abs(found.value / single.value - 1) < 0.02)
    }

    @Test(
        "are as many as an independent program finds",
        arguments: [
            (KickPosition.after, Double?.none, false, 2.94e6, 0.02), (.before, nil, false, 2.12e6, 0.02),
            (.both, nil, true, 1.385e7, 0.01), (.both, 0.9, true, 1.36e6, 0.02), (.both, 0.8, true, 8.73e4, 0.006),
            (.both, 0.7, true, 1.55e4, 0.02), (.after, 0.7, false, 590, 0.1), (.before, 0.7, false, 462, 0.02),
        ] as [(KickPosition, Double?, Bool, Double, Double)])
    func reference(position: KickPosition, ratio: Double?, incoherent: Bool, expected: Double, error: Double) throws {
        let found = try survivors(position, ratio: ratio, incoherent: incoherent)
        #expect(abs(found.value - expected) < 4 * found.error + error * expected)
        #expect(found.relativeError < 0.1)
    }

    @Test("of tighter cuts are as many as an independent program finds")
    func example() throws {
        let cuts = SelectionCuts(minimumMuonAngle: 2e-3, minimumElectronEnergy: 1, maximumElectronEnergy: 15)
        let found = try survivors(.both, ratio: 0.6, incoherent: true, cuts: cuts)
        #expect(abs(found.value - 1670) < 4 * found.error + 50)
    }

    @Test("do not depend on what the electrons are aimed at")
    func aim() throws {
        let settings = KickSettings(elastic: elastic, position: .before, isIncoherent: true, cuts: .published)
        let found = try [nil, 0.6, 0.9].map { aim in
            let sampler = try KickedSampler(settings, side: .before, ratioMaximum: aim)
            return try sampler.sums(1, points: 8192, name: "aim \(aim ?? 0)") { event, sums in
                if event.measured.ratio(sampler.kinematics) < 0.9 { sums[0] += event.weight }
            }[0]
        }
        for other in found.dropFirst() {
            #expect(abs(found[0].value - other.value) < 4 * (found[0].error + other.error))
        }
    }

    @Test("are fewer, the tighter the cut on the electron's angle")
    func monotony() throws {
        let numbers = try [0.6, 0.7, 0.8, 0.9, 1.5].map { try survivors(.both, ratio: $0, points: 4096).value }
        #expect(numbers == numbers.sorted())
    }

    @Test("are acoplanar in 43 % of all cases, whatever the veto hopes")
    func acoplanarity() throws {
        let settings = KickSettings(elastic: elastic, position: .after, cuts: .published)
        let found = try #require(try KickedAcoplanarity(settings: settings, minimum: 0.3).compute(()))
        #expect(abs(found.value - 0.43) < 0.02)
    }

    @Test("fill bins that add up")
    func bins() throws {
        let settings = KickSettings(elastic: elastic, position: .after, cuts: .published)
        let edges = [1, 2, 5, 10, 25.0]
        let spectrum = try KickedSpectrum(settings: settings, energyEdges: edges, points: 8192).compute(())
        let plane = try KickedPlane(settings: settings, energyEdges: edges, angleEdges: [0, 0.01, 1], points: 8192)
            .compute(())
        let all = try survivors(.after)
        for sum in [spectrum.sum(), plane.events.flatMap(\.self).sum()] {
            #expect(abs(sum.value - all.value) < 4 * (sum.error + all.error))
        }
    }

    @Test("are none where nothing scatters and nothing is smeared, or without a cut to be kicked over")
    func none() throws {
        let nothing = DetectorModel(angularResolution: 0, targetThickness: 0)
        #expect(try survivors(.both, detector: nothing).value == 0)
        #expect(try survivors(.both, cuts: .none).value == 0)
    }

    @Test("are an error for a detector, a ratio and cuts that there are not")
    func wildInput() {
        #expect(throws: ScatteringError.self) {
            try survivors(.both, detector: DetectorModel(energyResolution: EnergyResolution(constant: -0.1)))
        }
        #expect(throws: ScatteringError.self) { try survivors(.both, detector: DetectorModel(angularResolution: .nan)) }
        #expect(throws: ScatteringError.self) { try survivors(.both, detector: DetectorModel(targetThickness: -1)) }
        #expect(throws: KickError.self) { try survivors(.both, ratio: 0) }
        #expect(throws: KickError.self) { try survivors(.both, cuts: .angleOnly) }
        #expect(throws: SignalError.self) { try survivors(.both, cuts: SelectionCuts(minimumMuonAngle: -1)) }
    }

    @Test("come out the same again")
    func deterministic() throws {
        #expect(try survivors(.both, ratio: 0.8, points: 4096) == survivors(.both, ratio: 0.8, points: 4096))
    }
}
