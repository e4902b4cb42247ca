import BuildGraph
import Foundation
import Testing

@testable import ProgramNodes
@testable import programgraph

@Suite("In a process of its own, what a node's program opens is seen")
struct DeclaredFilesTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    private func findings(_ name: String) async throws -> [String] {
        let sources = place.path("sources")
        try place.write("1 2 3\n", to: "sources/table.txt")
        try place.write("undeclared\n", to: "sources/secret.txt")
        let cache = place.path("cache")
        try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "programgraph").path
        let executor = ProcessExecutor(
            jobs: 1, rules: FileAccessRules([program, cache]), sourceFolder: URL(filePath: sources)
        ) { [program, cache, sources, $0] }
        var engine = ProgramGraph.engine(cache: cache, sources: sources)
        engine.executor = executor
        let nodes = try ProgramGraph.nodes(sources: sources).filter { $0.name == name }
        #expect(nodes.count == 1)
        try await engine.build(nodes: nodes)
        return executor.undeclared.map { access in
            "\(access.node) \(access.kind.rawValue) " + access.path.replacing(sources, with: "SOURCES")
        }
    }

    @Test("and one that keeps to its inputs, its own folder and the system's files is clean")
    func clean() async throws { #expect(try await findings("clean") == []) }

    @Test("and a file that is read undeclared is named")
    func reads() async throws { #expect(try await findings("reads") == ["reads reads SOURCES/secret.txt"]) }

    @Test("and a file that is written outside of its folder is named")
    func writes() async throws { #expect(try await findings("writes") == ["writes writes SOURCES/mess.txt"]) }
}
