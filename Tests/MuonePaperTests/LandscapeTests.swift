import BosonPhysics
import BuildGraph
import CairoCanvas
import Cosmology
import Foundation
import LimitModel
import MuoneComputations
import MuoneParameters
import PaperKit
import Plotting
import Signal
import Testing

@testable import Landscape
@testable import Limits
@testable import MuoneCommon
@testable import MuonePaper
@testable import PaperKit
@testable import Projections

@Suite("The map of all constraints")
struct LandscapeTests {
    /// The published map on a coarse grid of MUonE's own masses, computed once.
    private static let published = Task { try await curves(coarse()) }

    private static func coarse(_ assignments: String...) throws -> PaperParameters {
        var parameters = PaperParameters.published
        parameters.massGrid.count = 12
        for assignment in assignments { try parameters.set(assignment) }
        return parameters
    }

    private static func curves(_ parameters: PaperParameters) async throws -> LandscapeCurves {
        try await PaperNodes(parameters).value("landscape/curves")
    }

    private static func chart(_ view: LandscapeMap.View) async throws -> Chart {
        try LandscapeMap(parameters: try coarse(), view: view).chart(try await published.value)
    }

    private func metrics() throws -> MathFont { try MathFont(path: try MathFont.locate()) }

    private static let views: [LandscapeMap.View] = [.all, .magneticMoment]

    private func places(_ mark: Mark) -> (x: [Double], y: [Double])? {
        switch mark {
        case .line(let line): (line.x, line.y)
        case .region(let region): (region.x, region.y)
        default: nil
        }
    }

    // MARK: Curves

    @Test("draws every limit and projection, each from where it becomes valid to where it ends")
    func everyCurve() async throws {
        let chart = try await Self.chart(.all)
        let masses = PaperParameters.published.landscape.masses
        let constraints = AnyLimit.all
        #expect(constraints.count { $0.facts.role == .limit } == 8 && constraints.count == 15)
        for constraint in constraints {
            let mark = try #require(chart.marks.first { $0.id == constraint.name }, "\(constraint.name)")
            let x = try #require(places(mark)).x
            let validity = constraint.validity
            let first = max(validity.lowerBound, masses.lower) * 1e3
            let last = min(validity.upperBound, masses.upper) * 1e3
            #expect(abs(try #require(x.first) / first - 1) < 1e-9, "\(constraint.name) starts at \(x)")
            #expect(abs(try #require(x.last) / last - 1) < 1e-9, "\(constraint.name) ends at \(x)")
        }
    }

    @Test("limits and projections differ in form: only limits shade, only projections are coloured")
    func forms() async throws {
        let chart = try await Self.chart(.all)
        let constraints = AnyLimit.all
        let shades = chart.marks.compactMap { mark in
            if case .region(let region) = mark, region.id.hasPrefix("excluded-area") { region } else { nil }
        }
        for limit in constraints where limit.facts.role == .limit {
            guard case .region(let region) = chart.marks.first(where: { $0.id == limit.name }) else {
                Issue.record("\(limit.name) is no region")
                continue
            }
            #expect([Ink.black, .slate].contains(region.ink))
            let isShaded = shades.contains { $0.x == region.x && $0.y == region.y }
            #expect(isShaded == limit.declaration.excludes, "\(limit.name)")
        }
        for projection in constraints where projection.facts.role == .projection {
            guard case .line(let line) = chart.marks.first(where: { $0.id == projection.name }) else {
                Issue.record("\(projection.name) is no line")
                continue
            }
            #expect([Ink.red, .purple].contains(line.ink))
            #expect(line.dash != .solid)
            #expect(!shades.contains { $0.x == line.x })
        }
        #expect(!AnyLimit.borexinoRecast.declaration.excludes)
    }

    @Test("marks the ends of what ends within the frame, the overlays of beam dumps at 0.3 GeV among them")
    func ends() async throws {
        let chart = try await Self.chart(.all)
        guard case .points(let ends) = chart.marks.first(where: { $0.id == "ends" }) else {
            Issue.record("no ends are marked")
            return
        }
        #expect(ends.x.count { abs($0 - 300) < 1e-6 } == 3)
        for mass in [25.0, 50, 99.8, 100, 260, 8100] {
            #expect(ends.x.contains { abs($0 / mass - 1) < 1e-6 }, "\(mass) MeV in \(ends.x)")
        }
        #expect(ends.x.allSatisfy { $0 < chart.x.upper })
    }

