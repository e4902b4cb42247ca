import Foundation
import Glibc
import Testing

@Suite("The watcher", .enabled(if: BuiltPaper.hasTeX))
struct WatchTests {
    /// A running watcher on a project of its own, with what it printed so far.
    private final class Watcher {
        let folder: Scratch
        let process = Process()
        let output: URL

        init(_ paper: BuiltPaper) throws {
            folder = try Scratch()
            let files = FileManager.default
            try files.copyItem(at: Program.project.appending(path: "paper"), to: folder("paper"))
            try files.createDirectory(at: folder("Sources/Figures"), withIntermediateDirectories: true)
            _ = try folder.file("Sources/Figures/Reach.swift", "// a figure\n")
            try paper.copyCache(to: folder("cache"))
            output = try folder.file("printed", "")
            process.executableURL = Program.executable
            process.arguments = ["watch", "paper", "--cache", "cache", "--output", "out"]
            process.currentDirectoryURL = folder.url
            process.standardInput = FileHandle.nullDevice
            let handle = try FileHandle(forWritingTo: output)
            process.standardOutput = handle
            process.standardError = handle
            try process.run()
        }

        /// Ends with the test, whatever happens in it.
        deinit { process.terminate() }

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
        #expect(try await watcher.printed("\n1 computed, "))
        #expect(try Data(contentsOf: watcher.folder("out/paper/main.pdf")) != first)

        let table = "# source: none\n# confidence level: 90 %\n# mass unit: MeV\n# coupling: g'\n1,1e-4\n9,1e-4\n"
        _ = try watcher.folder.file("limits/new.csv", table)
        #expect(try await watcher.printed("limits/new.csv changed"))

        try watcher.append("// edited\n", to: "Sources/Figures/Reach.swift")
        #expect(try await watcher.printed("Sources/Figures/Reach.swift changed: the program must be built anew"))

        try watcher.append("\\undefinedcommand\n", to: "paper/sections/scope.tex")
        #expect(try await watcher.printed("Error: node paper/main.pdf failed"))
        #expect(watcher.process.isRunning)

        watcher.process.interrupt()
        watcher.process.waitUntilExit()
        #expect(watcher.process.terminationReason == .uncaughtSignal && watcher.process.terminationStatus == SIGINT)
    }
}
