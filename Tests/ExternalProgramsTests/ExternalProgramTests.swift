import ExternalPrograms
import Foundation
import Glibc
import Testing

@Suite("A program that is started")
struct ExternalProgramTests {
    private func shell(
        _ command: String, environment: [String: String] = ["PATH": "/usr/bin:/bin"], input: [UInt8] = []
    ) throws -> ExternalProgram.Run {
        try ExternalProgram("/bin/sh", ["-c", command], environment: environment, input: input).run()
    }

    @Test("gets the environment that it is given and nothing of ours")
    func environment() throws {
        setenv("PAPERBUILD_TEST_LEAK", "yes", 1)
        defer { unsetenv("PAPERBUILD_TEST_LEAK") }
        let run = try ExternalProgram("/usr/bin/env", [], environment: ["B": "2", "A": "one two"]).run()
        #expect(String(decoding: run.output, as: UTF8.self) == "A=one two\nB=2\n")
    }

    @Test("reads its input, and prints output and errors apart, however much")
    func streams() throws {
        let input = Array(repeating: UInt8(ascii: "x"), count: 3_000_000)
        let run = try shell("cat; echo wrong >&2", input: input)
        #expect(run.output == input)
        #expect(String(decoding: run.errors, as: UTF8.self) == "wrong\n")
        #expect(run.succeeded)
    }

    @Test("tells how it ended")
    func ends() throws {
        #expect(try shell("exit 7").end == .exited(7))
        let killed = try shell("kill -9 $$")
        #expect(killed.end == .killed(signal: SIGKILL) && !killed.succeeded)
    }

    @Test("that cannot be started is an error with the reason, not a program that failed")
    func notStarted() throws {
        func code(_ path: String, in folder: String? = nil) -> CInt? {
            do {
                _ = try ExternalProgram(path, [], in: folder, environment: [:]).run()
                return nil
            } catch { return error.code }
        }
        #expect(code("/usr/bin/no-such-program") == ENOENT)
        #expect(code("/etc/passwd") == EACCES)
        #expect(code("/usr/bin/env", in: "/usr/bin/no-such-folder") == ENOENT)
        #expect(code("/usr/bin/env\0x") == EINVAL)
    }

    @Test("does not inherit what this process ignores")
    func signals() throws {
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        let text = try shell("grep SigIgn /proc/self/status").text
        let mask = try #require(text.split(whereSeparator: \.isWhitespace).last.flatMap { UInt64($0, radix: 16) })
        #expect(mask & (1 << (UInt64(SIGPIPE) - 1)) == 0, "\(text)")
    }

    @Test("leaves nothing running behind it")
    func leftovers() throws {
        let run = try shell("sleep 1000 & echo $!")
        let child = try #require(pid_t(run.text.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(ends(child))
    }

    @Test("leaves no daemon behind it that left its group")
    func daemons() throws {
        let run = try shell("(setsid sh -c 'echo $$; exec sleep 1000' &) ; sleep 0.2; echo; exit 3")
        let child = try #require(run.text.split(separator: "\n").first.flatMap { pid_t($0) })
        #expect(ends(child) && run.end == .exited(3))
    }

    @Test("is asked to end at its time limit, and made to where it does not listen")
    func timeLimit() throws {
        var program = ExternalProgram(
            "/bin/sh", ["-c", "echo ready; exec sleep 1000"], environment: ["PATH": "/usr/bin:/bin"])
        program.timeLimit = 0.2
        let asked = try program.run()
        #expect(asked.end == .killed(signal: SIGTERM) && asked.stop == .timeLimit(0.2) && !asked.succeeded)
        program.arguments = ["-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"]
        program.grace = 0.2
        // The shell has to have its trap by then, on a busy machine too.
        program.timeLimit = 2
        let made = try program.run()
        #expect(made.end == .killed(signal: SIGKILL) && made.stop == .timeLimit(2))
        #expect(String(decoding: made.output, as: UTF8.self) == "ready\n")
    }

