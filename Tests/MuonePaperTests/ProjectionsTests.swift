import BeamPhysics
import BuildGraph
import MuoneComputations
import MuoneParameters
import NumericalMethods
import Plotting
import Testing

@testable import MuoneCommon
@testable import MuonePaper

@Suite("The section on projections")
struct ProjectionsTests {
    private let particles = PaperParameters.published.particles

    private func branching() throws -> KaonBranching.Curves {
        try KaonBranching(
            particles: particles, masses: LogarithmicGrid(lower: 0.001, upper: 1, count: 61),
            missingMassSquaredMinimum: 0.05
        ).compute(())
    }

    @Test("kaon decays end where they close, and the muons start at their threshold")
    func ends() throws {
        let curves = try branching()
        let last = try #require(curves.all.x.last)
        #expect(last < curves.closing && last > 0.999 * curves.closing)
        #expect(curves.muons.x.first == curves.muonThreshold)
        #expect(curves.muons.y.first == 0)
    }

    @Test("the cut takes away light bosons and nothing from 0.05 GeV² on, where neutrinos and muons add up to all")
    func shares() throws {
        let curves = try branching()
        for (index, mass) in curves.all.x.enumerated() {
            let (all, selected) = (curves.all.y[index], curves.selected.y[index])
            guard mass * mass > 0.05 else {
                #expect(selected < all * (1 + 1e-9))
                continue
            }
            #expect((selected / all - 1).magnitude < 1e-9)
            let muons = try #require(curves.muons.x.firstIndex(of: mass))
            #expect(((curves.invisible.y[index] + curves.muons.y[muons]) / all - 1).magnitude < 1e-9)
        }
    }

    @Test("computed beam dumps are compared at the published points: up to 24 % above NA64μ, up to 12 % below M³")
    func beamDumps() async throws {
        let nodes = ProjectionsNodes(.published, .test())
        let expected: [(points: Int, ratios: ClosedRange<Double>)] = [
            (3, 1.08...1.24), (4, 0.88...1.001), (2, 0.88...0.94),
        ]
        for (dump, expected) in zip(nodes.beamDumps, expected) {
            let points = try await BuildEngine(
                store: MemoryStore(), digests: .ofThisProgram, jobs: 2, sourceFolder: Package.folder
            ).value(of: dump.comparison)
            #expect(points.count == expected.points)
            for point in points {
                #expect(expected.ratios.contains(point.ratio.value), "\(dump.published.name): \(point)")
            }
        }
    }

    @Test("a projection is compared with no band where the deviation does not ask for a boson")
    func favoured() throws {
        var parameters = PaperParameters.published
        func points() throws -> [FavouredPoint] {
            try FavouredComparison(
                particles: particles,
                projection: ProjectionsNodes(parameters, .test(parameters)).beamDumps[1].computed.bound,
                measurement: parameters.magneticMoment.deviation, sigmas: -2, masses: [0.01, 0.1, 0.5]
            ).compute(())
        }
        // 0.5 GeV is beyond the curve.
        #expect(try points().map(\.mass) == [0.01, 0.1])
        #expect(try points().allSatisfy { $0.ratio.value < 1 })
        parameters.magneticMoment = .whitePaper2025
        #expect(try points().isEmpty)
    }

