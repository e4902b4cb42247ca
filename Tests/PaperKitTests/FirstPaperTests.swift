import BuildGraph
import Foundation
import Manuscript
import Testing

@testable import PaperKit
@testable import pendulum

@Suite("The tutorial's paper")
struct FirstPaperTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "firstpaper")
    static let package = folder.deletingLastPathComponent().deletingLastPathComponent()
    static let article = package.appending(path: "Sources/PaperKit/PaperKit.docc/YourFirstPaper.md")

    @Test(
        "is the files that are compiled, line by line",
        arguments: [
            ("swift", "Sources/PendulumPhysics/Period.swift"), ("swift", "Sources/pendulum/Pendulum.swift"),
            ("swift", "Sources/pendulum/PeriodChart.swift"), ("latex", "paper/main.tex"),
            ("bibtex", "paper/bibliography.bib"),
        ])
    func sameCode(_ language: String, _ file: String) throws {
        let source = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        var rest = source[...]
        for block in try Self.blocks(language) {
            // The blocks of one file follow one another; only blank lines stand between them.
            guard let place = rest.range(of: block) else { continue }
            #expect(rest[..<place.lowerBound].allSatisfy { $0.isWhitespace }, "left out of the article: \(file)")
            rest = rest[place.upperBound...]
        }
        #expect(rest.allSatisfy { $0.isWhitespace }, "the article does not have this of \(file): \(rest.prefix(200))")
    }

    @Test("has no code of another origin")
    func noForeignCode() throws {
        let files = ["Sources/PendulumPhysics/Period.swift", "Sources/pendulum/Pendulum.swift"]
        let sources = try (files + ["Sources/pendulum/PeriodChart.swift"]).map {
            try String(contentsOf: Self.folder.appending(path: $0), encoding: .utf8)
        }
        let blocks = try Self.blocks("swift")
        #expect(blocks.count >= 6)
        for block in blocks { #expect(sources.contains { $0.contains(block) }, "compiled nowhere: \(block)") }
    }

    @Test("prints its numbers and reproduces its claim")
    func results() async throws {
        let scratch = FileManager.default.temporaryDirectory
        let edition = try Edition<PendulumPaper>(
            Variant(project: Self.folder), renderer: Renderer(), tex: nil,
            workshop: TypesetPaper.Workshop(scratch: scratch, logs: scratch))
        let engine = BuildEngine(
            store: MemoryStore(), digests: PendulumPaper.codeDigests, jobs: 2, sourceFolder: Self.folder)
        let numbers = try await engine.value(of: edition.numbers).text
        // 2π √(1 m / g), and 2/π K(1/√2).
        #expect(numbers.contains("{period/small}{2.006}"))
        #expect(numbers.contains("{period/largest}{1.1803}"))
        #expect(try await engine.value(of: edition.claims).map(\.verdict) == [.reproduced])
    }

    private static func blocks(_ language: String) throws -> [String] {
        try String(contentsOf: article, encoding: .utf8).components(separatedBy: "```" + language + "\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
    }
}
