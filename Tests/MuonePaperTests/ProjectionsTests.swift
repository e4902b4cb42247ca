import BeamPhysics
import BuildGraph
import Kinematics
import LimitModel
import MuoneComputations
import MuoneParameters
import NumericalMethods
import PaperKit
import Plotting
import Testing

@testable import MuoneCommon
@testable import MuonePaper
@testable import PaperKit
@testable import Projections

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
        let nodes = try PaperNodes()
        func masses(_ name: String) async throws -> [Double] {
            try await nodes.value(name, as: [LimitSegment].self).flatMap(\.points).map(\.mass)
        }
        for index in 0..<4 {
            let masses = try await masses("projections/kaon/reach-\(index)")
            #expect(masses.first == 0.00095 && masses.last == 0.26)
        }
        for dump in ["na64mu", "m3-phase1", "m3-phase2"] {
            let masses = try await masses("projections/\(dump)/curve")
            #expect(masses.first == 0.001 && masses.last == 0.3, "\(dump)")
        }
    }

    @Test(
        "the reach of the second beam is that of a Monte Carlo over helicity amplitudes, and ends before the threshold")
    func secondBeamReach() async throws {
        var parameters = PaperParameters.published
        parameters.massGrid.count = 5
        let nodes = try PaperNodes(parameters)
        let reach: Curve = try await nodes.value("projections/second-beam/reach")
        let facts: ElasticFacts.Facts = try await nodes.value("projections/second-beam/elastic")
        let vanishing = try #require(
            try await nodes.value("projections/second-beam/vanishing-mass", as: Estimate?.self))
        #expect(try #require(reach.x.last) <= vanishing.value)
        // √s − m_μ − m_e by hand, s = m_μ² + m_e² + 2 E m_e.
        let (muon, electron) = (particles.muonMass, particles.electronMass)
        let threshold = (muon * muon + electron * electron + 320 * electron).squareRoot() - muon - electron
        #expect((facts.thresholdMass.value / threshold - 1).magnitude < 1e-12)
        #expect(vanishing.value < threshold)
        // The same beam as the first of another paper, by the second method.
        parameters.beamEnergy = 160
        let other = try PaperNodes(parameters)
        for (name, benchmark) in [("light", parameters.light), ("heavy", parameters.heavy)] {
            let coupling = try #require(
                try await nodes.value("projections/second-beam/reach-\(name)", as: Estimate?.self))
            let events = try #require(try await other.value("signal/\(name)/monte-carlo", as: Estimate?.self))
            let scale = coupling.value / benchmark.coupling
            #expect((events.value * scale * scale - 3).magnitude < 4 * events.error * scale * scale)
            #expect(events.relativeError < 0.01)
            let drawn = try #require(reach.interpolated(at: benchmark.mass))
            #expect((drawn.value / coupling.value - 1).magnitude < 0.2)
        }
    }
}
