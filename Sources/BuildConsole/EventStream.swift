import BuildGraph
import Foundation

/// A build as JSON for programs: one object a line, each with `schema` and `event`.
///
/// | event | members |
/// |---|---|
/// | `began` | `nodes`: how many the targets need |
/// | `node-started` | `node`, `reason` (a sentence), `cause` (the same as data) |
/// | `node-progress` | `node`, `fraction`: how far its program is, from 0 to 1 |
/// | `node-finished` | `node`, `seconds` |
/// | `node-cached` | `node` |
/// | `node-waiting` | `node`: another build runs it |
/// | `node-failed` | `node`, `message` |
/// | `file` | `path`, `outcome`: `written` or `restored` |
/// | `warning` | `message` |
/// | `finished` | `succeeded`, `causes` (`node`, `message`, `neededBy`), `skipped`, `summary` (the report) |
///
/// The last line of a build is `finished`, unless something kept it from being one: then it is `error` with `message`.
public enum EventStream {
    public static let schema = 1

    /// The line for an event, without its end.
    public static func line(for event: BuildEvent) throws -> String {
        switch event {
        case .began(let nodes): try encode(Entry(event: "began", nodes: nodes))
        case .nodeStarted(let name, let reason):
            try encode(Entry(event: "node-started", node: name, reason: reason.sentence, cause: reason))
        case .nodeProgress(let name, let fraction):
            try encode(Entry(event: "node-progress", node: name, fraction: fraction))
        case .nodeFinished(let name, let seconds):
            try encode(Entry(event: "node-finished", node: name, seconds: seconds))
        case .nodeCached(let name): try encode(Entry(event: "node-cached", node: name))
        case .nodeWaiting(let name): try encode(Entry(event: "node-waiting", node: name))
        case .nodeFailed(let name, let message):
            try encode(Entry(event: "node-failed", node: name, message: message))
        case .fileWritten(let path, let outcome):
            try encode(Entry(event: "file", path: path, outcome: outcome))
        case .warning(let text): try encode(Entry(event: "warning", message: text))
        }
    }

    /// The last line of a build.
    public static func finished(_ report: BuildReport, failure: BuildFailure? = nil) throws -> String {
        try encode(
            Finished(
                succeeded: failure == nil, causes: failure?.causes ?? [], skipped: failure?.skipped ?? [],
                summary: report))
    }

    /// The last line of a build that could not be carried out.
    public static func error(_ error: any Error) throws -> String {
        try encode(Entry(event: "error", message: "\(error)"))
    }

    private struct Entry: Encodable {
        var schema = EventStream.schema
        var event: String
        var nodes: Int?
        var node: String?
        var reason: String?
        var cause: Reason?
        var seconds: Double?
        var fraction: Double?
        var message: String?
        var path: String?
        var outcome: BuildReport.FileEntry.Outcome?
    }

    private struct Finished: Encodable {
        var schema = EventStream.schema
        var event = "finished"
        var succeeded: Bool
        var causes: [BuildFailure.Cause]
        var skipped: [String]
        var summary: BuildReport
    }

    private static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
