import BuildGraph
import ContentHash
import DataFiles
import Foundation
import Testing
import Units
import YAMLData

@Suite("Readers as nodes")
struct ReaderNodeTests {
    private func engine(_ store: any Store, in folder: URL) -> BuildEngine {
        BuildEngine(
            store: store,
            digests: CodeDigests(sources: ["DataFiles": "1", "YAMLData": "1", "DataFilesTests": "1"], toolchain: "x"),
            jobs: 1, sourceFolder: folder)
    }

    private func folder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "data-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return folder
    }

    private func sum(of table: Node<DataTable>) -> Node<Double> {
        Node("sum", from: table) { try $0.numbers("mass").reduce(0, +) }
    }

    private let columns: [DataColumn] = [.number("mass", .energy)]

    @Test("give typed values, from files and from what other nodes give")
    func values() async throws {
        let folder = try folder([
            "a.csv": "mass [MeV]\n1500\n500\n", "b.json": "[1, 2]", "c.yaml": "theta: 1\nbeam: muon\nmasses: [3]\n",
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let engine = engine(MemoryStore(), in: folder)
        #expect(try await engine.value(of: sum(of: Node("a", table: .file("a.csv"), columns: columns))) == 2)
        #expect(try await engine.value(of: Node<[Int]>("b", json: .file("b.json"))) == [1, 2])
        let cuts = Node<Cuts>("c", yaml: .file("c.yaml"))
        #expect(try await engine.value(of: cuts).masses == [3])
        let made = Node<Blob>("made", from: cuts) { Blob(utf8: "[\($0.theta)]") }
        #expect(try await engine.value(of: Node<[Double]>("again", json: made)) == [1])
    }

    @Test("run nothing further where a remark, another unit or another file's name leaves the values as they were")
    func cutoff() async throws {
        let folder = try folder(["a.csv": "mass [MeV]\n1500\n", "b.csv": "# a remark\nother,mass [GeV]\nx,1.5\n"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let engine = engine(MemoryStore(), in: folder)
        try await engine.build(nodes: [sum(of: Node("t", table: .file("a.csv"), columns: columns)).erased])
        let report = try await engine.build(nodes: [sum(of: Node("t", table: .file("b.csv"), columns: columns)).erased])
        #expect(report.ran == ["t"])
    }

    @Test("name the file that is at fault, and its line")
    func faults() async throws {
        let folder = try folder(["a.csv": "mass [MeV]\n1500\nx\n"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let node = sum(of: Node("t", table: .file("a.csv"), columns: columns))
        let error = await #expect(throws: BuildGraphError.self) {
            try await engine(MemoryStore(), in: folder).build(nodes: [node.erased])
        }
        #expect(error?.description.contains("node t failed: a.csv:3:1: column 'mass': this is no number: 'x'") == true)
    }
}
