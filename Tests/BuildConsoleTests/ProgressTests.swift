import Testing

@testable import BuildConsole
@testable import BuildGraph

@Suite("Progress")
struct ProgressTests {
    private func progress(_ expected: [String: Double], _ events: [(BuildEvent, Double)]) -> BuildProgress {
        var progress = BuildProgress(names: ["a", "b", "c", "d"], expected: expected)
        for (event, time) in events { progress.note(event, at: time) }
        return progress
    }

    @Test("counts cached, computed and failed nodes, and what is left")
    func counts() {
        let progress = progress(
            [:],
            [
                (.began(nodes: 4), 0), (.nodeCached(name: "a"), 0), (.nodeStarted(name: "b", reason: .neverBuilt), 0),
                (.nodeStarted(name: "c", reason: .neverBuilt), 0), (.nodeFailed(name: "c", message: "no"), 1),
            ])
        #expect(progress.total == 4 && progress.settled == 1 && progress.failed == 1 && progress.left == 2)
        #expect(progress.running == [.init(name: "b", start: 0)])
    }

    @Test("counts a node once whose result was lost and is made again")
    func madeAgain() {
        let progress = progress(
            [:],
            [
                (.began(nodes: 4), 0), (.nodeCached(name: "a"), 0),
                (.nodeStarted(name: "a", reason: .resultMissing), 0), (.nodeFinished(name: "a", seconds: 1), 1),
            ])
        #expect(progress.settled == 1 && progress.left == 3)
    }

    @Test("expects what the nodes took last time, shared among the jobs")
    func remaining() throws {
        let progress = progress(
            ["a": 1, "b": 4, "c": 3, "d": 3],
            [
                (.began(nodes: 4), 0), (.nodeCached(name: "a"), 0), (.nodeStarted(name: "b", reason: .neverBuilt), 10),
            ])
        // b has 4 s − 1 s to go; c and d need 6 s.
        #expect(progress.remainingSeconds(at: 11, jobs: 1) == 9)
        #expect(progress.remainingSeconds(at: 11, jobs: 2) == 4.5)
        #expect(progress.remainingSeconds(at: 11, jobs: 100) == 3)
        // A run that takes longer than the last one is not waited for less than not at all.
        #expect(progress.remainingSeconds(at: 100, jobs: 1) == 6)
    }

    @Test("takes the mean for a node without a record, and guesses nothing where most have none")
    func unknownDurations() {
        let most = progress(["a": 1, "b": 2, "c": 3], [(.began(nodes: 4), 0)])
        #expect(most.remainingSeconds(at: 0, jobs: 1) == 8)
        let few = progress(["a": 1], [(.began(nodes: 4), 0)])
        #expect(few.remainingSeconds(at: 0, jobs: 1) == nil)
    }
}
