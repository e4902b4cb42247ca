import BuildGraph
import CairoCanvas
import Foundation
import Manuscript
import OscillationPhysics
import Plotting
import Testing

@testable import PaperKit
@testable import oscillations

/// The paper as it is built, without LaTeX.
struct Oscillations {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/Oscillations")

    let edition: Edition<OscillationPaper>
    let engine: BuildEngine

    init(_ assignments: String...) throws {
        let scratch = FileManager.default.temporaryDirectory
        edition = try Edition(
            Variant(try Parameters(setting: assignments), project: Self.folder), renderer: Renderer(), tex: nil,
            workshop: TypesetPaper.Workshop(scratch: scratch, logs: scratch))
        engine = BuildEngine(
            store: MemoryStore(), digests: OscillationPaper.codeDigests, jobs: 2, sourceFolder: Self.folder)
    }

    func evaluate(_ arguments: String...) async throws -> Answer? {
        let variant = try Variant(Parameters(), project: Self.folder)
        return try await Evaluation("probability", arguments, of: variant, among: OscillationPaper.observables)
            .answer(by: engine) as? Answer
    }
}

@Suite("The paper on neutrino oscillations")
struct OscillationPaperTests {
    @Test("reproduces what is published, but for two statements, and says why these differ")
    func claims() async throws {
        let paper = try Oscillations()
        let claims = try await paper.engine.value(of: paper.edition.claims)
        let different = claims.filter { $0.verdict != .reproduced }
        #expect(claims.count == 9)
        #expect(different.map(\.id) == ["scale-solar", "separation"])
        #expect(different.allSatisfy { $0.verdict == .differs && $0.explanation != nil })
    }

    @Test("has every number and text that its LaTeX prints")
    func numbers() async throws {
        let paper = try Oscillations()
        let generated = try await paper.engine.value(of: paper.edition.numbers).text
        let source = try String(
            contentsOf: Oscillations.folder.appending(path: "paper/main.tex"), encoding: .utf8)
        let ids = Set(source.matches(of: #/\\result(?:text)?\{([^}]+)\}/#).map { String($0.output.1) })
        #expect(ids.count > 30)
        for id in ids.sorted() { #expect(generated.contains("\\defresult{\(id)}"), "\(id)") }
    }

    @Test("shows three figures, with no label misplaced and no two curves alike")
    func figures() async throws {
        let paper = try Oscillations()
        #expect(paper.edition.figures.map(\.name) == ["appearance", "asymmetry", "orderings"])
        let font = try MathFont(path: try MathFont.locate())
        for figure in paper.edition.figures {
            let graphic = try graphic(json: try await paper.engine.value(of: figure.json).bytes)
            #expect(try graphic.misplacements(metrics: font).isEmpty, "\(figure.name)")
            #expect(try graphic.indistinctPairs(metrics: font) { _, _ in false }.isEmpty, "\(figure.name)")
        }
    }

    @Test("answers for a channel at an energy, through the same computation")
    func observable() async throws {
        let paper = try Oscillations()
        let answer = try #require(
            try await paper.evaluate("channel=mue", "energy=1GeV", "baseline=1300km", "density=0g/cm3"))
        #expect((answer.value - 0.04023).magnitude < 0.5e-5 && answer.unit == "1" && answer.error < 1e-12)
        await #expect { try await paper.evaluate("channel=mue", "energy=1km") } throws: {
            "\($0)".contains("is a unit of length")
        }
        await #expect(throws: (any Error).self) { try await paper.evaluate("channel=nu", "energy=1GeV") }
    }

    @Test("says of a variant which statements are not about it")
    func variant() async throws {
        let paper = try Oscillations("baseline=295km")
        let claims = try await paper.engine.value(of: paper.edition.claims)
        #expect(claims.first { $0.id == "matter-asymmetry" }?.verdict == .notComputed)
        #expect(claims.first { $0.id == "example-matter" }?.verdict == .reproduced)
    }

    @Test("is found from the package's folder, from its own, and from one within")
    func place() throws {
        let package = Oscillations.folder.deletingLastPathComponent().deletingLastPathComponent()
        for start in [package, Oscillations.folder, Oscillations.folder.appending(path: "paper/generated")] {
            let found = try ProjectPlace.find(from: start.path, sources: OscillationPaper.ownSources)
            #expect(found.project.path == Oscillations.folder.path && found.package.path == package.path)
        }
    }
}
