import Foundation
import MuoneParameters
import NumericalMethods
import PaperKit
import Testing

@testable import Backgrounds
@testable import MuoneCommon

@Suite("The study of backgrounds")
struct BackgroundSectionTests {
    @Test("is of the published window")
    func published() {
        #expect(BackgroundDomain.obstacle(.published) == nil)
    }

    @Test(
        "says why it is not where it has no answer",
        arguments: [
            ("cuts.theta=0.5mrad", "elastic events"), ("cuts.theta=1.17mrad", "elastic events"),
            ("cuts.theta=4.7mrad", "too little signal"), ("cuts.electron-max=2GeV", "too narrow"),
            ("cuts.electron-min=40MeV", "leave no track"),
        ])
    func obstacles(assignment: String, reason: String) throws {
        var parameters = PaperParameters.published
        try parameters.set(assignment)
        let obstacle = try #require(BackgroundDomain.obstacle(parameters))
        #expect(obstacle.contains(reason), "\(obstacle)")
    }

    @Test("keeps all ids where it has no answer, so that the text that is written by hand still stands")
    func undefined() throws {
        var parameters = PaperParameters.published
        try parameters.set("cuts.theta=0.5mrad")
        let own = try #require(try Section.all(.published).first { $0.name == "backgrounds" })
        let none = try #require(try Section.all(parameters).first { $0.name == "backgrounds" })
        #expect(own.quantities.map(\.id) == none.quantities.map(\.id))
        #expect(own.claims.map(\.id) == none.claims.map(\.id))
        #expect(own.figures.map(\.name) == none.figures.map(\.name))
        #expect(own.passages.map(\.id.text) == none.passages.map(\.id.text))
    }

    @Test("has a scenario for each look: no two alike")
    func scenarios() {
        let looks = ReachScenario.allCases.map { "\($0.ink) \($0.dash)" }
        #expect(Set(looks).count == looks.count)
        #expect(Set(ReachScenario.allCases.map(\.label)).count == ReachScenario.allCases.count)
    }
}

@Suite("Events in bins")
struct BinnedEventsTests {
    private let bins = (edges: [1.0, 2, 4], events: [Estimate.exact(3), .exact(8)])

    @Test("have a density of each bin's own width")
    func densities() throws {
        #expect(try BinnedEvents(edges: bins.edges, events: bins.events).densities == [3, 4])
    }

    @Test("have one edge more than bins")
    func edges() {
        #expect(throws: UnequalLengths.self) { try BinnedEvents(edges: [1, 2], events: bins.events) }
    }

    @Test("add up bin by bin, and only with as many bins")
    func sums() throws {
        let own = try BinnedEvents(edges: bins.edges, events: bins.events)
        #expect(try (own + own).events.map(\.value) == [6, 16])
        let other = try BinnedEvents(edges: [1, 4], events: [.exact(1)])
        #expect(throws: UnequalLengths.self) { try own + other }
    }

    @Test("are steps with two corners a bin")
    func corners() throws {
        let (x, y) = try BinnedEvents(edges: bins.edges, events: bins.events).corners([5, 7])
        #expect(x == [1, 2, 2, 4] && y == [5, 5, 7, 7])
    }

    @Test("have no range without a bin")
    func empty() throws {
        #expect(throws: EmptyFigure("spectrum")) { try BinnedEvents(edges: [1], events: []).range(in: "spectrum") }
    }
}
