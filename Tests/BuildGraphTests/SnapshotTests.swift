import ContentHash
import Foundation
import Testing

@testable import BuildGraph

@Suite("A build with nothing to do is known by a snapshot, which hides nothing")
struct SnapshotTests {
    let folder: TemporaryFolder
    let store: DiskStore

    /// What a graph is made of, to change one thing of it at a time.
    struct Plan {
        var title = "n"
        var middleName = "sum"
        var lastName = "render"
        var path = "out/a"
        var inputs = (0, 1)
        var digests = testDigests
    }

    /// Built until a snapshot is there: the files' stamps have to settle.
    init() async throws {
        folder = try TemporaryFolder()
        store = DiskStore(folder.url.appending(path: "cache"))
        try folder.write("1", to: "src/0")
        try folder.write("2", to: "src/1")
        repeat { _ = try await build() } while !store.hasSnapshot
    }

    func outputs(_ plan: Plan) -> [OutputFile] {
        let leaves = (0..<2).map { column in
            Node("leaf/\(column)", from: .file("src/\(column)")) { (blob: Blob) in Int(blob.text) ?? -1 }
        }
        let sum = Node(plan.middleName, Sum(), from: leaves[plan.inputs.0], leaves[plan.inputs.1])
        return [
            // First, so that the order of the nodes does not depend on the order of the sum's inputs.
            OutputFile("out/b", from: Node("other", Render(title: "b"), from: leaves[1])),
            OutputFile(plan.path, from: Node(plan.lastName, Render(title: plan.title), from: sum)),
        ]
    }

    func build(_ plan: Plan = Plan(), observer: @escaping BuildObserver = { _ in }) async throws -> BuildReport {
        try await makeEngine(store, digests: plan.digests, sourceFolder: folder.url, observer: observer)
            .build(outputs: outputs(plan), into: folder.url)
    }

    /// Whether builds go by the snapshot: what it says is in their reports, true or not.
    func isUsed(_ plan: Plan = Plan()) async throws -> Bool {
        let whole = try #require(try? SystemFile.read(store.path + "/snapshot"))
        let snapshot = try #require(BuildSnapshot(bytes: whole))
        defer { try? store.setSnapshot(whole) }
        let results = (0..<snapshot.nodes).map { position in
            var result = snapshot.result(position, isInput: false)
            result.seconds = 12345
            return result
        }
        let stamps = try ["src/1", "src/0", "out/b", "out/a"].map { try #require(SystemFile.stamp(folder.path($0))) }
        let index = try #require(store.index())
        try store.setSnapshot(
            BuildSnapshot.bytes(
                structure: snapshot.structure, seal: try #require(ContentDigest(bytes: index.suffix(32))),
                results: results, inputs: Array(stamps[..<2]), outputs: Array(stamps[2...])))
        return try await build(plan).nodes.contains { $0.seconds == 12345 }
    }

    @Test func anUnchangedBuildGoesByIt() async throws {
        #expect(try await isUsed())
    }

    @Test func theReportIsThatOfABuildWithoutIt() async throws {
        let log = EventLog()
        let fast = try await build(observer: log.observer)
        try FileManager.default.removeItem(atPath: store.path + "/snapshot")
        let slow = try await build()
        #expect(fast.nodes.map(\.name) == slow.nodes.map(\.name))
        #expect(fast.nodes.map(\.outcome) == slow.nodes.map(\.outcome))
        #expect(fast.nodes.map(\.key) == slow.nodes.map(\.key))
        #expect(fast.nodes.map(\.output) == slow.nodes.map(\.output))
        #expect(fast.nodes.map(\.size) == slow.nodes.map(\.size))
        #expect(fast.nodes.map(\.seconds) == slow.nodes.map(\.seconds))
        #expect(fast.files.map(\.path) == slow.files.map(\.path))
        #expect(fast.files.map(\.node) == slow.files.map(\.node))
        #expect(fast.files.map(\.outcome) == slow.files.map(\.outcome))
        #expect(fast.files.map(\.content) == slow.files.map(\.content))
        #expect(fast.nodes.contains { $0.key != nil } && fast.nodes.contains { $0.outcome == .input })
        #expect(log.cached == fast.nodes.map(\.name))
    }

    @Test func anotherParameterRunsItsNode() async throws {
        let report = try await build(Plan(title: "m"))
        #expect(report.ran == ["render"])
        #expect(
            report.nodes.first { $0.name == "render" }?.reason
                == .parameterChanged(name: "title", from: "\"n\"", to: "\"m\""))
        #expect(folder.text("out/a") == "m: 3\n")
    }

