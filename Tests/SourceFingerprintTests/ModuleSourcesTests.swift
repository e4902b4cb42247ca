import BuildGraph
import ContentHash
import FoundationEssentials
import Glibc
import SourceFingerprint
import Testing

@Suite("A module's digest covers its files")
struct ModuleSourcesTests {
    final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "paperbuild-test-\(UUID().uuidString)")

        init() throws {
            try write("let a = 1\n", to: "A.swift")
            try write("let b = 2\n", to: "Sub/B.swift")
            try write("#define C 3\n", to: "include/c.h")
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ text: String, to name: String) throws {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }

        func remove(_ name: String) throws { try FileManager.default.removeItem(at: url.appending(path: name)) }

        func digest() throws -> ContentDigest {
            try ModuleSources(name: "M", folder: url.path(percentEncoded: false)).digest()
        }
    }

    @Test func itDoesNotDependOnTheFolder() throws {
        #expect(try Folder().digest() == Folder().digest())
    }

    @Test func aCommentDoesNotCount() throws {
        let folder = try Folder()
        let before = try folder.digest()
        try folder.write("// Why.\nlet a = 1\n", to: "A.swift")
        #expect(try folder.digest() == before)
    }

    @Test func filesThatAreNotSourcesDoNotCount() throws {
        let folder = try Folder()
        let before = try folder.digest()
        try folder.write("x", to: ".A.swift.swp")
        try folder.write("x", to: "README.md")
        try folder.write("x", to: "A.swift~")
        try folder.write("x", to: "#A.swift#")
        try folder.write("x", to: "._A.swift")
        symlink("user@host.1:2", folder.url.appending(path: "Sub/.#B.swift").path(percentEncoded: false))
        mkfifo(folder.url.appending(path: "Sub/pipe.swift").path(percentEncoded: false), 0o600)
        #expect(try folder.digest() == before)
    }

    @Test(arguments: ["edited", "added", "removed", "renamed", "header"])
    func eachChangeCounts(_ change: String) throws {
        let folder = try Folder()
        let before = try folder.digest()
        switch change {
        case "edited": try folder.write("let b = 3\n", to: "Sub/B.swift")
        case "added": try folder.write("", to: "C.swift")
        case "removed": try folder.remove("Sub/B.swift")
        case "renamed":
            // To a name that sorts as the old one does.
            try folder.remove("A.swift")
            try folder.write("let a = 1\n", to: "B.swift")
        default: try folder.write("#define C 4\n", to: "include/c.h")
        }
        #expect(try folder.digest() != before)
    }

    @Test func anEmptyFolderIsAnError() throws {
        let folder = try Folder()
        for name in ["A.swift", "Sub", "include"] { try folder.remove(name) }
        #expect(throws: EmptyModule.self) { try folder.digest() }
    }

    @Test func generatedSourceIsTheSameForEqualDigests() {
        let one = GeneratedDigests(
            sources: ["B": "2", "A": "1"], dependencies: ["B": ["C", "A"]], folders: ["B": "S/B", "A": "T/a"],
            toolchain: "6 \"x\"")
        let two = GeneratedDigests(
            sources: ["A": "1", "B": "2"], dependencies: ["B": ["A", "C"]], folders: ["A": "T/a", "B": "S/B"],
            toolchain: "6 \"x\"")
        #expect(one.swiftSource == two.swiftSource)
        #expect(one.swiftSource.contains(#""B": ["A", "C"],"#))
        #expect(one.swiftSource.contains(#""A": "T/a","#))
        #expect(one.swiftSource.contains(#"static let toolchain = "6 \"x\"""#))
    }
}

@Suite("The generated digests are those of the sources")
struct GeneratedCodeDigestTests {
    /// The package's folder, from the place of this file.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false)

    @Test(arguments: GeneratedCodeDigests.sources.keys.sorted())
    func ofModule(_ module: String) throws {
        let stale = try GeneratedDigests.staleModules(
            GeneratedCodeDigests.sources.filter { $0.key == module }, folders: GeneratedCodeDigests.folders,
            package: Self.package)
        #expect(stale.isEmpty, "SwiftPM did not run the plugin again; remove .build/plugins and build again")
    }

    @Test func aModuleWhoseFolderIsGoneIsStale() throws {
        let sources = GeneratedCodeDigests.sources.filter { $0.key == "SourceFingerprint" }
        let stale = try GeneratedDigests.staleModules(
            sources, folders: ["SourceFingerprint": "Sources/Elsewhere"], package: Self.package)
        #expect(stale == ["SourceFingerprint"])
    }

    @Test func theyCoverWhatTheModuleImports() {
        #expect(GeneratedCodeDigests.sources.keys.contains("CCrypto"))
        #expect(GeneratedCodeDigests.dependencies["BuildGraph"] == ["CLinux", "Computing", "ContentHash"])
        #expect(GeneratedCodeDigests.toolchain.contains("Swift version"))
    }

    @Test func theEngineTakesThem() {
        let digests = CodeDigests(
            sources: GeneratedCodeDigests.sources, dependencies: GeneratedCodeDigests.dependencies,
            toolchain: GeneratedCodeDigests.toolchain)
        #expect(digests.digest(of: "SourceFingerprint") != nil)
        #expect(digests.digest(of: "Nowhere") == nil)
    }

    @Test func anEditBelowChangesTheDigestAbove() {
        func digests(_ below: String) -> CodeDigests {
            CodeDigests(
                sources: ["Top": "1", "Middle": "1", "Below": below, "Aside": "1"],
                dependencies: ["Top": ["Middle"], "Middle": ["Below"]], toolchain: "6")
        }
        #expect(digests("1").digest(of: "Top") != digests("2").digest(of: "Top"))
        #expect(digests("1").digest(of: "Aside") == digests("2").digest(of: "Aside"))
    }
}