    @Test("that ends by itself when it is asked to may say so")
    func handlesTheEnd() throws {
        var program = ExternalProgram(
            "/bin/sh", ["-c", "trap 'echo goodbye; exit 4' TERM; echo ready; while :; do sleep 0.05; done"],
            environment: ["PATH": "/usr/bin:/bin"])
        // Asked once it listens, however long that takes; then there is time to answer.
        let marker = FileManager.default.temporaryDirectory.appending(path: "listens-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: marker) }
        program.arguments[1] = program.arguments[1].replacing("echo ready", with: "echo ready; : > '\(marker.path)'")
        program.grace = 60
        let run = try program.run(.init(isWanted: { !FileManager.default.fileExists(atPath: marker.path) }))
        #expect(String(decoding: run.output, as: UTF8.self) == "ready\ngoodbye\n" && run.end == .exited(4))
        #expect(!run.succeeded)
    }

    @Test("that is no longer wanted is ended")
    func notWanted() throws {
        let program = ExternalProgram("/bin/sleep", ["1000"], environment: [:])
        #expect(try program.run(.init(isWanted: { false })).stop == .notWanted)
    }

    @Test("that prints more than the limit is ended, and no more is kept")
    func outputLimit() throws {
        var program = ExternalProgram("/bin/sh", ["-c", "while :; do echo 0123456789; done"], environment: [:])
        program.outputLimit = 100_000
        let run = try program.run()
        #expect(run.stop == .outputLimit(100_000) && run.output.count == 100_000 && !run.succeeded)
    }

    @Test("is traced with the files that it opens, also those of what it starts")
    func traced() throws {
        let run = try ExternalProgram(
            "/bin/sh", ["-c", "cat /etc/passwd > /dev/null; echo done"], environment: ["PATH": "/usr/bin:/bin"]
        ).traced()
        #expect(run.run.text == "done\n" && run.run.succeeded)
        #expect(run.opened.contains("/etc/passwd") && run.opened.contains { $0.hasSuffix("/cat") })
        #expect(!run.opened.contains("/dev/null"))
    }

    @Test("that takes too long to answer while it is traced is ended")
    func tracedTimeLimit() throws {
        let run = try ExternalProgram("/bin/sleep", ["1000"], environment: [:]).traced(seconds: 1)
        #expect(run.run.stop == .timeLimit(1))
    }

    @Test("ends with this process when that is killed, and so do its children and those started beside it")
    func killed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paperbuild-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let starter = Process()
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        starter.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: "programstarter")
        starter.arguments = (0..<2).map { number in
            let file = folder.appending(path: "\(number)").path
            // One that stays in the group, and one that left it.
            return "sleep 1000 & setsid sh -c \"echo \\$\\$ > '\(file).daemon'; exec sleep 1000\" & "
                + "while ! test -s '\(file).daemon'; do :; done; "
                + "echo $$ $! $(cat '\(file).daemon') > '\(file).part'; mv '\(file).part' '\(file)'; wait"
        }
        try starter.run()
        var processes: [pid_t] = []
        for number in 0..<2 {
            let file = folder.appending(path: "\(number)").path
            while !FileManager.default.fileExists(atPath: file), starter.isRunning { usleep(2000) }
            processes += try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isWhitespace)
                .compactMap { pid_t($0) }
        }
        #expect(processes.count == 6 && processes.allSatisfy { kill($0, 0) == 0 })
        kill(starter.processIdentifier, SIGKILL)
        starter.waitUntilExit()
        for process in processes { #expect(ends(process)) }
    }

    /// Waits for the end of a process that is not our child. One that does not end would make the test wait a minute.
    private func ends(_ process: pid_t) -> Bool {
        for _ in 0..<6000 {
            // A process that ended and that nobody has waited for is still there by its number.
            let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            if state?.contains(") Z ") ?? true { return true }
            usleep(10_000)
        }
        kill(process, SIGKILL)
        return false
    }
}

@Suite("A search path")
struct SearchPathTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "paperbuild-test-\(UUID().uuidString)")

    private func file(_ path: String, mode: Int) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("#!/bin/sh\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }

    @Test(
        "leads to the first program that can be run, or else to one that cannot, and to nothing only where there is none"
    )
    func program() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try file("a/tool", mode: 0o644)
        try file("b/tool", mode: 0o755)
        try FileManager.default.createDirectory(at: folder.appending(path: "c/tool"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "c/link").path, withDestinationPath: "/nonexistent/tool")
        func find(_ name: String, _ folders: String...) -> String? {
            SearchPath(folders.map { folder.appending(path: $0).path }.joined(separator: ":")).program(name)
        }
        #expect(find("tool", "a", "b") == folder.appending(path: "b/tool").path)
        #expect(find("tool", "a") == folder.appending(path: "a/tool").path)
        #expect(find("link", "a", "c") == folder.appending(path: "c/link").path)
        #expect(find("tool", "c") == nil && find("other", "a", "b") == nil)
        #expect(SearchPath("::bin:/usr/bin").folders == ["/usr/bin"])
    }
}
