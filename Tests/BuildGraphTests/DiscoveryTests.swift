import ContentHash
import Foundation
import Synchronization
import Testing

@testable import BuildGraph

@Suite("A node that finds out what else it reads")
struct DiscoveryTests {
    let folder: TemporaryFolder
    let store: DiskStore

    init() throws {
        folder = try TemporaryFolder()
        store = DiskStore(folder.url.appending(path: "cache"))
        try folder.write("1", to: "declared")
        try folder.write("one", to: "tree/a")
    }

    /// Gives the text of `tree/b`, or of `tree/a` where there is no such file: as a search path does.
    private func node(_ parameter: String = "") -> Node<Blob> {
        let tree = folder.path("tree")
        return Node(
            "found", fromEach: [.file("declared")], parameters: parameter, asWritten: .wrapper(),
            discovering: { parameter, blobs in
                let paths = [tree + "/b", tree + "/a"]
                let texts = paths.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
                return Discovery(
                    Blob(utf8: parameter + blobs[0].text + (texts.first ?? "nothing")), files: Set(paths + [tree]))
            })
    }

    private func build(_ parameter: String = "", store: (any Store)? = nil) async throws -> BuildReport {
        try await makeEngine(store ?? self.store, sourceFolder: folder.url)
            .build(outputs: [OutputFile("out", from: node(parameter))], into: folder.url)
    }

