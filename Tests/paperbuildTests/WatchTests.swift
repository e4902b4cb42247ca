import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The watcher", .enabled(if: BuiltPaper.hasTeX))
struct WatchTests {
    /// A running watcher on a project of its own, with what it printed so far.
    private final class Watcher {
        let folder: Scratch
        let child: TestChild
        let output: URL

        /// - Parameter ignoresInterrupt: whether it starts as in the background of a shell.
        init(_ paper: BuiltPaper, ignoresInterrupt: Bool = false) throws {
            folder = try Scratch()
            let files = FileManager.default
            try files.copyItem(at: Program.project.appending(path: "paper"), to: folder("paper"))
            try files.copyItem(at: Program.project.appending(path: "data"), to: folder("data"))
            try Program.copyExamples(beside: folder("data"))
            try files.createDirectory(at: folder("Sources/Plotting"), withIntermediateDirectories: true)
            _ = try folder.file("Sources/Plotting/Reach.swift", "// a figure\n")
            try paper.copyCache(to: folder("cache"))
            output = try folder.file("printed", "")
            child = try Program.start(
                ["watch", "paper", "--cache", "cache", "--output", "out"], in: folder.url, output: output,
                ignoresInterrupt: ignoresInterrupt)
        }

        /// Waits, for at most a minute, until the output has a text `count` times.
        func printed(_ text: String, count: Int = 1) async throws -> Bool {
            for _ in 0..<600 {
                if try String(contentsOf: output, encoding: .utf8).components(separatedBy: text).count > count {
                    return true
                }
                try await Task.sleep(for: .milliseconds(100))
            }
            return false
        }

        func append(_ text: String, to path: String) throws {
            let old = try String(contentsOf: folder(path), encoding: .utf8)
            try Data((old + text).utf8).write(to: folder(path), options: .atomic)
        }
    }

    @Test(
        "builds when a section is saved or a table appears, says when Swift needs a new program, outlives a failure, and ends on Ctrl-C"
    )
    func rounds() async throws {
        let watcher = try Watcher(try await BuiltPaper.shared())
        #expect(try await watcher.printed("watching "))
        let first = try Data(contentsOf: watcher.folder("out/paper/main.pdf"))

        try watcher.append("\nOne more sentence.\n", to: "paper/sections/scope.tex")
        #expect(try await watcher.printed("paper/sections/scope.tex changed"))
        #expect(try await watcher.printed("\n2 computed, "))
        #expect(try Data(contentsOf: watcher.folder("out/paper/main.pdf")) != first)

        let table = "# source: none\n# confidence level: 90 %\n# mass unit: MeV\n# coupling: g'\n1,1e-4\n9,1e-4\n"
        _ = try watcher.folder.file("limits/new.csv", table)
        #expect(try await watcher.printed("limits/new.csv changed"))

        try watcher.append("// edited\n", to: "Sources/Plotting/Reach.swift")
        #expect(try await watcher.printed("Sources/Plotting/Reach.swift changed: the program must be built anew"))

        try watcher.append("\\undefinedcommand\n", to: "paper/sections/scope.tex")
        #expect(try await watcher.printed("Error: node paper/main.pdf failed"))
        #expect(watcher.child.isRunning)

        watcher.child.send(SIGINT)
        #expect(await watcher.child.status() == 128 + SIGINT)
    }

    @Test("builds when a new section appears beside those that the paper reads")
    func newSection() async throws {
        let watcher = try Watcher(try await BuiltPaper.shared())
        #expect(try await watcher.printed("watching "))
        _ = try watcher.folder.file("paper/sections/new.tex", "One more section.\n")
        #expect(try await watcher.printed("paper/sections/new.tex changed"))
        #expect(try await watcher.printed(" from the cache; ", count: 2))
        // It is an input from then on.
        try watcher.append("Its end.\n", to: "paper/sections/new.tex")
        #expect(try await watcher.printed("paper/sections/new.tex changed", count: 2))
        watcher.child.send(SIGTERM)
        #expect(await watcher.child.status() == 128 + SIGTERM)
    }

    @Test("does not build for what an editor leaves beside a source")
    func editorFiles() async throws {
        let watcher = try Watcher(try await BuiltPaper.shared())
        #expect(try await watcher.printed("watching "))
        try EditorFileTests.leave(in: watcher.folder)
        try await Task.sleep(for: .seconds(1))
        try watcher.append("\nOne more sentence.\n", to: "paper/sections/scope.tex")
        #expect(try await watcher.printed(" changed"))
        #expect(try await watcher.printed(" from the cache; ", count: 2))
        let text = try String(contentsOf: watcher.output, encoding: .utf8)
        let told = text.split(separator: "\n").filter { $0.hasSuffix(" changed") }
        #expect(told == ["paper/sections/scope.tex changed"] && !text.contains("WARNING"), "\(text)")
        watcher.child.send(SIGTERM)
        #expect(await watcher.child.status() == 128 + SIGTERM)
    }

    @Test("ends on Ctrl-C between two builds, also where a shell put it into the background")
    func background() async throws {
        let watcher = try Watcher(try await BuiltPaper.shared(), ignoresInterrupt: true)
        #expect(try await watcher.printed("watching "))
        watcher.child.send(SIGINT)
        #expect(await watcher.child.status() == 128 + SIGINT)
        #expect(try !String(contentsOf: watcher.output, encoding: .utf8).contains("Error"))
    }
}
