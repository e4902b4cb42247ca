import BuildGraph
import Testing

@Suite("A node's place in the sources")
struct PlaceTests {
    private func place(_ line: Int) -> SourcePlace { SourcePlace(fileID: #fileID, line: line) }

    @Test func isTheLineOfItsDeclaration() {
        let computation = Node("computation", Constant(value: 1))
        let closure = Node("closure", from: computation) { $0 }
        let given = Node("given", from: computation, parameters: 2) { $0 + $1 }
        let each = Node("each", fromEach: [computation], parameters: 2) { $0 + $1.count }
        let collected = Node("collected", collecting: [computation])
        let discovering = Node("discovering", fromEach: [computation], parameters: 2) {
            Discovery($0 + $1.count, files: [])
        }
        let last = #line
        let nodes = [computation, closure, given, each].map(\.erased) + [collected.erased, discovering.erased]
        #expect(nodes.map(\.place) == [8, 7, 6, 5, 4, 3].map { place(last - $0) })
        #expect(collected.erased.place?.description == "BuildGraphTests/PlaceTests.swift:\(last - 4)")
    }

    @Test func isNoneForAnInputFile() {
        #expect(Node.file("data.csv").erased.place == nil)
    }

    @Test func isThatOfTheCallerWhereAWrapperPassesItOn() {
        let place = SourcePlace(fileID: "Caller/File.swift", line: 7)
        let node = Node("n") { 1 }.declared(at: place)
        #expect(node.erased.place == place)
    }

    /// The same graph with its declarations where `line` says.
    private func graph(_ line: Int) -> AnyNode {
        let a = Node("a", Constant(value: 1), fileID: #fileID, line: line)
        let b = Node("b", from: a, fileID: #fileID, line: line) { $0 + 1 }
        let c = Node("c", from: b, parameters: 2, fileID: #fileID, line: line) { $0 * $1 }
        let d = Node("d", collecting: [b, c], fileID: #fileID, line: line)
        let e = Node("e", fromEach: [b], parameters: d.name, fileID: #fileID, line: line) {
            Discovery("\($0) \($1)", files: [])
        }
        return Node("f", from: d, e, fileID: #fileID, line: line) { "\($0) \($1)" }.declared(at: place(line)).erased
    }

    @Test func runsNothingWhenItMoves() async throws {
        let digests = CodeDigests(sources: ["BuildGraphTests": "1", "BuildGraph": "1"])
        let engine = makeEngine(MemoryStore(), digests: digests)
        let first = graph(10)
        #expect(try await engine.build(nodes: [first]).ran.count == 6)
        let moved = graph(500)
        #expect(first.place != moved.place)
        #expect(try await engine.build(nodes: [moved]).ran == [])
    }

    @Test func isNamedForBothOfTwoDeclarations() {
        for second in [Constant(value: 1), Constant(value: 2)] {
            let error = #expect(throws: BuildGraphError.self) {
                try Graph([
                    Node("n", Constant(value: 1), fileID: "M/A.swift", line: 3).erased,
                    Node("n", second, fileID: "M/B.swift", line: 4).erased,
                ])
            }
            #expect(error?.description.contains("M/A.swift:3") == true)
            #expect(error?.description.contains("M/B.swift:4") == true)
        }
    }
}