    // A 0.35, 10¹³ kaons and m²_miss > 0.05 GeV² are printed; S = 2√B at 5.10e-4 and 99.7 MeV.
    @Test("NA62's published point means a background with B^-1/2 = 2.1e-4, of the order that is printed")
    func kaonBackground() throws {
        let found = try KaonInverseRootBackground(particles: particles, projection: .na62).compute(())
        #expect((found.value / 2.1e-4 - 1).magnitude < 0.025 && found.relativeError < 1e-3)
        let signal = 2 / found.value
        let perCoupling = signal / (1e13 * 0.35 * 5.10e-4 * 5.10e-4)
        // All of these bosons are invisible.
        let selected = try #require(
            try KaonBranchingPerCoupling(particles: particles, mass: 0.0997, missingMassSquaredMinimum: 0.05)
                .compute(()))
        #expect((perCoupling / selected.value - 1).magnitude < 1e-9)
    }

    @Test("NA62's variants follow the parameters; without one, the background is of the published order of magnitude")
    func kaonVariants() throws {
        let published = ProjectionsNodes(.published, .test())
        #expect((published.kaonBackground / 1e8 - 1).magnitude < 1e-12)
        #expect(published.kaonReach.map(\.systematic) == [0, 1e-3, 1e-2, 1e-1])
        var parameters = PaperParameters.published
        try parameters.set("na62.background=1e4")
        try parameters.set("na62.systematic=0.05")
        let varied = ProjectionsNodes(parameters, .test(parameters))
        #expect(varied.kaonBackground == 1e4)
        #expect(varied.kaonReach.map(\.systematic) == [0, 0.05, 1e-3, 1e-2, 1e-1])
    }

    @Test("every curve ends where its projection does: NA62 at 260 MeV, the approximation of beam dumps at 300 MeV")
    func validity() async throws {
        let nodes = ProjectionsNodes(.published, .test())
        let engine = BuildEngine(store: MemoryStore(), digests: .ofThisProgram, jobs: 2, sourceFolder: Package.folder)
        for (systematic, node) in nodes.kaonReach {
            let masses = try await engine.value(of: node).flatMap(\.points).map(\.mass)
            #expect(masses.first == 0.00095 && masses.last == 0.26, "\(systematic)")
        }
        for dump in nodes.beamDumps {
            let masses = try await engine.value(of: dump.curve).flatMap(\.points).map(\.mass)
            #expect(masses.first == 0.001 && masses.last == 0.3, "\(dump.computed.name)")
        }
    }

    @Test("MUonE's second beam has the energy that is asked for")
    func secondBeam() throws {
        #expect(ProjectionsNodes(.published, .test()).secondBeam.beamEnergy == 160)
        var parameters = PaperParameters.published
        try parameters.set("landscape.beam-energy=120GeV")
        #expect(ProjectionsNodes(parameters, .test(parameters)).secondBeam.beamEnergy == 120)
    }

    @Test(
        "the reach of the second beam is that of a Monte Carlo over helicity amplitudes, and ends before the threshold")
    func secondBeamReach() async throws {
        var parameters = PaperParameters.published
        parameters.massGrid.count = 5
        let nodes = ProjectionsNodes(parameters, .test(parameters)).secondBeam
        let engine = BuildEngine(store: MemoryStore(), digests: .ofThisProgram, jobs: 2, sourceFolder: Package.folder)
        let reach = try await engine.value(of: nodes.reach)
        let facts = try await engine.value(of: nodes.elasticFacts)
        let vanishing = try #require(try await engine.value(of: nodes.vanishingMass))
        #expect(try #require(reach.x.last) <= vanishing.value)
        // √s − m_μ − m_e by hand, s = m_μ² + m_e² + 2 E m_e.
        let (muon, electron) = (particles.muonMass, particles.electronMass)
        let threshold = (muon * muon + electron * electron + 320 * electron).squareRoot() - muon - electron
        #expect((facts.thresholdMass.value / threshold - 1).magnitude < 1e-12)
        #expect(vanishing.value < threshold)
        // The same beam as the first of another paper, by the second method.
        parameters.beamEnergy = 160
        let other = PhysicsNodes(declaring: parameters, tables: .ofThisPackage)
        for (own, benchmark) in [(nodes.reachAtLight, other.light), (nodes.reachAtHeavy, other.heavy)] {
            let coupling = try #require(try await engine.value(of: own))
            let events = try #require(try await engine.value(of: benchmark.monteCarlo))
            let scale = coupling.value / benchmark.benchmark.coupling
            #expect((events.value * scale * scale - 3).magnitude < 4 * events.error * scale * scale)
            #expect(events.relativeError < 0.01)
            let drawn = try #require(reach.interpolated(at: benchmark.benchmark.mass))
            #expect((drawn.value / coupling.value - 1).magnitude < 0.2)
        }
    }
}