    @Test func anotherNameIsReported() async throws {
        let report = try await build(Plan(middleName: "total"))
        #expect(report.ran.isEmpty)
        #expect(report.nodes.map(\.name).contains("total"))
        #expect(!report.nodes.map(\.name).contains("sum"))
    }

    @Test func aNewNameIsRememberedForItsNextRun() async throws {
        _ = try await build(Plan(lastName: "plot"))
        let report = try await build(Plan(title: "m", lastName: "plot"))
        #expect(
            report.nodes.first { $0.name == "plot" }?.reason
                == .parameterChanged(name: "title", from: "\"n\"", to: "\"m\""))
    }

    @Test func anotherPathIsWritten() async throws {
        #expect(try await build(Plan(path: "out/c")).files.map(\.outcome) == [.unchanged, .written])
        #expect(folder.text("out/c") == "n: 3\n")
    }

    @Test func exchangedInputsAreNoticed() async throws {
        #expect(try await build(Plan(inputs: (1, 0))).ran == ["sum"])
    }

    @Test func otherCodeRunsItsNodes() async throws {
        let digests = CodeDigests(sources: ["BuildGraphTests": "v2"], toolchain: "swift 6")
        #expect(Set(try await build(Plan(digests: digests)).ran) == ["leaf/0", "leaf/1", "sum", "render", "other"])
    }

    @Test func anotherPlatformRunsItsNodes() async throws {
        var engine = makeEngine(store, sourceFolder: folder.url)
        engine.platform.library = "libm 2"
        #expect(try await engine.build(outputs: outputs(Plan()), into: folder.url).ran.count == 5)
    }

    @Test func anotherFolderIsFilled() async throws {
        let report = try await makeEngine(store, sourceFolder: folder.url)
            .build(outputs: outputs(Plan()), into: folder.url.appending(path: "elsewhere"))
        #expect(report.files.map(\.outcome) == [.written, .written])
        #expect(folder.text("elsewhere/out/a") == "n: 3\n")
    }

    @Test(arguments: ["n: 4\n", "n: 33\n"])
    func aTamperedOutputIsRestored(_ text: String) async throws {
        // In place, so that the inode is the same.
        let file = try FileHandle(forWritingTo: folder.url.appending(path: "out/a"))
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
        #expect(try await build().files.map(\.outcome) == [.unchanged, .restored])
        #expect(folder.text("out/a") == "n: 3\n")
    }

    @Test func aTamperedOutputWithTheOldTimeIsRestored() async throws {
        let path = folder.path("out/a")
        let time = try #require(FileManager.default.attributesOfItem(atPath: path)[.modificationDate])
        let file = try FileHandle(forWritingTo: folder.url.appending(path: "out/a"))
        try file.write(contentsOf: Data("n: 4\n".utf8))
        try file.close()
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
        #expect(try await build().files.map(\.outcome) == [.unchanged, .restored])
    }

    @Test(arguments: [true, false])
    func whatIsAlteredInPlaceWithItsTimesSetBackIsNoticed(_ hasSnapshot: Bool) async throws {
        if !hasSnapshot { try FileManager.default.removeItem(atPath: store.path + "/snapshot") }
        let before = try #require(SystemFile.stamp(folder.path("out/a")))
        try folder.alterInPlace("out/a", "n: 4\n")
        let after = try #require(SystemFile.stamp(folder.path("out/a")))
        #expect(
            after.size == before.size && after.modified == before.modified && after.inode == before.inode
                && after.changed != before.changed)
        #expect(try await build().files.map(\.outcome) == [.unchanged, .restored])
        #expect(folder.text("out/a") == "n: 3\n")
        repeat { _ = try await build() } while !store.hasSnapshot
        if !hasSnapshot { try FileManager.default.removeItem(atPath: store.path + "/snapshot") }
        try folder.alterInPlace("src/0", "5")
        #expect(Set(try await build().ran) == ["leaf/0", "sum", "render"])
    }

    @Test func aDeletedOutputIsRestored() async throws {
        try FileManager.default.removeItem(atPath: folder.path("out/b"))
        #expect(try await build().files.map(\.outcome) == [.restored, .unchanged])
    }

    @Test func aLinkInAnOutputsPlaceIsReplaced() async throws {
        try FileManager.default.moveItem(atPath: folder.path("out/a"), toPath: folder.path("out/moved"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("out/a"), withDestinationPath: folder.path("out/moved"))
        #expect(try await build().files.last?.outcome != .unchanged)
        #expect(SystemFile.stamp(folder.path("out/a"))?.isRegular == true)
    }

    @Test func aTouchedFileRunsAndRewritesNothing() async throws {
        for name in ["src/0", "out/a"] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder.path(name))
        }
        let report = try await build()
        #expect(report.ran.isEmpty)
        #expect(report.files.map(\.outcome) == [.unchanged, .unchanged])
    }

    @Test func anEditedInputOfTheSameSizeReachesItsOutputs() async throws {
        let file = try FileHandle(forWritingTo: folder.url.appending(path: "src/0"))
        try file.write(contentsOf: Data("5".utf8))
        try file.close()
        #expect(Set(try await build().ran) == ["leaf/0", "sum", "render"])
        #expect(folder.text("out/a") == "n: 7\n")
    }

    @Test func aMissingInputFailsTheBuild() async throws {
        try FileManager.default.removeItem(atPath: folder.path("src/0"))
        await #expect(throws: BuildGraphError.self) { _ = try await build() }
    }

    @Test func anInputMayBeALink() async throws {
        try FileManager.default.moveItem(atPath: folder.path("src/0"), toPath: folder.path("src/real"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("src/0"), withDestinationPath: folder.path("src/real"))
        #expect(try await build().ran.isEmpty)
        try folder.write("9", to: "src/real")
        #expect(try await build().ran.contains("render"))
    }

    @Test func wantedResultsThatAreLostAreMadeAgain() async throws {
        func build() async throws -> BuildReport {
            try await makeEngine(store, sourceFolder: folder.url).build(nodes: outputs(Plan()).map(\.node))
        }
        _ = try await build()
        #expect(try await build().ran.isEmpty)
        try FileManager.default.removeItem(atPath: store.file("cas", ContentDigest(of: "n: 3\n")))
        #expect(try await build().ran == ["render"])
    }

    @Test(arguments: ["index", "ac"])
    func itIsNotUsedWithoutTheIndexItBelongsTo(_ part: String) async throws {
        try FileManager.default.removeItem(atPath: store.path + "/index")
        #expect(!store.hasSnapshot)
        if part == "ac" { try FileManager.default.removeItem(atPath: store.path + "/ac") }
        #expect(try await build().ran.isEmpty == (part == "index"))
    }

    @Test func whatTheIndexForgetsIsMadeAgain() async throws {
        let key = try #require(try await build().nodes.first { $0.name == "sum" }?.key)
        try FileManager.default.removeItem(atPath: store.file("ac", key))
        #expect(try await build().ran.isEmpty)
        #expect(try store.verify().forgotten == 1)
        #expect(!store.hasSnapshot)
        #expect(try await build().ran == ["sum"])
    }

    @Test func aBuildThatRanLeavesTheOldOneUnused() async throws {
        _ = try await build(Plan(title: "m"))
        #expect(!store.hasSnapshot)
    }

    @Test(arguments: [0, 60, 100, -1])
    func aDamagedOneIsAsGoodAsNone(_ place: Int) async throws {
        var bytes = try SystemFile.read(store.path + "/snapshot")
        bytes[place < 0 ? bytes.count + place : place] ^= 1
        try store.setSnapshot(bytes)
        #expect(BuildSnapshot(bytes: bytes) == nil)
        #expect(try await build().ran.isEmpty)
        try store.setSnapshot(bytes)
        #expect(try store.verify().damaged.map(\.file) == ["snapshot"])
    }

    @Test(arguments: [0, 1, 50, 101])
    func aPartOfOneIsNone(_ count: Int) throws {
        let bytes = try SystemFile.read(store.path + "/snapshot")
        #expect(BuildSnapshot(bytes: Array(bytes.prefix(count))) == nil)
        #expect(BuildSnapshot(bytes: bytes) != nil)
    }

    @Test func valuesAreReadAndVerified() async throws {
        let node = Node("n", Constant(value: 4))
        let engine = makeEngine(store)
        _ = try await engine.build(nodes: [node.erased])
        _ = try await engine.build(nodes: [node.erased])
        #expect(try await engine.value(of: node) == 4)
    }

    @Test func aNodeThatIsDeclaredTwiceIsAnErrorInEachBuild() async throws {
        for _ in 0..<2 {
            let nodes = (0..<2).map { _ in Node("n", Constant(value: 4)).erased }
            await #expect(throws: BuildGraphError.self) { _ = try await makeEngine(store).build(nodes: nodes) }
        }
    }

    @Test func twoStepsOfOneNameAreStillAnError() async throws {
        let nodes = (0..<2).map { Node("n", Constant(value: $0)).erased }
        for _ in 0..<2 {
            await #expect(throws: BuildGraphError.self) { _ = try await makeEngine(store).build(nodes: nodes) }
        }
    }
}

extension EventLog {
    var cached: [String] {
        events.withLock { $0.compactMap { if case .nodeCached(let name) = $0 { name } else { nil } } }
    }
}
