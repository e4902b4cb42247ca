import Foundation
import Glibc
import Testing

@Suite("Surroundings that no program can do its work in")
struct SurroundingsTests {
    @Test(
        "that the working folder is gone is said, whatever was asked for",
        arguments: [
            "list", "build --project \(Program.project.path) --output out", "evaluate reach mass=100MeV", "watch",
            "cache stats", "diff",
        ])
    func noWorkingFolder(_ arguments: String) async throws {
        let folder = try Scratch()
        let outcome = try await Program.run(
            arguments.split(separator: " ").map(String.init), in: folder.url,
            after: #"mkdir gone && cd gone && rmdir ../gone && exec "$0" "$@""#)
        #expect(outcome.status == (arguments == "diff" ? 2 : 1) && outcome.output.isEmpty)
        #expect(outcome.errors.contains("it was deleted or moved: cd to one that exists"), "\(outcome.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }

    @Test("the help is there without a working folder too")
    func help() async throws {
        let folder = try Scratch()
        let outcome = try await Program.run(
            ["--help"], in: folder.url, after: #"mkdir gone && cd gone && rmdir ../gone && exec "$0" "$@""#)
        #expect(outcome.status == 0 && outcome.output.contains("EXAMPLES"))
    }

    @Test(
        "too few files that may be open are said before anything is done, and few are enough",
        arguments: [5, 6, 8, 10, 12, 16, 24, 30, 40, 64])
    func openFiles(_ count: Int) async throws {
        let folder = try Scratch()
        let outcome = try await Program.run(
            ["evaluate", "reach", "mass=100MeV", "--cache", folder("cache").path],
            after: #"ulimit -n \#(count) && exec "$0" "$@""#)
        if outcome.status == 0 {
            #expect(outcome.output.contains("±"))
        } else {
            #expect(outcome.status == 1 && outcome.output.isEmpty)
            #expect(
                outcome.errors.contains("more files may be open at once") && outcome.errors.contains("ulimit -n 256"))
            #expect(!FileManager.default.fileExists(atPath: folder("cache").path))
        }
        // What a shell leaves open is among them.
        if count <= 24 { #expect(outcome.status == 1, "\(count)") }
        if count >= 40 { #expect(outcome.status == 0, "\(count): \(outcome.errors)") }
    }

    @Test("where few files may be open fewer nodes run at once than were asked for, and the build succeeds")
    func fewOpenFiles() async throws {
        let folder = try Scratch()
        let outcome = try await Program.run(
            ["build", "signal-events", "-j16", "--json", "--cache", folder("cache").path]
                + ["--output", folder("out").path], after: #"ulimit -n 40 && exec "$0" "$@""#)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(FileManager.default.fileExists(atPath: folder("out/figures/signal-events.pdf").path))
        var (running, most) = (0, 0)
        for event in try outcome.events() {
            if event["event"]?.text == "node-started" { running += 1 }
            if event["event"]?.text == "node-finished" { running -= 1 }
            most = max(most, running)
        }
        #expect(most == 2 && running == 0)
    }
}

/// Whether file systems can be mounted here, which takes root.
private let canMount: Bool = {
    guard geteuid() == 0, let folder = try? Scratch() else { return false }
    guard mount("tmpfs", folder.url.path, "tmpfs", 0, "size=64k") == 0 else { return false }
    umount2(folder.url.path, CInt(MNT_DETACH))
    return true
}()

@Suite("A cache that cannot be written")
struct UnwritableCacheTests {
    private static let point = ["evaluate", "reach", "mass=123MeV", "--json"]

    @Test("costs a repeated computation and not the answer", arguments: ["/proc/nowhere", "/etc/hostname"])
    func place(_ cache: String) async throws {
        let outcome = try await Program.run(Self.point + ["--cache", cache])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outcome.output == (await BuiltPaper.shared().run(Self.point)).output)
        #expect(outcome.errors.contains("warning: cannot write to the cache: \(cache)"), "\(outcome.errors)")
        #expect(outcome.errors.components(separatedBy: "is not kept").count == 2)
    }

    @Test("does not keep what only reads from its work", .enabled(if: canMount, "mounting read-only takes root"))
    func readOnly() async throws {
        let paper = try await BuiltPaper.shared()
        let folder = try Scratch()
        let cache = folder("cache").path
        try paper.copyCache(to: folder("cache"))
        try #require(mount(cache, cache, nil, UInt(MS_BIND), nil) == 0)
        defer { umount2(cache, CInt(MNT_DETACH)) }
        try #require(mount(nil, cache, nil, UInt(MS_REMOUNT | MS_RDONLY | MS_BIND), nil) == 0)
        for question in [
            "list", "list --nodes", "show elastic/bound", "explain elastic-cut", "where elastic-cut", "build --dry-run",
            "build --dry-run --set cuts.theta=2mrad --output \(folder("out").path)", "graph", "cache stats", "verify",
        ] {
            let arguments = question.split(separator: " ").map(String.init)
            let outcome = try await Program.run(arguments + ["--cache", cache])
            #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(question): \(outcome.errors)")
        }
        // What has to be computed is told, and computed.
        let project = try paper.project()
        _ = try project.file("paper/sections/scope.tex", "One other sentence.")
        var questions = [
            ["evaluate", "reach", "mass=127MeV"],
            ["show", "figures/elastic-cut.json", "--set", "cuts.theta=2.371mrad"],
        ]
        if BuiltPaper.hasTeX { questions.append(["show", "paper/main.pdf", "--project", project.url.path]) }
        for question in questions {
            let outcome = try await Program.run(question + ["--cache", cache])
            #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(question): \(outcome.errors)")
            #expect(outcome.errors.contains("Read-only file system") && outcome.errors.contains("is not kept"))
        }
        // A build is for its results: there it is an error.
        let build = try await Program.run(
            ["build", "elastic-cut", "--set", "cuts.theta=2.371mrad", "--cache", cache, "--output", folder("out").path])
        #expect(build.status == 1 && build.errors.contains("choose another cache folder"), "\(build.errors)")
    }

    @Test("because its disk is full costs no answer either", .enabled(if: canMount, "mounting takes root"))
    func full() async throws {
        let folder = try Scratch()
        let cache = folder("cache").path
        try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
        try #require(mount("tmpfs", cache, "tmpfs", 0, "size=8k") == 0)
        defer { umount2(cache, CInt(MNT_DETACH)) }
        let outcome = try await Program.run(Self.point + ["--cache", cache])
        #expect(try outcome.output == (await BuiltPaper.shared().run(Self.point)).output)
        #expect(outcome.errors.contains("No space left on device") && outcome.errors.contains("is not kept"))
    }
}
