import BuildGraph
import ContentHash
import Synchronization
import Testing

/// A store that is read-only, or fails in another way.
private final class RefusingStore: Store {
    let contents = MemoryStore()
    let error: any Error

    init(_ error: any Error = BuildGraphError.storeNotWritable(path: "/cache", problem: "Read-only file system")) {
        self.error = error
    }

    func record(for key: ContentDigest) -> StoreLookup<ActionRecord> { contents.record(for: key) }
    func insert(_ record: ActionRecord) throws { throw error }
    func blob(_ content: ContentDigest) -> StoreLookup<[UInt8]> { contents.blob(content) }
    func mayContain(_ content: ContentDigest) -> Bool { contents.mayContain(content) }
    func insert(blob bytes: [UInt8], worth seconds: Double) throws -> ContentDigest { throw error }
    func lastKey(ofNode name: String) -> ContentDigest? { nil }
    func setLastKey(_ key: ContentDigest, ofNode name: String) throws { throw error }
    func index() -> [UInt8]? { contents.index() }
    func setIndex(_ bytes: [UInt8]) throws { throw error }
    var temporaryFolder: String? { nil }
    func flush() {}
    func removeAll() throws { throw error }
}

@Suite("Where the cache cannot be written")
struct FallbackStoreTests {
    private let node = Node("double", Sum(), from: Node("a", Constant(value: 20)), Node("b", Constant(value: 22)))

    private func store(_ base: any Store, _ problems: Problems = Problems()) -> FallbackStore {
        FallbackStore(base) { problems.note("\($0)") }
    }

    private final class Problems: Sendable {
        private let texts = Mutex<[String]>([])
        func note(_ text: String) { texts.withLock { $0.append(text) } }
        var all: [String] { texts.withLock(\.self) }
    }

    @Test func aValueIsComputedAllTheSameAndThatIsToldOnce() async throws {
        let (base, problems) = (RefusingStore(), Problems())
        #expect(try await makeEngine(store(base, problems)).value(of: node) == 42)
        #expect(problems.all.count == 1)
        #expect(problems.all.first?.contains("cannot write to the cache: /cache: Read-only file system") == true)
        #expect(base.contents.records.isEmpty)
    }

    @Test func whatTheCacheHasIsNotComputedAgain() async throws {
        let base = RefusingStore()
        try await makeEngine(base.contents).build(nodes: [node.erased])
        let problems = Problems()
        let report = try await makeEngine(store(base, problems)).build(nodes: [node.erased])
        #expect(report.ran == [] && problems.all == [])
        let further = Node("further", Sum(), from: node, node)
        #expect(try await makeEngine(store(base)).build(nodes: [further.erased]).ran == ["further"])
    }

    @Test func aDamagedResultIsMadeAgainInMemory() async throws {
        let base = RefusingStore()
        let report = try await makeEngine(base.contents).build(nodes: [node.erased])
        base.contents.corrupt(blob: try #require(report.nodes.last?.output), with: [1, 2])
        #expect(try await makeEngine(store(base)).value(of: node) == 42)
    }

    @Test func anErrorThatIsNoRefusalIsOne() async throws {
        let base = RefusingStore(BuildGraphError.internalInconsistency("broken"))
        let error = await #expect(throws: BuildGraphError.self) {
            try await makeEngine(store(base)).value(of: node)
        }
        #expect(error?.description.contains("broken") == true)
    }

    @Test func aCacheThatCanBeWrittenIs() async throws {
        let base = MemoryStore()
        #expect(try await makeEngine(store(base)).value(of: node) == 42)
        #expect(base.records.count == 3)
    }
}
