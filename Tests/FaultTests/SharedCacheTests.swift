import Foundation
import Glibc
import Testing

@Suite("Builds that share a cache run each step once", .serialized)
struct SharedCacheTests {
    @Test(arguments: [2, 4])
    func eachNodeRunsOnceAmongBuildsAtOnce(_ builds: Int) async throws {
        let place = try Workplace("count=24", "pause=5000")
        let clean = try await place.cleanFiles()
        for round in 0..<max(1, soakCount / 8) {
            let log = "log \(round)"
            let children = try (0..<builds).map { number in
                try place.start(cache: "cache \(round)", output: "out \(round) \(number)", "log=\(place.path(log))")
            }
            for (number, child) in children.enumerated() {
                #expect(await child.status() == 0, "\(child.printed)")
                #expect(try place.files(in: "out \(round) \(number)") == clean)
            }
            // The seeds run besides the 24 steps.
            #expect(place.log(log).count == 28)
            #expect(Set(place.log(log)).count == 28)
        }
    }

    @Test func twoBuildsMayWriteTheSameFiles() async throws {
        let place = try Workplace("count=24", "pause=1000")
        let clean = try await place.cleanFiles()
        for round in 0..<soakCount {
            let children = try (0..<2).map { _ in try place.start(cache: "cache \(round)", output: "out \(round)") }
            for child in children { #expect(await child.status() == 0, "\(child.printed)") }
            #expect(try place.files(in: "out \(round)") == clean)
        }
    }

    @Test func theOneThatWaitsSaysSo() async throws {
        let place = try Workplace("count=4", "pause=0", "jobs=1")
        let log = "log=\(place.path("log"))"
        let first = try place.start(log, place.gate(at: 0))
        try await place.wait { place.log().contains("step 0") }
        let second = try place.start(output: "second", log)
        try await place.wait { second.printed.contains("waiting step 0\n") }
        try place.openGate()
        #expect(await second.status() == 0)
        #expect(await first.status() == 0)
        #expect(Set(place.log()).count == place.log().count)
    }

    @Test func noLockOutlivesItsProcess() async throws {
        let place = try Workplace("count=4", "jobs=1")
        let first = try place.start("pause=60000000", "log=\(place.path("log"))")
        try await place.wait { place.log().contains("step 0") }
        // The same steps for the key, as the pause is a parameter: the second waits until the first is killed.
        let second = try place.start(output: "second", "pause=60000000", "log=\(place.path("second log"))")
        try await place.wait { second.printed.contains("waiting step 0") }
        first.send(SIGKILL)
        #expect(await first.status() == 128 + SIGKILL)
        let third = try place.start(output: "third", "pause=60000000", "log=\(place.path("third log"))")
        // One of the two has taken the step over.
        try await place.wait { third.printed.contains("waiting") || place.log("third log").contains("step 0") }
        for child in [second, third] {
            child.send(SIGKILL)
            _ = await child.status()
        }
    }
}
