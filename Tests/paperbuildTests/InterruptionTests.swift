import Foundation
import Glibc
import Manuscript
import Testing

@Suite("Ctrl-C")
struct InterruptionTests {
    @Test("leaves all finished work in the cache: the next build does none of it again")
    func keepsFinishedWork() async throws {
        let folder = try Scratch()
        let output = try folder.file("events", "")
        let arguments = [
            "build", "--json", "figures", "numbers", "--cache", folder("cache").path, "--output", folder("out").path,
        ]
        let child = try Program.start(arguments, output: output, errors: try folder.file("errors", ""))
        func finished() throws -> Set<String> {
            let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
            let events = lines.compactMap { try? JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
            return Set(events.filter { $0["event"]?.text == "node-finished" }.compactMap { $0["node"]?.text })
        }
        for _ in 0..<3000 where try child.isRunning && finished().count < 10 {
            try await Task.sleep(for: .milliseconds(10))
        }
        child.send(SIGINT)
        _ = await child.status()
        let done = try finished()
        #expect(done.count >= 10)
        let next = try await Program.run(arguments)
        #expect(next.status == 0, "\(next.errors)")
        let again = try next.events().filter { $0["event"]?.text == "node-started" }.compactMap { $0["node"]?.text }
        #expect(done.isDisjoint(with: again) && done.count + again.count >= 100)
    }
}
