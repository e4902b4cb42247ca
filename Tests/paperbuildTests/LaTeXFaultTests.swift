import Foundation
import Glibc
import Manuscript
import Testing

@Suite("LaTeX that is missing or does not work")
struct LaTeXFaultTests {
    /// A folder for the PATH with programs that are shell scripts.
    private static func programs(_ scripts: [String: String], in scratch: Scratch) throws -> [String: String] {
        for (name, script) in scripts {
            let file = try scratch.file("bin/\(name)", "#!/bin/sh\n\(script)\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        return ["PATH": try Program.pathWithoutTeX(in: scratch)]
    }

    @Test("is an error where a program is there and fails, whatever the old PDF looks like")
    func failing() async throws {
        let scratch = try Scratch()
        _ = try scratch.file("output/paper/main.pdf", "old")
        let environment = try Self.programs(
            ["pdflatex": "echo cannot allocate memory; exit 1", "kpsewhich": "exit 0"], in: scratch)
        let outcome = try await BuiltPaper.shared().run(
            ["build", "-q", "--output", scratch("output").path], environment: environment)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("exit code 1 after printing: cannot allocate memory"), "\(outcome.errors)")
    }

    @Test("is an error where the system has no more to give", .enabled(if: BuiltPaper.hasTeX))
    func noFilesLeft() async throws {
        let paper = try await BuiltPaper.shared()
        let project = try paper.project()
        let section = project("paper/sections/scope.tex")
        let text = try String(contentsOf: section, encoding: .utf8)
        try Data((text + "\n% changed\n").utf8).write(to: section)
        let command = Program.executable.path
        let cache = project("cache")
        try paper.copyCache(to: cache)
        for limit in [12, 16, 20, 24, 32] {
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = [
                "-c",
                "ulimit -n \(limit); exec '\(command)' -q --project '\(project.url.path)' --cache '\(cache.path)'",
            ]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            process.standardInput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            let problems = try PaperSnapshot(folder: project.url).problems()
            // Either it could do its work or it says that it could not.
            #expect((process.terminationStatus == 0) == problems.isEmpty, "with \(limit) files: \(problems)")
        }
    }

    @Test("leaves a PDF that is there alone, and says loudly that it is stale", .enabled(if: BuiltPaper.hasTeX))
    func stalePDF() async throws {
        let paper = try await BuiltPaper.shared()
        let project = try paper.project()
        let environment = try Self.programs([:], in: project)
        func build(_ options: String...) async throws -> Outcome {
            try await paper.run(["build", "-q", "--project", project.url.path] + options, environment: environment)
        }
        let first = try await build()
        #expect(first.status == 0 && !first.errors.contains("stale"), "\(first.errors)")
        let section = project("paper/sections/scope.tex")
        let text = try String(contentsOf: section, encoding: .utf8)
        try Data((text + "\n% changed\n").utf8).write(to: section)
        let path = project("paper/main.pdf").path
        let second = try await build()
        #expect(second.status == 0 && second.errors.contains("WARNING: \(path) is stale"), "\(second.errors)")
        // A figure alone leaves the PDF as it is, as was asked.
        #expect(try await !build("reach").errors.contains("stale"))
        #expect(try await build("--json").output.contains("is stale"))
    }

    @Test("runs in the cache's folder, ends with a build that is killed, and is swept by the next")
    func killed() async throws {
        let paper = try await BuiltPaper.shared()
        let scratch = try Scratch()
        let environment = try Self.programs(
            [
                "pdflatex":
                    "echo $$ >'\(scratch("part").path)'; mv '\(scratch("part").path)' '\(scratch("process").path)'; sleep 1000",
                "kpsewhich": "exit 0", "mv": "exec /bin/mv \"$@\"", "sleep": "exec /bin/sleep \"$@\"",
            ], in: scratch)
        let cache = scratch("cache")
        try paper.copyCache(to: cache)
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = [
            "build", "paper", "-q", "--cache", cache.path, "--output", scratch("output").path, "--project",
            Program.project.path,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let file = scratch("process").path
        while !FileManager.default.fileExists(atPath: file), process.isRunning {
            try await Task.sleep(for: .milliseconds(5))
        }
        let latex = try #require(
            pid_t(String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
        let names = { try FileManager.default.contentsOfDirectory(atPath: cache.appending(path: "tmp").path) }
        #expect(try names().contains { $0.hasPrefix("latex-") })
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        // One that does not end would make the test wait a minute.
        var isThere = true
        for _ in 0..<6000 where isThere {
            isThere = (try? String(contentsOfFile: "/proc/\(latex)/stat", encoding: .utf8))?.contains(") Z ") == false
            if isThere { usleep(10_000) }
        }
        #expect(!isThere)
        if isThere { kill(latex, SIGKILL) }
        let next = try await Program.run([
            "build", "numbers", "-q", "--cache", cache.path, "--output", scratch("output").path, "--project",
            Program.project.path,
        ])
        #expect(try next.status == 0 && names().isEmpty, "\(next.errors)")
    }

    @Test(
        "gets every source of the paper's folder, nested ones and packages too, and so does the flat paper",
        .enabled(if: BuiltPaper.hasTeX))
    func localFiles() async throws {
        let paper = try await BuiltPaper.shared()
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: Program.project.appending(path: "paper"), to: scratch("paper"))
        try FileManager.default.copyItem(at: Program.project.appending(path: "data"), to: scratch("data"))
        try Program.copyExamples(beside: scratch("data"))
        _ = try scratch.file("paper/local.sty", "\\newcommand{\\fromlocal}{localword}\n")
        _ = try scratch.file("paper/sections/deep/more.tex", "\\fromlocal\n")
        let main = scratch("paper/main.tex")
        let text = try String(contentsOf: main, encoding: .utf8)
            .replacing("\\usepackage{lmodern}", with: "\\usepackage{lmodern}\\usepackage{local}")
            .replacing("\\end{document}", with: "\\input{sections/deep/more}\n\\end{document}")
        try Data(text.utf8).write(to: main)
        let outcome = try await paper.run("flatten", scratch("flat").path, "-q", "--project", scratch.url.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(FileManager.default.fileExists(atPath: scratch("flat/local.sty").path))
        #expect(try String(contentsOf: scratch("flat/main.tex"), encoding: .utf8).contains("\\fromlocal"))
        // Again, into the folder that is there.
        #expect(try await paper.run("flatten", scratch("flat").path, "-q", "--project", scratch.url.path).status == 0)
    }
}

@Suite("Files that a build made on request")
struct RequestedFileTests {
    @Test("are said to be stale when a later build leaves them behind")
    func stale() async throws {
        let paper = try await BuiltPaper.shared()
        let scratch = try Scratch()
        func build(_ options: String...) async throws -> Outcome {
            try await paper.run(["build", "reach", "-q", "--output", scratch.url.path] + options)
        }
        _ = try await build("--png", "30", "--camera-ready")
        #expect(try await build().errors.isEmpty)
        let changed = try await build("--set", "reach.events=10")
        #expect(changed.status == 0)
        #expect(
            changed.errors.contains("WARNING: \(scratch("figures/reach.png").path) is of an earlier version and stale"))
        #expect(changed.errors.contains("camera-ready/reach-art.pdf and 1 more are of an earlier version"))
        #expect(try await build("--set", "reach.events=10", "--png", "30", "--camera-ready").errors.isEmpty)
        #expect(try await build("--set", "reach.events=10").errors.isEmpty)
    }
}