    @Test func runsOnceForTheSameFiles() async throws {
        #expect(try await build().ran == ["found"])
        for _ in 0..<3 { #expect(try await build().ran.isEmpty) }
        #expect(folder.text("out") == "1one")
    }

    @Test func runsAgainWhenOneOfThemChangesAndSaysWhich() async throws {
        _ = try await build()
        try folder.write("two", to: "tree/a")
        let report = try await build()
        #expect(report.ran == ["found"] && folder.text("out") == "1two")
        #expect(report.nodes.first { $0.name == "found" }?.reason == .inputChanged(name: folder.path("tree/a")))
    }

    @Test func runsAgainWhenAFileAppearsThatIsFoundBefore() async throws {
        _ = try await build()
        try folder.write("new", to: "tree/b")
        #expect(try await build().ran == ["found"])
        #expect(folder.text("out") == "1new")
    }

    @Test func runsAgainWhenAFolderHasAnotherName() async throws {
        _ = try await build()
        try folder.write("", to: "tree/c")
        #expect(try await build().ran == ["found"])
    }

    @Test func findsEveryOldResultAgain() async throws {
        var files: [[String: String]] = []
        for text in ["two", "three"] {
            _ = try await build()
            files.append(["tree/a": folder.text("tree/a") ?? ""])
            try folder.write(text, to: "tree/a")
        }
        for old in files {
            for (name, text) in old { try folder.write(text, to: name) }
            #expect(try await build().ran.isEmpty)
            #expect(folder.text("out") == "1" + (old["tree/a"] ?? ""))
        }
    }

    @Test func keepsTheResultsOfOtherParametersApart() async throws {
        _ = try await build("x")
        #expect(try await build("y").ran == ["found"])
        #expect(folder.text("out") == "y1one")
        #expect(try await build("x").ran.isEmpty)
        #expect(folder.text("out") == "x1one")
    }

    @Test func aSnapshotHidesNoChangeOfThem() async throws {
        repeat { _ = try await build() } while !store.hasSnapshot
        #expect(try await build().ran.isEmpty && store.hasSnapshot)
        // Of the same size, in place.
        let file = try FileHandle(forWritingTo: folder.url.appending(path: "tree/a"))
        try file.write(contentsOf: Data("two".utf8))
        try file.close()
        #expect(try await build().ran == ["found"])
        #expect(folder.text("out") == "1two")
        repeat { _ = try await build() } while !store.hasSnapshot
        try folder.write("new", to: "tree/b")
        #expect(try await build().ran == ["found"])
    }

    @Test func aSnapshotIsUsedWithThem() async throws {
        repeat { _ = try await build() } while !store.hasSnapshot
        // Without the records nothing but the snapshot can tell what to do.
        try FileManager.default.removeItem(atPath: store.path + "/ac")
        #expect(try await build().ran.isEmpty)
    }

    @Test func isPlannedAsItIsBuilt() async throws {
        func outlook() throws -> BuildPlan.NodeEntry.Outlook? {
            try makeEngine(store, sourceFolder: folder.url)
                .plan(outputs: [OutputFile("out", from: node())], into: folder.url).nodes.last?.outlook
        }
        #expect(try outlook() == .runs(.neverBuilt))
        _ = try await build()
        #expect(try outlook() == .cached)
        try folder.write("two", to: "tree/a")
        #expect(try outlook() == .runs(.inputChanged(name: folder.path("tree/a"))))
    }

    @Test func staysThroughACollection() async throws {
        _ = try await build()
        let needed = try makeEngine(store, sourceFolder: folder.url).needed(nodes: [node().erased])
        let later = SystemFile.coarseTime() + 100 * DiskStore.day
        _ = try store.collect(CacheLimits(bytes: 0), needed: needed, now: later)
        #expect(try await build().ran.isEmpty)
        _ = try store.collect(CacheLimits(bytes: 0), needed: [], now: later)
        #expect(try await build().ran == ["found"])
    }

    @Test(arguments: ["ac", "cas"]) func isMadeAgainWhereTheStoreLostIt(_ part: String) async throws {
        _ = try await build()
        try FileManager.default.removeItem(atPath: store.path + "/index")
        try FileManager.default.removeItem(atPath: store.path + "/" + part)
        try FileManager.default.removeItem(atPath: folder.path("out"))
        _ = try await build()
        #expect(folder.text("out") == "1one")
        #expect(try await build().ran.isEmpty)
    }

    @Test func runsAgainAtOnceWhenAFileChangesMeanwhile() async throws {
        let path = folder.path("tree/a")
        let runs = Counter()
        let node = Node<Blob>(
            "found", fromEach: [Node<Blob>](), parameters: 0, asWritten: .wrapper(),
            discovering: { _, _ in
                let text = try String(contentsOfFile: path, encoding: .utf8)
                if runs.next() == 1 { try Data("changed".utf8).write(to: URL(filePath: path)) }
                return Discovery(Blob(utf8: text), files: [path])
            })
        #expect(try await makeEngine(store).value(of: node).text == "changed")
        #expect(runs.count > 1)
    }

    @Test func failsWhereAFileDoesNotRest() async throws {
        let path = folder.path("tree/a")
        let node = Node<Blob>(
            "found", fromEach: [Node<Blob>](), parameters: 0, asWritten: .wrapper(),
            discovering: { _, _ in
                try Data("again".utf8).write(to: URL(filePath: path))
                return Discovery(Blob(utf8: ""), files: [path])
            })
        await #expect(throws: BuildGraphError.self) { _ = try await makeEngine(store).value(of: node) }
    }
}

private final class Counter: Sendable {
    private let value = Mutex(0)

    var count: Int { value.withLock { $0 } }

    func next() -> Int {
        value.withLock {
            $0 += 1
            return $0
        }
    }
}

@Suite("What a killed build left")
struct LeftoverTests {
    @Test func isSweptByTheNextBuildAlsoWhereItIsAFolder() async throws {
        let folder = try TemporaryFolder()
        let store = DiskStore(folder.url.appending(path: "cache"))
        let node = Node("n", Constant(value: 4))
        _ = try await makeEngine(store).build(nodes: [node.erased])
        try folder.write("", to: "cache/tmp/file")
        try folder.write("", to: "cache/tmp/latex-1/tree/paper/main.tex")
        _ = try await makeEngine(store).build(nodes: [node.erased])
        #expect(SystemFile.names(in: store.path + "/tmp").isEmpty)
    }
}
