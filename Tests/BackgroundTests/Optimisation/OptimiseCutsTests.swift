import DetectorPhysics
import KickPhysics
import NumericalMethods
import Reference
import SearchPhysics
import SignalPhysics
import Testing

@Suite("The best cuts")
struct OptimiseCutsTests {
    private static let scenario = SearchScenario(vetoInefficiency: 1e-6, isIncoherent: true)
    private static let benchmark = Benchmark(mass: 0.1, coupling: 1e-3)
    private static let scan = CutScan(
        muonAngles: [1.5e-3, 2e-3, 2.5e-3, 3e-3, 4e-3], energies: [1, 2, 4, 8, 15, 25],
        ratios: [0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1])

    private static let shared = Result { try tables(scan, points: 2048) }

    private static func tables(
        _ scan: CutScan, points: Int
    ) throws -> (SelectionTable, SelectionTable, SelectionTable, SelectionTable) {
        (
            try SignalTable(scenario: scenario, benchmark: benchmark, scan: scan, points: 1024).compute(()),
            try KickTable(scenario: scenario, scan: scan, points: points).compute(()),
            try PhotonTable(scenario: scenario, scan: scan, points: points).compute(()),
            try LeakTable(scenario: scenario, scan: scan).compute(())
        )
    }

    @Test("of a table are as good as an independent program found with a finer scan, and lie within it")
    func optimum() throws {
        let found = try OptimiseCuts(scenario: Self.scenario, benchmark: Self.benchmark).compute(Self.shared.get())
        #expect(abs(found.coupling / 4.4e-4 - 1) < 0.2)
        #expect(found.widestCoupling > 10 * found.coupling)
        #expect(found.edges.isEmpty)
        #expect(found.muonAngles.contains(found.cuts.minimumMuonAngle))
        #expect(found.upperEnergies.contains(found.cuts.maximumElectronEnergy))
        #expect(found.ratios.contains(found.cuts.maximumRatio ?? 0))
    }

    @Test("at an end of the scan are said to be, and refused where that is asked")
    func edges() throws {
        var scan = Self.scan
        scan.ratios = [0.6, 0.8, 1]
        let tables = try Self.tables(scan, points: 512)
        var optimise = OptimiseCuts(scenario: Self.scenario, benchmark: Self.benchmark)
        #expect(try optimise.compute(tables).edges.contains("ratio of angles"))
        optimise.refusesEdges = true
        #expect(throws: OptimisationError.self) { try optimise.compute(tables) }
    }

    @Test("cannot be found in tables of different scans, or without a signal")
    func bad() throws {
        let optimise = OptimiseCuts(scenario: Self.scenario, benchmark: Self.benchmark)
        let empty = SelectionTable.empty(Self.scan)
        var other = Self.scan
        other.ratios = [0.5, 1]
        #expect(throws: OptimisationError.gridsDiffer) {
            try optimise.compute((empty, .empty(other), empty, empty))
        }
        #expect(throws: OptimisationError.noSignal(mass: 0.1)) {
            try optimise.compute((empty, empty, empty, empty))
        }
        #expect(throws: OptimisationError.self) {
            var scan = Self.scan
            scan.energies = [2, 1]
            _ = try SignalTable(scenario: Self.scenario, benchmark: Self.benchmark, scan: scan).compute(())
        }
        #expect(throws: OptimisationError.vetoInefficiency(1.5)) {
            var scenario = Self.scenario
            scenario.vetoInefficiency = 1.5
            _ = try SignalTable(scenario: scenario, benchmark: Self.benchmark, scan: Self.scan).compute(())
        }
    }

    @Test("of a table count what weighted events give that pass them one by one")
    func table() throws {
        let (signal, kicks, photons, leak) = try Self.shared.get()
        let cuts = MeasuredCuts(
            minimumMuonAngle: 2e-3, minimumElectronEnergy: 2, maximumElectronEnergy: 15, maximumRatio: 0.6)
        let separated = try SeparatedPhotonEvents(scenario: Self.scenario, points: 2048).compute(cuts)
        let yields = try LimitWithCuts(scenario: Self.scenario, benchmark: Self.benchmark).compute((cuts, separated))
        let tabulated = (try #require(signal.value(cuts)), try #require(kicks.value(cuts)))
        #expect(abs(15 * tabulated.0 / yields.signal.value - 1) < 0.02)
        #expect(abs(15 * tabulated.1 / yields.kicked.value - 1) < 0.2)
        let tabulatedPhotons = try #require(photons.value(cuts))
        #expect(abs(15 * tabulatedPhotons / yields.photons.value - 1) < 0.05)
        let leaked = try #require(leak.value(cuts))
        #expect(abs(15 * leaked / yields.leaked.value - 1) < 1e-3)
    }
}

@Suite("The limit with given cuts")
struct LimitWithCutsTests {
    private let cuts = MeasuredCuts(
        minimumMuonAngle: 2e-3, minimumElectronEnergy: 1, maximumElectronEnergy: 15, maximumRatio: 0.6)

    @Test(
        "rests on as many events as an independent program found",
        arguments: [(0.01, 432.0), (0.1, 348), (0.2, 93.9)])
    func example(mass: Double, signal: Double) throws {
        let yields = try LimitWithCuts(
            scenario: SearchScenario(vetoInefficiency: 1e-6), benchmark: Benchmark(mass: mass, coupling: 1e-3)
        ).compute((cuts, .exact(6.39e7)))
        #expect(abs(yields.signal.value / signal - 1) < 0.006)
        #expect(yields.signal.error < 0.003 * signal)
        // ± 50 there.
        #expect(abs(yields.kicked.value - 1.67e3) < 100 + 3 * yields.kicked.error)
        #expect(yields.background.value > yields.kicked.value + 63.8)
        let limit = try CountingExperiment(background: yields.background.value, uncertainty: 0.05).upperLimit()
        let coupling = try #require(yields.coupling)
        #expect(abs(coupling.value / (1e-3 * (limit.value / yields.signal.value).squareRoot()) - 1) < 1e-9)
        #expect(coupling.error < 0.02 * coupling.value)
    }

    @Test("counts as many separated photons as an independent program found")
    func photons() throws {
        let events = try SeparatedPhotonEvents(scenario: SearchScenario(vetoInefficiency: 1), points: 4096)
            .compute(cuts)
        #expect(abs(events.value / 6.39e7 - 1) < 0.005 + 3 * events.error / 6.39e7)
        #expect(events.error < 0.01 * events.value)
    }

    @Test("has fewer kicked events where muons scatter on whole nuclei alone")
    func coherent() throws {
        let yields = try LimitWithCuts(
            scenario: SearchScenario(vetoInefficiency: 0, isIncoherent: false),
            benchmark: Benchmark(mass: 0.1, coupling: 1e-3), points: 512
        ).compute((cuts, .exact(0)))
        // 17 ± 3 of an independent program.
        #expect(abs(yields.kicked.value - 17) < 6 + 3 * yields.kicked.error)
    }

    @Test("is none of the coupling where there is no signal")
    func closed() throws {
        let yields = try LimitWithCuts(
            scenario: SearchScenario(vetoInefficiency: 0, isIncoherent: false),
            benchmark: Benchmark(mass: 0.28, coupling: 1e-3), points: 16
        ).compute((cuts, .exact(0)))
        #expect(yields.coupling == nil)
        #expect(yields.limit.value > 3)
    }
}
