import BuildGraph
import Foundation
import NumericalMethods
import Testing

@testable import PaperKit
@testable import smallpaper

@Suite("Where something is declared")
struct WhereTests {
    private func lines(_ id: String) throws -> [[SourceIndex.Line]] {
        try SourceIndex(try Small().edition).answer(for: id)
    }

    /// The text of a line of the small paper's source.
    private func source(_ place: String?) throws -> Substring {
        let place = try #require(place)
        let number = try #require(place.split(separator: ":").last.flatMap { Int($0) })
        let text = try String(contentsOf: Small.folder.appending(path: "SmallPaper.swift"), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false)[number - 1]
    }

    @Test(
        "is told by the line that declares it",
        arguments: [
            ("period/small-angle", "number", "Quantity("), ("two-seconds", "claim", "Claim("),
            ("swing", "figure", "Node(\"figures/swing/chart\""), ("length", "parameter", "Parameter("),
            ("first", "document", "Document(\"first\""), ("input/gravity", "input", "Parameter("),
        ])
    func declarations(id: String, kind: String, text: String) throws {
        let found = try lines(id).compactMap(\.first).filter { $0.kind == kind }
        #expect(found.count == 1)
        #expect(try source(found.first?.declaration).contains(text))
    }

    @Test("names the pattern that an id is written as")
    func patterns() throws {
        let line = try #require(try lines("swing/sine").first?.first)
        #expect(line.pattern == "swing/{curve}")
        #expect(try source(line.declaration).contains("ResultID(\"swing/{curve}\""))
    }

    @Test("leads down to the computation, its type and where that is written")
    func chain() throws {
        let last = try #require(try lines("period/small-angle").first?.last)
        #expect(last.name == "period" && last.type == "smallpaper.Period")
        let files = SourceFiles(
            package: Small.folder.deletingLastPathComponent(), folders: ["smallpaper": "smallpaper"])
        let place = try #require(files.place(ofType: "smallpaper.Period"))
        #expect(place.hasPrefix("smallpaper/SmallPaper.swift:"))
        #expect(try source(place).contains("struct Period"))
    }

    @Test("suggests the near name of one that nothing has")
    func unknown() {
        #expect { try lines("swing/sin") } throws: { "\($0)".contains("did you mean 'swing/sine'?") }
    }

    @Test("follows a declaration that moves")
    func moves() throws {
        let node = Node("n", parameters: 1.0) { Estimate.exact($0) }
        let first = Quantity("a", "a", .digits(2), from: node, line: 10) { $0 }
        let moved = Quantity("a", "a", .digits(2), from: node, line: 20) { $0 }
        #expect(first.declaration.line == 10 && moved.declaration.line == 20)
        #expect(try first.node.erased.parameters() == moved.node.erased.parameters())
    }
}
