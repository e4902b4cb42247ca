import Foundation
import Glibc
import Testing

@Suite("A killed build leaves nothing that the next one stumbles over", .serialized)
struct KillTests {
    /// Kills builds of one cache after random times, each a fresh start or a continuation of the last.
    @Test func killedAtAnyPointTheNextPlainRunGivesTheCleanResult() async throws {
        let place = try Workplace("count=24")
        let clean = try await place.cleanFiles()
        #expect(clean.count == 24)
        var random = SeededGenerator(state: 3)
        for round in 0..<soakCount {
            // Every other round goes on from where the killed ones stopped.
            if round.isMultiple(of: 2) {
                try? FileManager.default.removeItem(atPath: place.path("cache"))
                try? FileManager.default.removeItem(atPath: place.path("out"))
            }
            // The sum of the pauses is 24 ms with two jobs.
            let child = try place.start("pause=2000")
            await place.pause(microseconds: Int.random(in: 0..<60_000, using: &random))
            child.send(SIGKILL)
            _ = await child.status()
            let (status, printed) = try await place.run("pause=2000")
            #expect(status == 0, "round \(round): \(printed)")
            #expect(!printed.contains("warning"), "round \(round): \(printed)")
            #expect(try place.files(in: "out") == clean, "round \(round)")
            #expect(try place.files(in: "cache/tmp") == [:], "round \(round)")
            let again = try await place.run("pause=2000")
            #expect(again.printed == "ran 0\n", "round \(round)")
            if round % 2 == 1 { continue }
            // Something to run for the round that goes on.
            try FileManager.default.removeItem(atPath: place.path("cache/ac"))
            try FileManager.default.removeItem(atPath: place.path("cache/index"))
        }
        // How many were still running depends on the machine; one that certainly is, stands at a gate.
        let held = try place.start(cache: "held cache", "pause=0", place.gate(at: 9), "log=\(place.path("log"))")
        try await place.wait { place.log().contains("step 9") }
        held.send(SIGKILL)
        #expect(await held.status() == 128 + SIGKILL)
        #expect(try await place.run(cache: "held cache", "pause=0").status == 0)
        #expect(try place.files(in: "out") == clean)
    }

    @Test func whatHadFinishedIsNotRunAgain() async throws {
        let place = try Workplace("count=12", "jobs=1")
        let child = try place.start("pause=0", "log=\(place.path("log"))", place.gate(at: 5))
        try await place.wait { place.log().contains("step 5") }
        child.send(SIGKILL)
        #expect(await child.status() == 128 + SIGKILL)
        let before = place.log()
        #expect(try await place.run("pause=0", "log=\(place.path("log"))").status == 0)
        // Only the one that ran when it was killed runs twice.
        #expect(Set(place.log()).count == place.log().count - 1)
        #expect(place.log()[before.count] == before.last)
    }

    @Test func aTemporaryFileOfAKilledBuildIsRemovedEvenWhereNothingRuns() async throws {
        let place = try Workplace("count=4")
        #expect(try await place.run("pause=0").status == 0)
        try Data([1]).write(to: URL(filePath: place.path("cache/tmp/1-left-1")))
        #expect(try await place.run("pause=0").printed == "ran 0\n")
        #expect(try place.files(in: "cache/tmp") == [:])
    }
}
