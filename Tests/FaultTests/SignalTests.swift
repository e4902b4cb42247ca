import Foundation
import Glibc
import Testing

@Suite("Ctrl-C and kill", .serialized)
struct SignalTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func theFirstSignalKeepsAllFinishedWork(_ signal: CInt) async throws {
        let place = try Workplace("count=12", "pause=0", "jobs=1")
        let log = "log=\(place.path("log"))"
        let child = try place.start(log, place.gate(at: 5))
        try await place.wait { place.log().contains("step 5") }
        child.send(signal)
        try await place.wait { child.printed == "stopping\n" }
        try place.openGate()
        let status = await child.status()
        #expect(status == 128 + signal)
        #expect(child.printed == "stopping\n")
        #expect(place.log().count < 16)
        #expect(try await place.run(log).status == 0)
        // Also the step that ran when the signal came is kept.
        #expect(place.log().count == 16)
        #expect(Set(place.log()).count == 16)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aStopIsHeededThoughAStepGoesOnAndKeepsWhatWasDone(_ signal: CInt) async throws {
        let place = try Workplace("count=12", "pause=0", "jobs=1")
        // The gate is never opened.
        let child = try place.start("log=\(place.path("log"))", place.gate(at: 5), "patience=0.1")
        try await place.wait { place.log().contains("step 5") }
        child.send(signal)
        #expect(await child.status() == 128 + signal)
        #expect(child.printed == "stopping\n")
        let before = place.log()
        #expect(try await place.run("log=\(place.path("log"))").status == 0)
        // Only the step that was given up runs twice.
        #expect(Set(place.log()).count == place.log().count - 1)
        #expect(place.log()[before.count] == "step 5")
    }

    @Test func aBuildThatAShellPutIntoTheBackgroundStopsToo() async throws {
        let place = try Workplace("count=12", "pause=0", "jobs=1", "patience=0.1")
        let child = try place.start("log=\(place.path("log"))", place.gate(at: 5), ignoresInterrupt: true)
        try await place.wait { place.log().contains("step 5") }
        child.send(SIGINT)
        #expect(await child.status() == 128 + SIGINT)
    }

    @Test func theSecondSignalQuitsAtOnce() async throws {
        let place = try Workplace("count=4", "pause=60000000", "jobs=1")
        let child = try place.start("log=\(place.path("log"))")
        try await place.wait { place.log().contains("step 0") }
        child.send(SIGINT)
        try await place.wait { child.printed.contains("stopping") }
        child.send(SIGINT)
        #expect(await child.status() == 128 + SIGINT)
    }

    @Test func aBuildThatWaitsForAnotherStopsToo() async throws {
        let place = try Workplace("count=4", "pause=60000000", "jobs=1")
        let first = try place.start("log=\(place.path("log"))")
        try await place.wait { place.log().contains("step 0") }
        let second = try place.start(output: "second", "count=1")
        try await place.wait { second.printed.contains("waiting") }
        second.send(SIGINT)
        #expect(await second.status() == 128 + SIGINT)
        first.send(SIGKILL)
        _ = await first.status()
    }
}