    @Test("shows light elements and the Hubble band where cosmology has them")
    func cosmology() async throws {
        for view in Self.views {
            let ranges = try await Self.chart(view).marks.compactMap { mark in
                if case .shadedRange(let range) = mark { range } else { nil }
            }
            let bound = try #require(ranges.first { $0.id == "excluded-area" })
            #expect(bound.upper == 5.3 && bound.lower == nil)
            // By hand from the entropy sharing at 1.5 MeV: 6.1 to 8.3 MeV.
            let hubble = try #require(ranges.first { $0.id == "hubble" })
            #expect(abs(try #require(hubble.lower) - 6.11) < 0.01)
            #expect(abs(try #require(hubble.upper) - 8.25) < 0.01)
        }
    }

    @Test("draws CCFR's calibration as a band that ends at the curve for the mean energy")
    func calibration() async throws {
        let chart = try await Self.chart(.all)
        guard case .band(let band) = chart.marks.first(where: { $0.id == "ccfr-calibration-1" }) else {
            Issue.record("no band")
            return
        }
        // Independent values at 10 and 100 MeV: 8.288e-4 and 1.08767e-3 at 90 GeV, 9.52e-4 and 1.253e-3 at 160 GeV.
        for (mass, low, high) in [(10.0, 8.288e-4, 9.52e-4), (100, 1.08767e-3, 1.253e-3)] {
            let index = try #require(band.x.firstIndex { abs($0 / mass - 1) < 1e-9 })
            #expect(abs(band.lower[index] / low - 1) < 1e-3)
            #expect(abs(band.upper[index] / high - 1) < 1e-3)
        }
    }

    @Test("a variant's energy of CCFR redraws its curve; at the mean energy the band closes")
    func variant() async throws {
        let parameters = try Self.coarse("ccfr.energy=160GeV")
        let curves = try await Self.curves(parameters)
        let ccfr = try #require(curves.limits.first { $0.name == "ccfr" })
        #expect(ccfr.segments == curves.tridentAtMeanEnergy.segments)
        let published = try await Self.published.value
        let before = try #require(published.limits.first { $0.name == "ccfr" })
        #expect(before.segments != ccfr.segments)
        #expect(before.facts.inputsText != ccfr.facts.inputsText)
    }

    @Test("a mixing at tree level moves what rests on mixing, and takes Borexino's published line away")
    func treeLevelMixing() throws {
        var parameters = PaperParameters.published
        try parameters.set("mixing.tree-level=1e-5")
        let changed = AnyLimit.map(parameters.landscape)
        let published = AnyLimit.all
        #expect(Set(published.map(\.name)).subtracting(changed.map(\.name)) == [AnyLimit.borexino.name])
        for name in [AnyLimit.whiteDwarfs, .borexinoRecast, .na64Electron, .electronMagneticMoment].map(\.name) {
            let before = try #require(try published.first { $0.name == name }?.coupling(atMass: 0.01))
            let after = try #require(try changed.first { $0.name == name }?.coupling(atMass: 0.01))
            #expect(abs(after.value / before.value - 1) > 1e-3, "\(name)")
        }
    }

    // MARK: What is left of the band

    @Test("hatches exactly that part of the band that some limit excludes")
    func lostPart() async throws {
        let curves = try await Self.published.value
        let chart = try await Self.chart(.all)
        guard case .band(let lost) = chart.marks.first(where: { $0.id == "gminus2-excluded" }) else {
            Issue.record("nothing is hatched")
            return
        }
        let wide = try #require(curves.wide)
        let edges = [wide.lower, wide.upper].map { edge in
            LogarithmicPath(LimitSegment(points: zip(wide.masses, edge).map { LimitPoint(mass: $0, coupling: $1) }))
        }
        for index in lost.x.indices {
            let mass = lost.x[index] / 1e3
            let low = try #require(edges[0].coupling(at: mass))
            let high = try #require(edges[1].coupling(at: mass))
            let limit =
                mass <= 0.0053
                ? 0
                : curves.shading.flatMap(\.segments).compactMap { LogarithmicPath($0).coupling(at: mass) }.min() ?? 1
            #expect(abs(lost.lower[index] - min(max(low, limit), high)) < 1e-12)
            #expect(abs(lost.upper[index] - high) < 1e-12)
        }
        // All of it at 2 MeV, none at 50 MeV, all at 1 GeV.
        func share(_ mass: Double) throws -> Double {
            let index = try #require(lost.x.indices.min { abs(lost.x[$0] - mass) < abs(lost.x[$1] - mass) })
            let low = try #require(edges[0].coupling(at: lost.x[index] / 1e3))
            return (lost.upper[index] - lost.lower[index]) / (lost.upper[index] - low)
        }
        #expect(try share(2) == 1)
        #expect(try share(50) == 0)
        #expect(try share(1000) == 1)
    }

