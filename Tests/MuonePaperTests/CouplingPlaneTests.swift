import CairoCanvas
import MomentPhysics
import MuoneParameters
import Plotting
import Testing

@testable import Limits
@testable import MagneticMoment

@Suite("The plane of mass and coupling")
struct CouplingPlaneTests {
    /// A limit that has no room along its curve, and points at it, in the masses of a variant.
    private func drawn(_ parameters: PaperParameters) throws -> (list: DisplayList, found: [Misplacement]) {
        let plane = CouplingPlane(parameters: parameters, couplings: 1e-5...1e-2)
        let line = Line(
            "babar", x: [212, 300], y: [1e-3, 1.1e-3], role: .excluded,
            inlineLabel: InlineLabel("BABAR", at: 0.3, .pointer))
        let chart = Chart("plane", x: plane.x, y: plane.y, legend: .hidden) { line }
        let font = try MathFont(path: try MathFont.locate())
        return (try layout(chart, metrics: font), try chart.misplacements(metrics: font))
    }

    private func sources(_ list: DisplayList) -> [String] {
        list.items.compactMap { if case .glyphs(let run) = $0 { run.source } else { nil } }
    }

    @Test("points at a limit with a label and an arrow")
    func pointsAtLimit() throws {
        let (list, found) = try drawn(.published)
        #expect(sources(list).contains("babar") && found.isEmpty)
        let shapes = list.items.filter { if case .fill(let fill) = $0 { fill.source == "babar" } else { false } }
        #expect(shapes.count == 1)
    }

    @Test("does not point at what a variant's range of masses leaves out", arguments: ["200MeV", "50MeV"])
    func leavesOut(largest: String) throws {
        var parameters = PaperParameters.published
        try parameters.set("grid.mass-max=\(largest)")
        #expect(try !sources(drawn(parameters).list).contains("babar"))
    }

    // MARK: The magnetic moment

    private func favoured(_ input: MagneticMomentInput) throws -> [Mark] {
        var parameters = PaperParameters.published
        parameters.massGrid.count = 3
        func band(_ sigmas: Double) throws -> MagneticMomentBand.Band? {
            try MagneticMomentBand(
                particles: parameters.particles, measurement: input.deviation, sigmas: sigmas,
                masses: parameters.massGrid
            ).compute(())
        }
        return try CouplingPlane(parameters: parameters, couplings: 1e-5...1e-2).favoured(band(1), band(2))
    }

    @Test("shows bands of one and two standard deviations where zero is outside both", arguments: ["2021", "dev2020"])
    func showsBands(name: String) throws {
        let marks = try favoured(try #require(MagneticMomentInput(rawValue: name)))
        #expect(marks.map(\.id) == ["gminus2-2sigma", "gminus2-1sigma"])
        #expect(marks.allSatisfy { if case .band = $0 { true } else { false } })
    }

    @Test("shows a limit of two standard deviations and a band of one where zero is between")
    func showsBandAndLimit() throws {
        let marks = try favoured(.lattice2021)
        #expect(marks.map(\.id) == ["gminus2-2sigma-disfavoured", "gminus2-2sigma", "gminus2-1sigma"])
        guard case .line(let limit) = marks[1], case .band(let band) = marks[2] else {
            Issue.record("not a line and a band")
            return
        }
        #expect(limit.label == "$(g-2)_\\mu$, $2\\sigma$ upper limit")
        #expect(zip(limit.y, band.upper).allSatisfy { $0 > $1 } && band.lower.allSatisfy { $0 > 0 })
    }

    @Test("shows an upper limit alone where zero is within one standard deviation")
    func showsLimit() throws {
        #expect(try favoured(.whitePaper2025).map(\.id) == ["gminus2-2sigma-disfavoured", "gminus2-2sigma"])
    }

    @Test("hatches the side of larger couplings")
    func hatchesAbove() throws {
        guard case .region(let strip) = try favoured(.whitePaper2025)[0],
            case .line(let limit) = try favoured(
                .whitePaper2025)[1]
        else {
            Issue.record("not a region and a line")
            return
        }
        let count = limit.y.count
        #expect(Array(strip.y.prefix(count)) == limit.y)
        #expect(zip(strip.y.suffix(count), limit.y.reversed()).allSatisfy { $0 > $1 })
    }

    @Test("speaks of a band only where one is drawn", arguments: MagneticMomentInput.allCases)
    func textFollowsTheDrawing(input: MagneticMomentInput) throws {
        let caption = MagneticMomentText.drawn(input)
        let marks = try favoured(input)
        let bands = marks.filter { if case .band = $0 { true } else { false } }.count
        #expect(caption.contains("Bands:") == (bands == 2))
        #expect(caption.contains("Band:") == (bands == 1))
        #expect(caption.contains("upper limit") == (bands < 2))
    }
}
