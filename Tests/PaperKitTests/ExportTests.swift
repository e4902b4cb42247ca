import BuildGraph
import Foundation
import Testing

@testable import PaperKit

@Suite("An export's folder")
final class ExportTests {
    private let scratch: URL
    private var folder: URL { scratch.appending(path: "parent/out") }

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: scratch) }

    private static let first = ExportedFolder(files: [
        .init("index.json", "{}"), .init("a/one.txt", "1"), .init("a/two.txt", "2"),
    ])
    private static let second = ExportedFolder(files: [.init("index.json", "{\"n\": 2}"), .init("b/one.txt", "1")])

    private func write(_ contents: ExportedFolder, export: String = "curves") throws -> ExportTarget.Outcome {
        try ExportTarget(folder, export: export).replace(with: contents)
    }

    private func files(_ folder: URL) throws -> [String: String] {
        var found: [String: String] = [:]
        let paths = FileManager.default.enumerator(atPath: folder.path)
        while let path = paths?.nextObject() as? String {
            let place = folder.appending(path: path)
            if paths?.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                found[path] = try String(contentsOf: place, encoding: .utf8)
            }
        }
        return found
    }

    @Test("is made with its parents, left alone where nothing changed, and replaced as a whole")
    func replaced() throws {
        #expect(try write(Self.first) == .written)
        let made = try files(folder)
        #expect(Set(made.keys) == ["index.json", "a/one.txt", "a/two.txt", ".paperbuild-export"])
        #expect(try write(Self.first) == .unchanged)
        #expect(try write(Self.second) == .replaced)
        #expect(try Set(files(folder).keys) == ["index.json", "b/one.txt", ".paperbuild-export"])
        #expect(try files(folder)["index.json"] == "{\"n\": 2}")
        // Nothing is left beside it.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.deletingLastPathComponent().path) == ["out"])
        #expect(try write(Self.first) == .replaced)
        #expect(try files(folder) == made)
    }

    @Test("may be an empty folder, and one behind a link")
    func emptyAndLinked() throws {
        let real = scratch.appending(path: "real")
        try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
        let link = scratch.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
        #expect(try ExportTarget(link, export: "curves").replace(with: Self.first) == .replaced)
        #expect(try files(real)["a/one.txt"] == "1")
        #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: link.path)) != nil)
    }

    @Test("is refused where it is not its own, and stays as it was")
    func refused() throws {
        func expect(_ words: String, export: String = "curves", line: Int = #line) throws {
            let before = try files(folder)
            let error = #expect(throws: ExportError.self) { try write(Self.second, export: export) }
            #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
            #expect(try files(folder) == before)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appending(path: "notes.txt"))
        try expect("holds 'notes.txt' and is no export")
        try FileManager.default.removeItem(at: folder)
        _ = try write(Self.first)
        try expect("is the export 'curves', not 'pages'", export: "pages")
        try Data("mine".utf8).write(to: folder.appending(path: "a/notes.txt"))
        try expect("holds 'a/notes.txt', which no export wrote")
        try FileManager.default.removeItem(at: folder.appending(path: "a/notes.txt"))
        try FileManager.default.createDirectory(at: folder.appending(path: "mine"), withIntermediateDirectories: true)
        try expect("holds 'mine', which no export wrote")
        try FileManager.default.removeItem(at: folder)
        try Data("mine".utf8).write(to: folder)
        #expect(throws: ExportError.notAFolder(folder.path)) { try write(Self.first) }
    }

    @Test("takes away what an export that was killed left beside it, and nothing else")
    func leftovers() throws {
        _ = try write(Self.first)
        let parent = folder.deletingLastPathComponent()
        let dead = try Process.run(URL(filePath: "/bin/true"), arguments: [])
        dead.waitUntilExit()
        for name in [".out.export-\(dead.processIdentifier)", ".out.export-1", ".other.export-1", ".out.export-x"] {
            try FileManager.default.createDirectory(at: parent.appending(path: name), withIntermediateDirectories: true)
        }
        _ = try write(Self.second)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: parent.path).sorted()
                == [".other.export-1", ".out.export-1", ".out.export-x", "out"])
    }

    @Test(
        "holds plain names alone, each once",
        arguments: [["../a"], ["/a"], ["a//b"], ["a", "a"], [".paperbuild-export"], ["a\nb"]])
    func names(_ paths: [String]) throws {
        #expect(throws: ExportError.self) {
            try write(ExportedFolder(files: paths.map { .init($0, "x") }))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