    @Test("the window of the favoured band closes where its lower edge meets the limits of the map")
    func window() async throws {
        let inputs = PaperParameters.published.particles
        let nodes = try PaperNodes()
        func window(_ sigmas: Int) async throws -> FavouredWindow.Window {
            let windows: [FavouredWindow.Window] = try await nodes.value("landscape/window-\(sigmas)sigma")
            return try #require(windows.first)
        }
        let (wide, narrow) = (try await window(2), try await window(1))
        // By hand: white dwarfs bound g/m by √(1.12e-5 GeV⁻²/0.0043706) = 0.0506; on that line the boson's contribution
        // is what the measurement less two or one standard deviation leaves, 133e-11 and 192e-11.
        for (window, deviation) in [(wide, 133e-11), (narrow, 192e-11)] {
            let coupling = (1.12e-5 / 0.0043706).squareRoot() * window.lower.value
            let shift = try MuonMagneticMoment.vector(mass: window.lower.value, coupling: coupling, inputs: inputs)
                .value
            #expect(abs(shift / deviation - 1) < 2e-4)
            #expect(window.closedBelowBy == AnyLimit.whiteDwarfs.name)
        }
        // BABAR's points start at 219 MeV, below the lower edge of two standard deviations; that of one is higher, so that
        // CCFR closes it earlier.
        #expect(abs(wide.upper.value - 0.219) < 1e-9)
        #expect(wide.closedAboveBy == AnyLimit.babarFourMuon.name)
        #expect(narrow.upper.value < wide.upper.value)
        #expect(narrow.closedAboveBy == AnyLimit.ccfr.name)
    }

    @Test("an upper limit in place of a band has no excluded part")
    func upperLimit() async throws {
        let parameters = try Self.coarse("gminus2=2025")
        let chart = try LandscapeMap(parameters: parameters, view: .magneticMoment)
            .chart(try await Self.curves(parameters))
        #expect(!chart.marks.contains { $0.id == "gminus2-excluded" })
        #expect(chart.marks.contains { $0.id.hasPrefix("gminus2-2sigma") })
    }

    // MARK: Drawing

    /// A label's corners on the page.
    private func corners(_ run: DisplayList.GlyphRun) -> [PagePoint] {
        let width = run.setting?.width ?? 0
        let size = run.setting?.size ?? 0
        // Capitals rise by 0.7 of the size; descenders and subscripts go down by 0.15 or more.
        return [(0.0, -0.15), (width, -0.15), (width, 0.7 * size), (0, 0.7 * size)].map { x, y in
            PagePoint(
                run.origin.x + x * cos(run.rotation) - y * sin(run.rotation),
                run.origin.y - x * sin(run.rotation) - y * cos(run.rotation))
        }
    }

    /// Whether two convex shapes overlap: no side separates them.
    private func overlap(_ a: [PagePoint], _ b: [PagePoint]) -> Bool {
        for shape in [a, b] {
            for (index, corner) in shape.enumerated() {
                let next = shape[(index + 1) % shape.count]
                let normal = (x: corner.y - next.y, y: next.x - corner.x)
                func reach(_ points: [PagePoint]) -> ClosedRange<Double> {
                    let values = points.map { $0.x * normal.x + $0.y * normal.y }
                    return (values.min() ?? 0)...(values.max() ?? 0)
                }
                if !reach(a).overlaps(reach(b)) { return false }
            }
        }
        return true
    }

    @Test("labels stand on the page, of seven points or more, and none on another", arguments: views)
    func labels(view: LandscapeMap.View) async throws {
        let list = try layout(try await Self.chart(view), metrics: try metrics())
        let labels = list.labels.filter { $0.setting != nil }
        #expect(labels.count > (view == .all ? 25 : 15))
        for label in labels {
            #expect(try #require(label.setting).size >= 7, "\(label.text)")
            for corner in corners(label) {
                // Small letters do not reach the height assumed for all.
                #expect((-2...list.width).contains(corner.x), "\(label.text)")
                #expect((0...list.height).contains(corner.y), "\(label.text)")
            }
        }
        for (index, first) in labels.enumerated() {
            for second in labels.dropFirst(index + 1) {
                #expect(!overlap(corners(first), corners(second)), "\(first.text) on \(second.text)")
            }
        }
    }

