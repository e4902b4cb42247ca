import ContentHash
import Foundation
import Glibc
import Testing

@testable import BuildGraph
@testable import lintgraph

@Suite("In a process of its own, each node's undeclared files are seen")
struct LintTests {
    let folder: TemporaryFolder
    let store: DiskStore
    let executor: ProcessExecutor

    init() throws {
        let folder = try TemporaryFolder()
        try folder.write("1 2 3\n", to: "sources/table.txt")
        try folder.write("undeclared\n", to: "sources/secret file.txt")
        let (cache, sources) = (folder.path("cache"), folder.path("sources"))
        store = DiskStore(URL(filePath: cache))
        let program = try #require(Self.program())
        try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
        executor = ProcessExecutor(
            jobs: 2, rules: FileAccessRules([program, cache]), sourceFolder: URL(filePath: sources)
        ) { [program, cache, sources, $0] }
        self.folder = folder
    }

    /// The program beside the tests.
    static func program() -> String? {
        guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8),
            let line = maps.split(separator: "\n").first(where: { $0.hasSuffix("paperbuildPackageTests.xctest") }),
            let start = line.firstIndex(of: "/")
        else { return nil }
        return URL(filePath: String(line[start...])).deletingLastPathComponent().appending(path: "lintgraph").path
    }

    func run(_ names: [String]) async throws -> BuildReport {
        let sources = folder.path("sources")
        var engine = BuildEngine(
            store: store, digests: LintGraph.digests, platform: LintGraph.platform, keepGoing: true,
            sourceFolder: URL(filePath: sources))
        engine.executor = executor
        return try await engine.build(
            nodes: LintGraph.nodes(sources: sources).filter { names.contains($0.name) })
    }

    func undeclared(_ name: String) async throws -> [String] {
        _ = try await run([name])
        let sources = FileAccessRules.resolved(folder.path("sources"))
        return executor.undeclared.map { access in
            #expect(access.node == name)
            return "\(access.kind.rawValue) " + access.path.replacing(sources, with: "SOURCES")
        }
    }

    @Test(arguments: ["declared", "declared-and-opened", "is-checked", "keeps-notes", "looks-in-vain"])
    func aNodeThatReadsWhatItDeclaresIsClean(_ name: String) async throws {
        #expect(try await undeclared(name) == [])
    }

    @Test(arguments: ["reads-a-secret", "reads-in-a-thread"])
    func anUndeclaredFileIsNamed(_ name: String) async throws {
        #expect(try await undeclared(name) == ["reads SOURCES/secret file.txt"])
    }

    @Test func anUndeclaredFolderIsNamed() async throws {
        #expect(try await undeclared("lists-the-folder") == ["lists SOURCES"])
    }

    @Test func aProgramThatANodeStartsIsSeenWithWhatItReads() async throws {
        let found = try await undeclared("asks-a-program")
        #expect(found.contains("reads SOURCES/secret file.txt"))
        #expect(found.contains("runs \(FileAccessRules.resolved("/bin/cat"))"))
    }

    @Test func resultsTravelThroughTheStoreFromProcessToProcess() async throws {
        let report = try await run(["uses-a-result"])
        #expect(report.ran == ["declared", "uses-a-result"])
        let local = BuildEngine(
            store: store, digests: LintGraph.digests, platform: LintGraph.platform,
            sourceFolder: URL(filePath: folder.path("sources")))
        let nodes = LintGraph.nodes(sources: folder.path("sources")).filter { $0.name == "uses-a-result" }
        #expect(try await local.build(nodes: nodes).ran == [])
        let clean = BuildEngine(
            store: MemoryStore(), digests: LintGraph.digests, platform: LintGraph.platform,
            sourceFolder: URL(filePath: folder.path("sources")))
        #expect(try await clean.build(nodes: nodes).nodes.map(\.output) == report.nodes.map(\.output))
    }

    @Test(arguments: ["fails", "dies"])
    func aFailureIsThatOfTheNode(_ name: String) async throws {
        let error = await #expect(throws: BuildGraphError.self) { try await run([name]) }
        let text = try #require(error?.description)
        #expect(text.contains("node \(name) failed"))
        if name == "dies" { #expect(text.contains("its process ended with signal")) }
        #expect(store.files(in: "ac").isEmpty)
    }

    @Test func theMessageNamesNodeAndFileAndSaysWhatToDo() {
        let access = UndeclaredAccess(node: "limits", path: "/data/table.txt", kind: .reads)
        #expect(access.description.contains("node limits reads /data/table.txt"))
        #expect(access.description.contains("make it an input"))
    }

    @Test func whatIsPermittedCoversWhatIsBelowItAndNothingBeside() {
        let rules = FileAccessRules(["/data/a"], ofNodes: [("figures/", ["/fonts/x.otf"])])
        #expect(rules.permits("/data/a", to: "n"))
        #expect(rules.permits("/data/a/b/c", to: "n"))
        #expect(!rules.permits("/data/ab", to: "n"))
        #expect(!rules.permits("/data", to: "n"))
        #expect(rules.permits("/fonts/x.otf", to: "figures/reach"))
        #expect(!rules.permits("/fonts/x.otf", to: "numbers"))
    }
}
