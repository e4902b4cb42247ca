import Foundation
import Testing

@testable import PaperKit
@testable import smallpaper

@Suite("The project's folder")
struct ProjectPlaceTests {
    /// A package with a paper, and an example with a paper of its own in it.
    private func package(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "place-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for path in ["Sources/main", "paper/sections", "Examples/One/Program", "Examples/One/paper", "elsewhere/paper"]
        {
            try FileManager.default.createDirectory(
                at: folder.appending(path: path), withIntermediateDirectories: true)
        }
        for paper in ["paper", "Examples/One/paper", "elsewhere/paper"] {
            try Data("text".utf8).write(to: folder.appending(path: paper + "/main.tex"))
        }
        try body(folder)
    }

    private func found(from start: URL, _ sources: String?) throws -> String {
        try ProjectPlace.find(from: start.path, sources: sources).project.path
    }

    @Test(
        "is that of the program whose sources are there, not the nearest paper",
        arguments: [
            "", "Sources/main", "paper/sections", "Examples", "Examples/One", "Examples/One/paper", "elsewhere",
        ])
    func own(start: String) throws {
        try package { (folder: URL) throws in
            let start = start.isEmpty ? folder : folder.appending(path: start)
            #expect(try found(from: start, "Sources/main") == folder.path)
            #expect(
                try found(from: start, "Examples/One/Program") == folder.appending(path: "Examples/One").path)
        }
    }

    @Test("is the nearest with a paper away from the sources")
    func nearest() throws {
        try package { (folder: URL) throws in
            let one = folder.appending(path: "Examples/One")
            #expect(try found(from: one.appending(path: "paper"), "Sources/other") == one.path)
            #expect(try found(from: folder, nil) == folder.path)
            #expect(throws: WorkspaceError.self) { try found(from: folder.deletingLastPathComponent(), "Sources/main") }
        }
    }

    @Test("that is named has its sources in the package above it")
    func named() throws {
        try package { (folder: URL) throws in
            let one = folder.appending(path: "Examples/One")
            #expect(ProjectPlace(named: one, sources: "Examples/One/Program").package.path == folder.path)
            #expect(ProjectPlace(named: one, sources: "Sources/other").package.path == one.path)
        }
    }

    @Test("of a paper is told by the folder of its own module")
    func module() {
        #expect(SmallPaper.ownSources == "Tests/smallpaper")
    }
}
