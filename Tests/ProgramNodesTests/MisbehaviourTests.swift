import BuildGraph
import Foundation
import Testing

@testable import ProgramNodes

@Suite("A program that misbehaves")
struct MisbehaviourTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    /// The process whose number a file holds.
    private func process(_ name: String) throws -> pid_t {
        try #require(place.text(name).flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
    }

    @Test("by leaving something behind in its group ends with all of it")
    func staysInGroup() async throws {
        let run = try Command("stays", shell: "sleep 1000 & echo $! > '\(place.path("pid"))'")
        _ = try await place.ran(run.result.erased)
        #expect(ends(try process("pid")))
    }

    @Test("by starting a daemon, which left its group and its parent, ends with that too")
    func daemon() async throws {
        let inner = "echo $$ > '\(place.path("pid"))'; exec sleep 1000"
        let run = try Command(
            "daemon",
            shell:
                "(setsid sh -c \"\(inner.replacing("$", with: "\\$"))\" > /dev/null 2>&1 &) ; while ! test -s '\(place.path("pid"))'; do :; done"
        )
        _ = try await place.ran(run.result.erased)
        #expect(ends(try process("pid")))
    }

    @Test("by going on for ever ends at its time limit")
    func timeLimit() async throws {
        let run = try Command("slow", shell: "echo started; sleep 1000", timeLimit: .milliseconds(300))
        let text = try await failure { _ = try await place.ran(run.result.erased) }
        #expect(text.contains("ended with the time limit of 0.3 s") && text.contains("    started"))
    }

    @Test("by printing without end fills neither memory nor disk: the beginning and the end are kept")
    func prints() async throws {
        let run = try Command(
            "prints", shell: "echo first; head -c 1000000000 /dev/zero; echo last; echo result > out",
            outputs: Files { $0.file("out") })
        #expect(try await place.engine().value(of: run["out"]).text == "result\n")
        let log = try Data(contentsOf: URL(filePath: place.path("cache/logs/prints.program.log")))
        #expect(log.count > 1_900_000 && log.count < 2_100_000)
        #expect(log.firstRange(of: Data("first\n".utf8)) != nil)
        #expect(log.firstRange(of: Data("last\nit ended with exit code 0\n".utf8)) != nil)
        #expect(log.firstRange(of: Data("… 998".utf8)) != nil)
    }

    @Test("by not ending when the build is stopped is ended with it, and nothing is kept")
    func stopped() async throws {
        let run = try Command(
            "endless",
            shell:
                "echo $$ > '\(place.path("pid.new"))'; mv '\(place.path("pid.new"))' '\(place.path("pid"))'; exec sleep 1000"
        )
        let engine = place.engine()
        let build = Task { try await engine.build(nodes: [run.result.erased]) }
        while place.text("pid") == nil { try await Task.sleep(for: .milliseconds(2)) }
        build.cancel()
        await #expect(throws: CancellationError.self) { try await build.value }
        #expect(ends(try process("pid")))
    }
}
