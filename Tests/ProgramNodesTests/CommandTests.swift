import BuildGraph
import Foundation
import Testing

@testable import ProgramNodes

@Suite("A command")
struct CommandTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    @Test("runs once, in a folder of its own that is removed")
    func once() async throws {
        let outside = place.path("where")
        let run = try Command("list", shell: "ls; pwd > '\(outside)'")
        #expect(try await place.engine().value(of: try run.standardOutput).text == "")
        // A build sweeps what a killed one left: looked at before the next.
        #expect(place.leftFolders() == [])
        #expect(try await place.ran(run.result.erased) == [])
        let folder = try #require(try? String(contentsOfFile: outside, encoding: .utf8)).trimmingCharacters(
            in: .newlines)
        #expect(folder.hasPrefix(place.path("cache/tmp/program-")) && folder.hasSuffix("/work"))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("gets a clean environment with what is declared, and its inputs under the names that it wants")
    func surroundings() async throws {
        setenv("PAPERBUILD_TEST_LEAK", "yes", 1)
        defer { unsetenv("PAPERBUILD_TEST_LEAK") }
        let card = Node("card", fileID: "ProgramNodesTests/x.swift") { "E = 3\n" }
        let run = try Command(
            "environment", shell: "env | sed \"s|$PWD|PWD|\" | cut -d= -f1 | sort | xargs; cat cards/run.card",
            inputs: [.input(card, as: "cards/run.card")], environment: ["LEVEL": "2"])
        let text = try await place.engine().value(of: try run.standardOutput).text
        #expect(
            text
                == "HOME LC_ALL LEVEL OLDPWD OMP_NUM_THREADS PATH PWD PYTHONDONTWRITEBYTECODE PYTHONHASHSEED SOURCE_DATE_EPOCH TMPDIR TZ\nE = 3\n"
                || text
                    == "HOME LC_ALL LEVEL OMP_NUM_THREADS PATH PWD PYTHONDONTWRITEBYTECODE PYTHONHASHSEED SOURCE_DATE_EPOCH TMPDIR TZ\nE = 3\n"
        )
    }

    /// A command that varies in one respect.
    private func variant(
        argument: String = "a", variable: String = "1", input: String = "x", inputName: String = "in.txt",
        output: String = "out.txt", seed: UInt64 = 1, limit: Duration? = nil, cores: Int = 1, memory: Int = 0
    ) throws -> AnyNode {
        let text = Node("text", parameters: input, fileID: "ProgramNodesTests/x.swift") { $0 }
        let script =
            "for f in *.txt; do cat $f; done > \(output).new; echo $0 $1 >> \(output).new; mv \(output).new \(output)"
        return try Command(
            "variant", .shell, arguments: ["-c", .text(script), .text(argument), .seed],
            inputs: [.input(text, as: inputName)], outputs: Files { $0.file(output) },
            environment: ["VARIABLE": variable], seed: seed, timeLimit: limit, cores: cores, memory: memory
        ).result.erased
    }

    @Test("runs again when an argument, a variable, an input, a name or the seed is another one")
    func key() async throws {
        #expect(try await place.ran(try variant()).contains("variant"))
        let others = [
            try variant(argument: "b"), try variant(variable: "2"), try variant(input: "y"),
            try variant(inputName: "other.txt"), try variant(output: "result.txt"), try variant(seed: 2),
        ]
        for other in others { #expect(try await place.ran(other).contains("variant")) }
    }

    @Test("does not run again for a time limit, cores or memory")
    func outsideOfTheKey() async throws {
        _ = try await place.ran(try variant())
        #expect(try await place.ran(try variant(limit: .seconds(9), cores: 2, memory: 1_000_000)) == [])
    }

    @Test("has the same key and the same bytes wherever it runs")
    func folders() async throws {
        let nodes = [try variant(), try variant()]
        let (a, b) = (
            try await place.engine(cache: "a").build(nodes: [nodes[0]]),
            try await place.engine(cache: "deep/below/b").build(nodes: [nodes[1]])
        )
        func entry(_ report: BuildReport) -> BuildReport.NodeEntry? { report.nodes.first { $0.name == "variant" } }
        #expect(entry(a)?.key != nil && entry(a)?.key == entry(b)?.key)
        #expect(entry(a)?.output != nil && entry(a)?.output == entry(b)?.output)
    }

    @Test("whose output holds the path of its folder is refused, unless that is declared")
    func namesFolder() async throws {
        let text = try await failure {
            _ = try await place.ran(
                try Command("names", shell: "pwd > out", outputs: Files { $0.file("out") }).result.erased)
        }
        #expect(text.contains("'out' holds the path of the folder") && text.contains("mayNameFolder"))
        let run = try Command("names", shell: "pwd > out", outputs: Files { $0.file("out", mayNameFolder: true) })
        #expect(try await place.engine().value(of: run["out"]).text.hasSuffix("/work\n"))
    }

    @Test("gives files, folders as trees, and nil for an optional one that it did not write")
    func outputs() async throws {
        let run = try Command(
            "outputs",
            shell: "echo 1 > a; mkdir -p logs/deep; echo 2 > logs/deep/b; ln -s deep/b logs/c; echo x > sub/d",
            outputs: Files {
                $0.file("a")
                $0.file("sub/d")
                $0.folder("logs")
                $0.file("none", optional: true)
                $0.folder("nothing", optional: true)
            })
        let engine = place.engine()
        #expect(try await engine.value(of: run["a"]).text == "1\n")
        #expect(try await engine.value(of: run["sub/d"]).text == "x\n")
        let tree = try await engine.value(of: try run.folder("logs"))
        #expect(tree.paths == ["c", "deep/b"] && tree["c"]?.text == "2\n" && tree["deep"] == nil)
        #expect(try await engine.value(of: try run.optional("none")) == nil)
        #expect(try await engine.value(of: try run.optionalFolder("nothing")) == nil)
    }

    @Test("that writes an output it need not write gives it")
    func optional() async throws {
        let run = try Command("optional", shell: "echo 1 > a", outputs: Files { $0.file("a", optional: true) })
        #expect(try await place.engine().value(of: try run.optional("a"))?.text == "1\n")
    }

    @Test("that leaves a declared output out fails, and what is there instead is named")
    func missingOutput() async throws {
        let run = try Command(
            "missing", shell: "echo > events.lhe; mkdir d; echo > d/x", outputs: Files { $0.file("events.lhe.gz") })
        let text = try await failure { _ = try await place.ran(run.result.erased) }
        #expect(text.contains("left no file 'events.lhe.gz'") && text.contains("it left d/x, events.lhe"), "\(text)")
    }

    @Test("whose output is a link out of its folder fails")
    func linkedOutput() async throws {
        let run = try Command("linked", shell: "ln -s /etc/passwd out", outputs: Files { $0.file("out") })
        let text = try await failure { _ = try await place.ran(run.result.erased) }
        #expect(text.contains("'out' is a link to /etc/passwd"))
    }

    @Test("that fails says how it ended, its last lines, where its log is and how to repeat it, and is not kept")
    func fails() async throws {
        let flag = place.path("flag")
        let run = try Command("fails", shell: "echo one; echo 'no convergence' >&2; test -e '\(flag)' || exit 3")
        let text = try await failure { _ = try await place.ran(run.result.erased) }
        let log = place.path("cache/logs/fails.program.log")
        #expect(text.contains("ended with exit code 3") && text.contains("    no convergence"), "\(text)")
        #expect(
            text.contains(log) && text.contains("'show fails --shell'")
                && text.contains("by hand: /bin/sh -c 'echo one;"))
        #expect(
            place.text("cache/logs/fails.program.log")?.hasSuffix("no convergence\nit ended with exit code 3\n")
                ?? false)
        #expect(try await failure { _ = try await place.ran(run.result.erased) }.contains("exit code 3"))
        try place.write("", to: "flag")
        #expect(try await place.ran(run.result.erased) == ["fails"])
        #expect(place.leftFolders() == [])
    }

    @Test("that is killed says by which signal")
    func signal() async throws {
        let text = try await failure {
            _ = try await place.ran(try Command("dies", shell: "kill -SEGV $$").result.erased)
        }
        #expect(text.contains("ended with signal 11"))
    }

    @Test("tells how far it is, in the events of the build")
    func progress() async throws {
        let events = EventNotes()
        let run = try Command("steps", shell: "echo 'step 1/4'; echo done", progress: #"(\d+)/(\d+)"#)
        _ = try await place.engine(observer: events.note).build(nodes: [run.result.erased])
        #expect(events.progress == [0.25])
    }

    @Test("is laid out by hand as it runs")
    func layOut() async throws {
        let card = Node("card", fileID: "ProgramNodesTests/x.swift") { "E = 3\n" }
        let run = try Command(
            "by-hand", .shell, arguments: ["-c", "cat run.card; echo $LEVEL", .output("out")],
            inputs: [.input(card, as: "run.card")], outputs: Files { $0.file("out") }, environment: ["LEVEL": "2"])
        let tool = try #require(run.result.erased.tool)
        let inputs = try await place.engine().inputs(of: run.result.erased)
        let bench = try #require(try tool.layOut?(inputs, place.path("bench")))
        #expect(bench.command == ["/bin/sh", "-c", "cat run.card; echo $LEVEL", "out"])
        #expect(bench.folder == place.path("bench/work") && bench.environment["LEVEL"] == "2")
        #expect(place.text("bench/work/run.card") == "E = 3\n")
    }
}

/// The events of a build that tests look at.
final class EventNotes: @unchecked Sendable {
    private let lock = NSLock()
    private var fractions: [Double] = []

    func note(_ event: BuildEvent) {
        guard case .nodeProgress(_, let fraction) = event else { return }
        lock.withLock { fractions.append(fraction) }
    }

    var progress: [Double] { lock.withLock { fractions } }
}
