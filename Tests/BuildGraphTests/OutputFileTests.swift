import BuildGraph
import ContentHash
import Foundation
import Testing

@Suite("Output files equal their nodes' bytes")
struct OutputFileTests {
    let folder: TemporaryFolder
    let store: DiskStore
    let engine: BuildEngine

    init() throws {
        folder = try TemporaryFolder()
        store = DiskStore(folder.url.appending(path: "cache"))
        engine = makeEngine(store)
    }

    func output(_ value: Int, path: String = "figures/n.txt") -> OutputFile {
        OutputFile(path, from: Node("render", Render(title: "n"), from: Node("a", Constant(value: value))))
    }

    func outcome(_ output: OutputFile) async throws -> BuildReport.FileEntry.Outcome? {
        try await engine.build(outputs: [output], into: folder.url).files.first?.outcome
    }

    @Test func aNewFileIsWrittenAndThenLeftAlone() async throws {
        #expect(try await outcome(output(1)) == .written)
        #expect(folder.text("figures/n.txt") == "n: 1\n")
        let before = try FileManager.default.attributesOfItem(atPath: folder.path("figures/n.txt"))
        #expect(try await outcome(output(1)) == .unchanged)
        let after = try FileManager.default.attributesOfItem(atPath: folder.path("figures/n.txt"))
        #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
        #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    }

    @Test func aNewContentReplacesTheOld() async throws {
        _ = try await outcome(output(1))
        #expect(try await outcome(output(2)) == .written)
        #expect(folder.text("figures/n.txt") == "n: 2\n")
    }

    @Test(arguments: ["tampered", "", "n: 2\n"])
    func aTamperedFileIsRestored(_ text: String) async throws {
        _ = try await outcome(output(1))
        try folder.write(text, to: "figures/n.txt")
        #expect(try await outcome(output(1)) == .restored)
        #expect(folder.text("figures/n.txt") == "n: 1\n")
    }

    @Test func aFileTamperedWithAtOnceIsRestoredEveryTime() async throws {
        // Within one tick of the file system's clock, in place and with the size kept.
        let engine = makeEngine(MemoryStore())
        func outcome(_ output: OutputFile) async throws -> BuildReport.FileEntry.Outcome? {
            try await engine.build(outputs: [output], into: folder.url).files.first?.outcome
        }
        _ = try await outcome(output(1))
        for _ in 0..<200 {
            #expect(try await outcome(output(1)) == .unchanged)
            let handle = try FileHandle(forWritingTo: folder.url.appending(path: "figures/n.txt"))
            try handle.write(contentsOf: Data("n: 7\n".utf8))
            try handle.close()
            #expect(try await outcome(output(1)) == .restored)
            #expect(folder.text("figures/n.txt") == "n: 1\n")
        }
    }

    @Test func aDeletedFileIsRestored() async throws {
        _ = try await outcome(output(1))
        try FileManager.default.removeItem(at: folder.url.appending(path: "figures"))
        #expect(try await outcome(output(1)) == .restored)
    }

    @Test func aLinkInAFilesPlaceIsReplacedAndNotFollowed() async throws {
        try folder.write("precious", to: "elsewhere.txt")
        try FileManager.default.createDirectory(atPath: folder.path("figures"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("figures/n.txt"), withDestinationPath: folder.path("elsewhere.txt"))
        #expect(try await outcome(output(1)) == .written)
        #expect(folder.text("elsewhere.txt") == "precious")
    }

    @Test func aLinkToTheRightContentIsReplacedToo() async throws {
        try folder.write("n: 1\n", to: "elsewhere.txt")
        try FileManager.default.createDirectory(atPath: folder.path("figures"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("figures/n.txt"), withDestinationPath: folder.path("elsewhere.txt"))
        _ = try await outcome(output(1))
        try folder.write("changed", to: "elsewhere.txt")
        #expect(folder.text("figures/n.txt") == "n: 1\n")
    }

    @Test func touchingAFileRewritesNothing() async throws {
        _ = try await outcome(output(1))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder.path("figures/n.txt"))
        #expect(try await outcome(output(1)) == .unchanged)
    }

    @Test(arguments: ["my figures/größe √s.txt", "Ω/ü ü.txt"])
    func pathsMayHaveBlanksAndAnyLetters(_ path: String) async throws {
        #expect(try await outcome(output(1, path: path)) == .written)
        #expect(folder.text(path) == "n: 1\n")
        #expect(try await outcome(output(1, path: path)) == .unchanged)
    }

    @Test(arguments: ["", "/etc/passwd", "../up.txt", "a/../../b", "a//b", "./a", "a/"])
    func pathsOutsideTheFolderAreRefused(_ path: String) async throws {
        await #expect(throws: BuildGraphError.self) { try await outcome(output(1, path: path)) }
    }

    @Test func twoClaimsOfOnePathAreAnError() async throws {
        let other = OutputFile(
            "figures/n.txt", from: Node("other", Render(title: "o"), from: Node("a", Constant(value: 1))))
        let error = await #expect(throws: BuildGraphError.self) {
            try await engine.build(outputs: [output(1), other], into: folder.url)
        }
        #expect(error?.description.contains("render and other") == true)
    }

    @Test func aFileWhereAnotherNeedsAFolderIsAnError() async throws {
        let node = Node("render", Render(title: "n"), from: Node("a", Constant(value: 1)))
        await #expect(throws: BuildGraphError.self) {
            try await engine.build(
                outputs: [OutputFile("a/b", from: node), OutputFile("a", from: node)], into: folder.url)
        }
    }

    @Test func aBlobsContentHashIsThatOfTheFile() async throws {
        let report = try await engine.build(outputs: [output(1)], into: folder.url)
        #expect(report.files[0].content == ContentDigest(of: "n: 1\n"))
    }

    @Test func noTemporaryFileIsLeft() async throws {
        _ = try await outcome(output(1))
        #expect(try folder.files(in: "figures") == ["n.txt"])
        #expect(try folder.files(in: "cache/tmp") == [])
    }

    @Test func anOutputFolderThatIsAFileIsAClearError() async throws {
        try folder.write("", to: "figures")
        let error = await #expect(throws: BuildGraphError.self) { try await outcome(output(1)) }
        #expect(error?.description.contains("cannot write the output file") == true)
    }

    @Test func aFolderInAFilesPlaceIsNamedAndLeftAlone() async throws {
        let file = output(1)
        try folder.write("mine", to: "\(file.path)/notes.txt")
        let error = await #expect(throws: BuildGraphError.self) { try await outcome(file) }
        #expect(error?.description.contains("\(file.path): there is a folder in its place") == true)
        #expect(error?.description.contains("move away what is in its place") == true)
        #expect(try folder.files(in: file.path) == ["notes.txt"])
    }
}
