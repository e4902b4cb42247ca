import BuildGraph
import ContentHash
import FoundationEssentials
import Synchronization
import Testing

@Suite("A failure is reported, never recorded")
struct FailureTests {
    let a = Node("a", Constant(value: 1))

    func failure(_ engine: BuildEngine, _ nodes: [AnyNode]) async throws -> BuildFailure {
        do {
            try await engine.build(nodes: nodes)
        } catch BuildGraphError.buildFailed(let failure) {
            return failure
        }
        throw BuildGraphError.internalInconsistency("the build did not fail")
    }

    @Test func theMessageNamesTheNodeAndWhoAsked() async throws {
        let bad = Node("bad", Failing(), from: a)
        let user = Node("user", Sign(), from: bad)
        let final = Node("final", Sign(), from: user)
        let failure = try await failure(makeEngine(MemoryStore()), [final.erased])
        #expect(
            failure.description == """
                node bad failed: the integral does not converge
                  needed by user, for final
                not built because of that: user, final
                """)
    }

    @Test func aFailedNodeIsTriedAgain() async throws {
        let store = MemoryStore()
        let bad = Node("bad", Failing(), from: a)
        for _ in 0..<2 {
            let failure = try await failure(makeEngine(store), [bad.erased])
            #expect(failure.report.nodes.last?.outcome == .failed)
        }
        #expect(store.records.values.map(\.node) == ["a"])
    }

    @Test func keepGoingFinishesWhatDoesNotDependOnIt() async throws {
        let bad = Node("bad", Failing(), from: a)
        let others = (0..<5).map { Node("other\($0)", Sum(offset: $0), from: a, a).erased }
        let engine = makeEngine(MemoryStore(), jobs: 1, keepGoing: true)
        let failure = try await failure(engine, [Node("user", Sign(), from: bad).erased] + others)
        #expect(failure.report.ran == ["a"] + others.map(\.name))
        #expect(failure.skipped == ["user"])
    }

    @Test func withoutKeepGoingNothingMoreStarts() async throws {
        let bad = Node("bad", Failing(), from: a)
        let others = (0..<5).map { Node("other\($0)", Sum(offset: $0), from: a, a).erased }
        let failure = try await failure(makeEngine(MemoryStore(), jobs: 1), [bad.erased] + others)
        #expect(failure.report.ran == ["a"])
    }

    @Test func everyRootCauseIsNamedInTopologicalOrder() async throws {
        let nodes = ["y", "x"].map { Node($0, Failing(), from: Node("in \($0)", Constant(value: $0 == "x" ? 1 : 2))) }
        let engine = makeEngine(MemoryStore(), jobs: 4, keepGoing: true)
        #expect(try await failure(engine, nodes.map(\.erased)).causes.map(\.node) == ["y", "x"])
    }

    @Test func aMissingInputFileIsNamedWithItsUser() async throws {
        let folder = try TemporaryFolder()
        let table = Node.file("data/limits.csv")
        let user = Node("limits", from: table) { $0.bytes.count }
        let failure = try await failure(makeEngine(MemoryStore(), sourceFolder: folder.url), [user.erased])
        let message = failure.description
        #expect(message.contains("cannot read the input file data/limits.csv: No such file or directory"))
        #expect(message.split(separator: "needed by limits", omittingEmptySubsequences: false).count == 2)
    }

    @Test func anUnknownModuleIsAnErrorBeforeAnythingRuns() async throws {
        let store = MemoryStore()
        let engine = makeEngine(store, digests: CodeDigests(sources: ["BuildGraphTest": "1"]))
        let error = await #expect(throws: BuildGraphError.self) { try await engine.build(nodes: [a.erased]) }
        #expect(error?.description.contains("did you mean BuildGraphTest?") == true)
        #expect(store.records.isEmpty)
    }

    @Test func aTypeWithoutAStableNameIsAnError() async throws {
        struct Local: Computation { func compute(_ input: ()) -> Int { 1 } }
        let error = await #expect(throws: BuildGraphError.self) {
            try await makeEngine(MemoryStore()).build(nodes: [Node("local", Local()).erased])
        }
        #expect(error?.description.contains("make the type internal or public") == true)
    }

    @Test func twoDifferentNodesOfOneNameAreAnError() async throws {
        let nodes = [Node("n", Constant(value: 1)).erased, Node("n", Constant(value: 2)).erased]
        let error = #expect(throws: BuildGraphError.self) { try Graph(nodes) }
        #expect(error?.description.contains("two different nodes are named \"n\"") == true)
        #expect(error?.description.contains(#"{"value":1}"#) == true)
    }

    @Test func twoNodesOfOneNameWithOtherInputsAreAnError() throws {
        let b = Node("b", Constant(value: 2))
        let nodes = [Node("n", Sign(), from: a).erased, Node("n", Sign(), from: b).erased]
        #expect(throws: BuildGraphError.self) { try Graph(nodes) }
    }

    @Test func twoClosuresOfOneNameAreAnError() throws {
        let nodes = [Node("n") { 1 }.erased, Node("n") { 2 }.erased]
        let error = #expect(throws: BuildGraphError.self) { try Graph(nodes) }
        #expect(error?.description.contains("the closure at BuildGraphTests/FailureTests.swift:") == true)
    }

    @Test func oneStepDeclaredTwiceIsAnErrorThatSaysHowToDeclareItOnce() throws {
        func closure() -> AnyNode { Node("n") { 1 }.erased }
        func step() -> AnyNode { Node("n", Constant(value: 1)).erased }
        func file() -> AnyNode { Node.file("n").erased }
        func other() -> AnyNode { Node("other", Constant(value: 7)).erased }
        for node in [closure, step, file] {
            let error = #expect(throws: BuildGraphError.self) { try Graph([node(), node()]) }
            #expect(error?.description.contains("the node \"n\" is declared twice") == true)
            #expect(error?.description.contains("declare it once") == true)
            let again = #expect(throws: BuildGraphError.self) {
                try Graph([node(), a.erased, node(), other(), other()])
            }
            #expect(again?.description.contains("\"n\" is declared twice, and so is other") == true)
            let once = node()
            #expect(try Graph([once, once]).nodes.count == 1)
        }
    }

    @Test func anUnknownNodeSuggestsTheNearName() throws {
        let graph = try Graph([a.erased, Node("reach", Constant(value: 2)).erased])
        let error = #expect(throws: BuildGraphError.self) { try graph.node(named: "raech") }
        #expect(error?.description.contains("did you mean reach?") == true)
    }

    @Test func aCancelledBuildKeepsWhatIsDone() async throws {
        let store = MemoryStore()
        let build = Mutex<Task<BuildReport, any Error>?>(nil)
        let canceller = Node("canceller", from: a, asWritten: .wrapper()) { value -> Int in
            build.withLock { $0?.cancel() }
            return value
        }
        let last = Node("last", Sum(), from: a, canceller)
        // The lock is held until the task is known, so that the node finds it.
        let task = build.withLock { slot in
            let task = Task { try await makeEngine(store, jobs: 1).build(nodes: [last.erased]) }
            slot = task
            return task
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await makeEngine(store).build(nodes: [last.erased]).ran == ["last"])
    }
}
