import Foundation
import PaperKit
import Testing

@testable import walk

@Suite("The paper of programs in Python, C++ and gnuplot")
struct WalkTests {
    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/Programs")

    /// Results of a small variant, by programs that run once for all of the tests.
    private static let results = Task {
        var walk = Walk()
        (walk.walkers, walk.steps) = (2000, 30)
        let programs = try Programs(walk)
        let cache = FileManager.default.temporaryDirectory.appending(path: "walk-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: cache) }
        let engine = BuildEngine(store: DiskStore(cache), digests: WalkPaper.codeDigests, sourceFolder: project)
        return (
            walk: walk, simulated: try await engine.value(of: programs.simulated),
            exact: try await engine.value(of: programs.exact),
            ends: [try await engine.value(of: programs.simulatedEnd), try await engine.value(of: programs.exactEnd)],
            diffusion: try await engine.value(of: programs.diffusion)
        )
    }

    @Test("enumerates what the closed form has, at each step")
    func enumeration() async throws {
        let results = try await Self.results.value
        let values = try results.exact.numbers("displacement")
        #expect(values.count == 30)
        for (time, value) in zip(try results.exact.counts("time"), values) {
            let expected = results.walk.displacement(after: time)
            #expect(abs(value / expected.value - 1) < 1e-12, "step \(time): \(value), \(expected.value)")
        }
    }

    @Test("simulates the same within its errors")
    func simulation() async throws {
        let results = try await Self.results.value
        let (values, errors) = (
            try results.simulated.numbers("displacement"), try results.simulated.numbers("error")
        )
        #expect(values.count == 30 && values[0] == 1 && errors[0] == 0)
        for (time, (value, error)) in zip(values, errors).enumerated().dropFirst() {
            let expected = results.walk.displacement(after: time + 1).value
            #expect(
                error > 0 && abs(value - expected) < 5 * error, "step \(time + 1): \(value) ± \(error), \(expected)")
        }
    }

    @Test("takes from each program the error that it states, or none of its own")
    func errors() async throws {
        let results = try await Self.results.value
        let (simulated, exact) = (results.ends[0], results.ends[1])
        let error = try results.simulated.numbers("error").last
        let value = try results.exact.numbers("displacement").last
        #expect(simulated.kind == .statistical && simulated.error == error)
        #expect(exact.kind == .rounding && exact.error < 1e-9 && exact.value == value)
        #expect(results.diffusion.kind == .statistical && results.diffusion.error > 0)
        // The errors of one walk's points are not independent, so that the fit's own is too small.
        #expect(abs(results.diffusion.value / results.walk.diffusion.value - 1) < 0.2)
    }
}
