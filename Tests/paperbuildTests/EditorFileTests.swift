import Foundation
import Glibc
import Testing

@Suite("What editors and systems leave beside the sources", .enabled(if: BuiltPaper.hasTeX))
struct EditorFileTests {
    /// Locks, swap files, unsaved copies and backups, in each folder that is searched for inputs.
    static func leave(in folder: Scratch) throws {
        for place in ["paper", "paper/sections", "data/limits", "limits", "figures"] {
            try FileManager.default.createDirectory(at: folder(place), withIntermediateDirectories: true)
            for ending in ["tex", "csv", "svg"] {
                try #require(symlink("user@host.1234:5678", folder("\(place)/.#scope.\(ending)").path) == 0)
                for name in [
                    "._scope.\(ending)", ".scope.\(ending).swp", "#scope.\(ending)#", ".~lock.scope.\(ending)#",
                ] {
                    _ = try folder.file("\(place)/\(name)", "\0\u{1}junk")
                }
            }
            _ = try folder.file("\(place)/.DS_Store", "junk")
        }
        _ = try folder.file("paper/sections/scope.tex~", "\\undefined")
    }

    private func build(_ folder: Scratch, _ targets: String...) async throws -> Outcome {
        try await BuiltPaper.shared().run(
            ["build"] + targets + ["-q", "--project", folder.url.path, "--output", folder("out").path])
    }

    @Test("changes nothing in the paper and says nothing")
    func ignored() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try paper.project()
        try Self.leave(in: folder)
        let outcome = try await build(folder)
        #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.isEmpty, "\(outcome)")
        #expect(try Scratch.files(below: folder("out")) == Scratch.files(below: paper.output))
        let diff = try await Program.run(["diff", folder("out").path, "--against", folder.url.path])
        #expect(diff.status == 0, "\(diff)")
    }

    @Test("that is a folder with a source's name is named, and stops nothing that does not need the file")
    func folders() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try paper.project()
        for name in ["paper/sections/x.tex", "paper/y.bib", "data/limits/z.csv", "paper/plain folder"] {
            try FileManager.default.createDirectory(at: folder(name), withIntermediateDirectories: true)
        }
        let outcome = try await build(folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try Scratch.files(below: folder("out")) == Scratch.files(below: paper.output))
        for name in ["paper/sections/x.tex", "paper/y.bib", "data/limits/z.csv"] {
            #expect(outcome.errors.contains("WARNING: \(name) is "), "\(outcome.errors)")
        }
        #expect(!outcome.errors.contains("plain folder"))
    }

    @Test("that leads back to a folder above is not followed without end")
    func loops() async throws {
        let folder = try await BuiltPaper.shared().project()
        for (name, target) in [
            ("paper/up", ".."), ("paper/sections/self", "."), ("paper/sections/again", "../sections"),
        ] {
            try #require(symlink(target, folder(name).path) == 0)
        }
        let outcome = try await Program.run(["list", "--nodes", "--project", folder.url.path])
        #expect(outcome.status == 0 && outcome.output.contains("paper/sections/scope.tex"), "\(outcome.errors)")
        #expect(!outcome.output.contains("self/self") && !outcome.output.contains("again/again"))
    }
}
