import Foundation
import TestSupport
import Testing

@testable import Scaffold

@Suite("A new paper")
struct PaperScaffoldTests {
    private let folder = TestRun.folder.appending(path: "scaffold-\(UUID().uuidString)")

    private func scaffold(_ name: String = "pendulum", modules: Set<String> = []) throws -> PaperScaffold {
        try PaperScaffold(name: name, dependency: .path("/kit"), modules: modules)
    }

    private func error(_ body: () throws -> Void) -> ScaffoldError? {
        do {
            try body()
            return nil
        } catch {
            return error as? ScaffoldError
        }
    }

    private func files(_ folder: URL) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
    }

    @Test("has no word left to fill in")
    func noPlaceholder() throws {
        for file in try scaffold().files {
            #expect(!(file.path + file.text).contains(#/@(name|Name|dependency|package|packages)@/#), "\(file.path)")
        }
    }

    @Test("reads its numbers in LaTeX by the style of the examples")
    func style() throws {
        let file = try #require(try scaffold().files.first { $0.path == "paper/paperbuild.sty" })
        let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples")
        let own = try String(
            contentsOf: examples.appending(path: "Oscillations/paper/paperbuild.sty"), encoding: .utf8)
        #expect(own == file.text)
    }

    @Test("is written whole, with scripts that can be run")
    func written() throws {
        try scaffold().write(to: folder)
        let files = files(folder)
        for file in try scaffold().files { #expect(files.contains(file.path)) }
        #expect(FileManager.default.isExecutableFile(atPath: folder.appending(path: ".ci/run").path))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains("Makefile"))
    }

    @Test("goes into an empty folder, and into a new clone of an empty repository", arguments: [true, false])
    func emptyFolder(_ isClone: Bool) throws {
        let inner = isClone ? folder.appending(path: ".git") : folder
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try scaffold().write(to: folder)
        #expect(files(folder).contains("Package.swift"))
        #expect(FileManager.default.fileExists(atPath: inner.path))
    }

    @Test("goes into no folder that has files, and leaves them alone")
    func fullFolder() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appending(path: "README.md"))
        #expect(
            error { try scaffold().write(to: folder) } == .notEmpty(folder: folder.path, example: "README.md"))
        #expect(files(folder) == ["README.md"])
    }

    @Test("goes into no file's place")
    func fileInTheWay() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "file")
        try Data().write(to: file)
        let inside = file.appending(path: "paper")
        #expect(
            error { try scaffold().write(to: inside) } == .insideFolder(folder: inside.path, file: file.path))
    }

    @Test("leaves nothing behind where it cannot be written")
    func noHalf() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // A link to nothing, which is found when all files are written and the folder is to be made.
        let target = folder.appending(path: "paper")
        try FileManager.default.createSymbolicLink(
            atPath: target.path, withDestinationPath: TestRun.missingPath + "/inside")
        guard case .notWritten(target.path, _)? = error({ try scaffold().write(to: target) }) else {
            Issue.record("it was written")
            return
        }
        #expect(files(folder) == ["paper"])
    }

    @Test(
        "has a name that can be that of a module",
        arguments: [("my-paper", "mypaper"), ("9lives", "lives"), ("größe", "gre"), ("", nil), ("--", nil)])
    func names(_ name: String, suggestion: String?) {
        #expect(error { _ = try scaffold(name) } == .noModuleName(name, suggestion: suggestion))
    }

    @Test("does not take the name of a module that it is built with")
    func takenNames() {
        #expect(error { _ = try scaffold("plotting", modules: ["Plotting"]) } != nil)
        #expect(error { _ = try scaffold("signal", modules: ["SignalPhysics"]) } != nil)
        #expect(error { _ = try scaffold("import") } == .taken("import", by: "Swift"))
        #expect(error { _ = try scaffold("pendulum", modules: ["Plotting"]) } == nil)
    }

    @Test("depends on what it is told to")
    func dependencies() throws {
        func package(_ dependency: KitDependency) throws -> String {
            try PaperScaffold(name: "p", dependency: dependency, modules: []).files
                .first { $0.path == "Package.swift" }?.text ?? ""
        }
        let version = try package(try .version("0.2.0", of: "https://example.org/kit/paperbuild.git"))
        #expect(version.contains(#".package(url: "https://example.org/kit/paperbuild.git", exact: "0.2.0")"#))
        #expect(version.contains(#"package: "paperbuild")"#))
        let branch = try package(.branch(url: "file:///a/kit", "main"))
        #expect(branch.contains(#".package(url: "file:///a/kit", branch: "main")"#))
        #expect(branch.contains(#"package: "kit")"#))
        #expect(try package(.path("/a \"b\"")).contains(#".package(name: "paperbuild", path: "/a \"b\"")"#))
    }

    @Test("depends on no version that is none", arguments: ["main", "1.0", "1.2.x", "", "1..2"])
    func badVersion(_ text: String) {
        #expect(error { _ = try KitDependency.version(text, of: "u") } == .badVersion(text))
    }

    @Test("installs what this package installs")
    func systemPackages() throws {
        let makefile = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Makefile")
        let lines = try String(contentsOf: makefile, encoding: .utf8).replacing("\\\n", with: " ")
            .split(separator: "\n")
        let list = try #require(lines.first { $0.hasPrefix("PACKAGES := ") })
        #expect(
            Set(list.dropFirst("PACKAGES := ".count).split(whereSeparator: \.isWhitespace).map(String.init))
                // What compiles the second method of this package's own paper.
                == Set(SystemPackages.ofPapers + ["g++"]))
    }
}
