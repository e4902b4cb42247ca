import BuildGraph
import ContentHash
import Testing

@Suite("A node runs only when something it depends on changed")
struct MinimalityTests {
    func graph(_ a: Int, _ b: Int, offset: Int = 0) -> Node<Int> {
        let sum = Node("sum", Sum(offset: offset), from: Node("a", Constant(value: a)), Node("b", Constant(value: b)))
        return Node("twice", Sum(), from: sum, Node("sign", Sign(), from: sum))
    }

    @Test func aSecondBuildRunsNothing() async throws {
        let engine = makeEngine(MemoryStore())
        #expect(try await engine.build(nodes: [graph(1, 2).erased]).ran == ["a", "b", "sum", "sign", "twice"])
        #expect(try await engine.build(nodes: [graph(1, 2).erased]).ran == [])
    }

    @Test func aChangedParameterRunsTheNodeAndWhatChangesWithIt() async throws {
        let engine = makeEngine(MemoryStore())
        try await engine.build(nodes: [graph(1, 2).erased])
        #expect(try await engine.build(nodes: [graph(1, 3).erased]).ran == ["b", "sum", "sign", "twice"])
    }

    @Test func anUnchangedResultStopsTheRebuild() async throws {
        let engine = makeEngine(MemoryStore())
        try await engine.build(nodes: [graph(1, 2).erased])
        // 7 - 4 instead of 1 + 2: the sum comes out as before, so nothing behind it runs.
        #expect(try await engine.build(nodes: [graph(7, -4).erased]).ran == ["a", "b", "sum"])
    }

    @Test func goingBackToAnOldParameterRunsNothing() async throws {
        let engine = makeEngine(MemoryStore())
        try await engine.build(nodes: [graph(1, 2).erased])
        try await engine.build(nodes: [graph(1, 5).erased])
        #expect(try await engine.build(nodes: [graph(1, 2).erased]).ran == [])
    }

    @Test func renamingANodeRunsNothing() async throws {
        let engine = makeEngine(MemoryStore())
        try await engine.build(nodes: [Node("old", Constant(value: 1)).erased])
        #expect(try await engine.build(nodes: [Node("new", Constant(value: 1)).erased]).ran == [])
    }

    @Test func twoNodesOfOneKeyRunOnce() async throws {
        let nodes = (0..<20).map { Node("n\($0)", Constant(value: 1)).erased }
        #expect(try await makeEngine(MemoryStore(), jobs: 8).build(nodes: nodes).ran.count == 1)
    }

    @Test func closuresOfOneModuleAreToldApartByName() async throws {
        let engine = makeEngine(MemoryStore())
        #expect(try await engine.value(of: Node("one") { 1 }) == 1)
        #expect(try await engine.value(of: Node("two") { 2 }) == 2)
    }

    @Test func aClosuresParametersAreInItsKey() async throws {
        let engine = makeEngine(MemoryStore())
        func node(_ factor: Int) -> Node<Int> {
            Node("scaled", from: Node("a", Constant(value: 2)), parameters: factor) { factor, a in factor * a }
        }
        #expect(try await engine.value(of: node(3)) == 6)
        #expect(try await engine.value(of: node(4)) == 8)
    }

    @Test func anOptionalBlobTellsNilFromBytes() async throws {
        let engine = makeEngine(MemoryStore())
        #expect(try await engine.value(of: Node("nil") { Blob?.none }) == nil)
        #expect(try await engine.value(of: Node("some") { Blob?.some(Blob([0xf6])) }) == Blob([0xf6]))
        #expect(try await engine.value(of: Node("bare") { Blob([0xf6]) }) == Blob([0xf6]))
    }

    @Test func theOrderOfInputsCounts() async throws {
        let engine = makeEngine(MemoryStore())
        let a = Node("a", Constant(value: 1))
        let b = Node("b", Constant(value: 2))
        func text(_ first: Node<Int>, _ second: Node<Int>) -> Node<String> {
            Node("text", from: first, second) { "\($0) \($1)" }
        }
        #expect(try await engine.value(of: text(a, b)) == "1 2")
        #expect(try await engine.value(of: text(b, a)) == "2 1")
    }

    @Test func aFinalResultInTheCacheNeedsNothingUpstream() async throws {
        let store = MemoryStore()
        let engine = makeEngine(store)
        let report = try await engine.build(nodes: [graph(1, 2).erased])
        for entry in report.nodes where entry.name != "twice" && entry.output != report.nodes.last?.output {
            if let output = entry.output { store.remove(blob: output) }
        }
        #expect(try await engine.build(nodes: [graph(1, 2).erased]).ran == [])
        #expect(try await engine.value(of: graph(1, 2)) == 4)
    }

    @Test func aChangeOfAModulesCodeRunsItsNodes() async throws {
        let store = MemoryStore()
        try await makeEngine(store).build(nodes: [graph(1, 2).erased])
        let edited = CodeDigests(sources: ["BuildGraphTests": "v2"], toolchain: "swift 6")
        // The constants come out as before, but their code is that of the sums too.
        #expect(try await makeEngine(store, digests: edited).build(nodes: [graph(1, 2).erased]).ran.count == 5)
    }

    @Test func anotherPlatformSharesNothing() async throws {
        let store = MemoryStore()
        var engine = makeEngine(store)
        try await engine.build(nodes: [graph(1, 2).erased])
        engine.platform.instructionSets = ["avx2"]
        #expect(try await engine.build(nodes: [graph(1, 2).erased]).ran.count == 5)
    }

    @Test func resultsDoNotDependOnTheNumberOfJobs() async throws {
        let one = try await makeEngine(MemoryStore(), jobs: 1).build(nodes: [graph(3, 4).erased])
        let many = try await makeEngine(MemoryStore(), jobs: 8).build(nodes: [graph(3, 4).erased])
        #expect(one.nodes.map(\.output) == many.nodes.map(\.output))
        #expect(one.nodes.map(\.key) == many.nodes.map(\.key))
    }
}
