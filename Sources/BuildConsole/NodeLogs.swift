import BuildGraph
import Foundation
import Synchronization

/// A file for each node, `logs/<node>.log`, that tells of its last run: why, how long, and what went wrong.
///
/// Logs only inform: one that cannot be written is no error.
public final class NodeLogs: Sendable {
    public let folder: URL
    private let reasons = Mutex<[String: Reason]>([:])

    public init(_ folder: URL) { self.folder = folder }

    /// Where a node's log is.
    public func file(of node: String) -> URL { folder.appending(path: Self.path(of: node)) }

    /// Notes what an event says of a node.
    public func note(_ event: BuildEvent) {
        switch event {
        case .nodeStarted(let name, let reason):
            reasons.withLock { $0[name] = reason }
            write(name, Self.text(node: name, reason: reason, outcome: "was started, and its end is not recorded"))
        case .nodeFinished(let name, let seconds):
            write(
                name,
                Self.text(
                    node: name, reason: reasons.withLock { $0[name] }, outcome: "succeeded in \(duration(seconds))"))
        case .nodeFailed(let name, let message):
            write(name, Self.text(node: name, reason: reasons.withLock { $0[name] }, outcome: "failed: \(message)"))
        case .began, .nodeProgress, .nodeCached, .nodeWaiting, .fileWritten, .warning: break
        }
    }

    private func write(_ node: String, _ text: String) {
        let file = file(of: node)
        if (try? Data(text.utf8).write(to: file)) != nil { return }
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(text.utf8).write(to: file)
    }

    /// The log's text.
    public static func text(node: String, reason: Reason?, outcome: String) -> String {
        "node     \(node)\n" + (reason.map { "reason   \($0.sentence)\n" } ?? "") + "outcome  \(outcome)\n"
    }

    /// The log's path in its folder: inside it whatever the name, and no longer than file systems take.
    static func path(of node: String) -> String { LogPlace.path(of: node) }

    /// What a program printed that the node started.
    public func programFile(of node: String) -> URL {
        folder.appending(path: LogPlace.path(of: node, ending: ".program.log"))
    }
}