    @Test("names every curve on the curve, or beside its end")
    func names() async throws {
        let labels = try layout(try await Self.chart(.all), metrics: try metrics()).labels
        for name in [
            "CCFR", "CHARM-II", "BABAR", "Borexino", "recast", "White dwarfs", "NA64", "NA62", "M", "MUonE", "BBN",
        ] {
            #expect(labels.contains { $0.text.hasPrefix(name) && $0.source != "legend" }, "\(name)")
        }
    }

    @Test("draws every curve: a blank page would have none of them", arguments: views)
    func nothingIsBlank(view: LandscapeMap.View) async throws {
        let chart = try await Self.chart(view)
        let list = try layout(chart, metrics: try metrics())
        var lengths: [String: Double] = [:]
        for item in list.items {
            guard case .stroke(let stroke) = item else { continue }
            for path in stroke.paths {
                for (a, b) in zip(path.points, path.points.dropFirst()) {
                    lengths[stroke.source, default: 0] += hypot(a.x - b.x, a.y - b.y)
                }
            }
        }
        let hidden: Set<String> =
            view == .all
            ? [] : ["electron-g-2", "na64mu", "na64mu-ww", "m3-phase2", "m3-phase2-ww"]
        let constraints = AnyLimit.all
        for name in constraints.map(\.name) + ["reach", "thermal-target"] {
            let length = lengths[name] ?? 0
            #expect(hidden.contains(name) ? length == 0 : length > 20, "\(name): \(length) pt")
        }
    }

    @Test("lets every reader tell neighbours apart, in grey too, and read every line and label", arguments: views)
    func legible(view: LandscapeMap.View) async throws {
        let chart = try await Self.chart(view)
        func stem(_ id: String) -> String {
            id.split(separator: "-").filter { $0 != "area" && Int($0) == nil }.joined(separator: "-")
        }
        // All shades are one, as their union is what is excluded.
        let pairs = try chart.indistinctPairs(metrics: try metrics()) { stem($0) == stem($1) }
        #expect(pairs.isEmpty, "\(pairs.map(\.description).joined(separator: "; "))")
        let weak = try chart.weakContrasts(metrics: try metrics())
        #expect(weak.isEmpty, "\(weak.map(\.description).joined(separator: "; "))")
    }

    @Test("draws what a reader supplies, with its label: a limit shades, a projection does not", arguments: views)
    func supplied(view: LandscapeMap.View) async throws {
        var curves = try await Self.published.value
        func table(_ name: String, _ role: LimitFacts.Role) -> DrawnLimit {
            let facts = LimitFacts(
                name: name, label: "Own \(name)", process: "none", kind: .supplied, role: role, confidenceLevel: 0.9,
                sources: [String](), inputs: [], masses: 0.02...0.12)
            let points = [LimitPoint(mass: 0.02, coupling: 3e-4), LimitPoint(mass: 0.12, coupling: 5e-4)]
            return DrawnLimit(
                LimitDeclaration(
                    facts: facts, look: LimitLook(.deepBlue, .dashDotDotted), order: 0,
                    maps: [.landscape: .along(.above), .landscapeZoom: .along(.above)]), [LimitSegment(points: points)])
        }
        curves.supplied = [table("first", .limit), table("second", .projection)]
        let chart = try LandscapeMap(parameters: try Self.coarse(), view: view).chart(curves)
        #expect(chart.marks.count { $0.id.hasPrefix("excluded-area") } == curves.shading.count + 1)
        #expect(curves.shading.contains { $0.name == "first" })
        #expect(!curves.shading.contains { $0.name == "second" })
        let labels = try layout(chart, metrics: try metrics()).labels.map(\.text)
        #expect(labels.contains("Own first (supplied)") && labels.contains("Own second (supplied)"))
    }

    // MARK: Table

    @Test("the table of inputs has a row of five columns for each curve, with level, kind and masses")
    func table() {
        let constraints = AnyLimit.all
        for constraint in constraints {
            let cells = constraint.facts.tableRow.split(separator: " & ")
            #expect(cells.count == 5)
            #expect(cells[2].hasPrefix(constraint.kind.rawValue) && cells[2].contains(constraint.facts.levelText))
            #expect(cells[3].contains(" to "))
            #expect(cells[4].contains("\\cite{") && cells[4].hasSuffix("\\\\"))
        }
    }
}
