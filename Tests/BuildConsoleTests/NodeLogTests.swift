import Foundation
import Testing

@testable import BuildConsole
@testable import BuildGraph

@Suite("The logs of nodes")
struct NodeLogTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "paperbuild-logs-\(UUID().uuidString)")

    private func log(_ node: String, _ events: [BuildEvent]) throws -> String {
        let logs = NodeLogs(folder)
        events.forEach(logs.note)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try String(contentsOf: logs.file(of: node), encoding: .utf8)
    }

    @Test("tell why a node ran and how long")
    func success() throws {
        let text = try log(
            "figures/reach.pdf",
            [
                .nodeStarted(name: "figures/reach.pdf", reason: .inputChanged(name: "x")),
                .nodeFinished(name: "figures/reach.pdf", seconds: 2),
            ])
        #expect(
            text == "node     figures/reach.pdf\nreason   content of input x changed\noutcome  succeeded in 2.00 s\n")
    }

    @Test("tell what went wrong, in full")
    func failure() throws {
        let text = try log(
            "a", [.nodeStarted(name: "a", reason: .neverBuilt), .nodeFailed(name: "a", message: "one\ntwo")])
        #expect(text.contains("never built") && text.hasSuffix("failed: one\ntwo\n"))
    }

    @Test("show a run whose end nobody saw")
    func killed() throws {
        #expect(try log("a", [.nodeStarted(name: "a", reason: .neverBuilt)]).contains("its end is not recorded"))
    }

    @Test("stay in their folder, whatever a node is called")
    func paths() {
        #expect(NodeLogs.path(of: "../../etc/x") == "_../_../etc/x.log")
        #expect(NodeLogs.path(of: "/a//b") == "_/a/_/b.log")
        let long = NodeLogs.path(of: String(repeating: "é", count: 300))
        #expect(long.utf8.count < 200 && long != NodeLogs.path(of: String(repeating: "é", count: 301)))
    }
}
