import BuildGraph
import Foundation
import Manuscript
import MuoneParameters
import Testing

@testable import PaperKit
@testable import paperbuild

/// For each parameter: what was stored for the published paper must serve no variant that has another value.
@Suite("A variant built from the cache of the published paper", .serialized)
struct WarmCacheTests {
    /// A few of the cheap ones, or one of each parameter and all choices with `PAPERBUILD_SOAK`.
    static let assignments: [String] =
        ProcessInfo.processInfo.environment["PAPERBUILD_SOAK"] == nil
        ? ["beam.luminosity=30/fb", "reach.events=10", "gminus2=2025", "dark-matter.ratio=4", "figures.style=slides"]
        : PaperParameters.all.flatMap { variants(of: $0) }

    /// Other values of a parameter: all others of a choice; a number that is some per cent off, in its own unit.
    static func variants(of definition: Parameter<PaperParameters>) -> [String] {
        let text = definition.text(.published)
        let values: [String]
        switch definition.kind {
        case .choice(let names): values = names.filter { $0 != text }
        case .count: values = ["\((Int(text) ?? 0) + 1)"]
        case .number:
            let number = text.prefix { $0.isNumber || "+-.e".contains($0) }
            let value = Double(number) ?? 0
            values = ["\(value == 0 ? 0.01 : 1.03 * value)\(text.dropFirst(number.count))"]
        }
        return values.map { "\(definition.name)=\($0)" }
    }

    @Test("has the results of one for which every closure runs again", arguments: assignments)
    func isAsFromNothing(_ assignment: String) async throws {
        var parameters = PaperParameters.published
        try parameters.set(assignment)
        try parameters.validate()
        #expect(parameters != .published)
        let published = DiskStore(try await BuiltPaper.shared().cache)
        let warm = LayeredStore(on: published)
        let stored = try await build(parameters, from: warm)
        let fresh = try await build(parameters, from: LayeredStore(on: warm, hidingClosures: true))
        #expect(fresh.ran.count > 300)
        for (found, wanted) in zip(stored.nodes, fresh.nodes) where found.output != wanted.output {
            Issue.record("\(assignment): \(found.name) is \(found.outcome) and not what it would be if it ran")
        }
    }

    @Test("has every closure that the parameters leave alone from there")
    func isWarm() async throws {
        let published = LayeredStore(on: DiskStore(try await BuiltPaper.shared().cache))
        #expect(try await build(.published, from: published).ran.isEmpty)
    }

    /// Numbers, claims, texts and charts as data: all that follows from parameters, but not its drawing.
    private func build(_ parameters: PaperParameters, from store: any Store) async throws -> BuildReport {
        let scratch = try Scratch()
        let paper = try Edition<ZPrimePaper>(
            Variant(parameters, project: Program.project), renderer: try Renderer(), tex: nil,
            workshop: TypesetPaper.Workshop(scratch: scratch.url, logs: scratch.url))
        let engine = BuildEngine(
            store: store, digests: ZPrimePaper.codeDigests, jobs: 2, sourceFolder: Program.project)
        return try await engine.build(nodes: [paper.numbers.erased] + paper.figures.map(\.json.erased))
    }
}
