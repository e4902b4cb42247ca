import ArgumentParser
import BuildConsole
import BuildGraph
import ContentHash
import Foundation
import Manuscript

struct ShowCommand<P: Paper>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Shows a node: value, numerical error, inputs, reason of its last run, time.",
            discussion:
                "JSON: {\"schema\": 1, \"node\", \"type\", \"parameters\", \"inputs\", \"remote\" (of a file from elsewhere: \"addresses\", \"content\", \"bytes\", \"license\", \"citation\"), \"key\", \"content\", \"bytes\", \"reason\", \"seconds\", \"value\"}."
        )
    }

    @Argument(help: "A node's name, or a quantity's id.")
    var node: String

    @Flag(
        help:
            "Print the log of its last run here instead: why it ran, how it ended, and what LaTeX or another program said."
    )
    var log = false

    @Flag(
        help:
            "Lay out the inputs of a node that runs another program in a folder that is kept, and open a shell there; without a terminal print the folder and the command."
    )
    var shell = false

    @Flag(help: "Print as JSON.")
    var json = false

    @OptionGroup var options: PaperArguments<P>

    func run() async throws {
        let workspace = try options.workspace()
        let paper = try options.edition(in: workspace, tex: TeXInstallation.find())
        let graph = try Graph(paper.targets)
        let known = graph.nodes.map(\.name)
        let name = known.contains(node) || !known.contains("numbers/\(node)") ? node : "numbers/\(node)"
        let found = try graph.node(named: name)
        if log { return try printLog(of: name, workspace.logs) }
        let engine = options.engine(in: workspace, needsCache: false)
        if shell { return try await ProgramShell(node: found, workspace: workspace).open(engine) }
        let report = try await engine.build(nodes: [found])
        guard let entry = report.nodes.first(where: { $0.name == name }) else {
            throw ValidationError("node \(name) was not built")
        }
        let description = try NodeDescription(node: found, entry: entry, store: engine.store)
        print(json ? try readableJSON(description) : description.plainText, terminator: json ? "" : "\n")
    }

    func validate() throws {
        if shell, log || json { throw ValidationError("--shell opens a folder; leave out --log and --json") }
    }

    private func printLog(of name: String, _ logs: NodeLogs) throws {
        let file = logs.file(of: name)
        guard let text = try? RegularFile.bytes(file.path) else {
            throw ValidationError("there is no log of \(name) (\(file.path)): it did not run with this cache")
        }
        print(String(decoding: text, as: UTF8.self), terminator: "")
        if let text = try? RegularFile.bytes(logs.programFile(of: name).path) {
            print("\nthe program's output\n\n\(String(decoding: text, as: UTF8.self))", terminator: "")
        }
        let latex = file.deletingPathExtension().appendingPathExtension("latex.log")
        if let text = try? RegularFile.bytes(latex.path) {
            print("\nLaTeX's log\n\n\(String(decoding: text, as: UTF8.self))", terminator: "")
        }
    }
}

/// What `show --json` prints.
struct NodeDescription: Encodable {
    var schema = 1
    var node: String
    var type: String
    var parameters: JSONValue?
    var inputs: [String]
    /// Of a file from elsewhere.
    var remote: RemoteContent?
    var key: String?
    var content: String?
    var bytes: Int?
    /// Why the result that is shown was computed.
    var reason: String?
    /// Seconds that it took.
    var seconds: Double?
    /// Nil for files and drawings, whose value is their bytes.
    var value: JSONValue?

    init(node: AnyNode, entry: BuildReport.NodeEntry, store: any Store) throws {
        self.node = node.name
        type = node.typeName
        parameters = try node.parameters().map(Self.json)
        inputs = node.upstream.map(\.name)
        remote = node.remote
        key = entry.key?.hex
        content = entry.output?.hex
        bytes = entry.size
        seconds = entry.seconds
        reason = entry.reason?.sentence
        if reason == nil, let key = entry.key, case .found(let record) = store.record(for: key) {
            reason = record.reason.sentence
            seconds = record.seconds
        }
        if let output = entry.output, case .found(let bytes) = store.blob(output),
            let value = try? CanonicalValue(canonical: bytes)
        {
            self.value = try Self.json(value)
        }
    }

    private static func json(_ value: CanonicalValue) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(value.json().utf8))
    }

    var plainText: String {
        var lines = ["node        \(node)", "type        \(type)"]
        if let parameters { lines.append("parameters  \(Self.compact(parameters, limit: 300))") }
        lines.append("inputs      \(inputs.isEmpty ? "none" : inputs.joined(separator: ", "))")
        if let remote { lines += remote.lines.map { "\(column($0.title, 11)) \($0.text)" } }
        if let value { lines.append("value       \(valueText(value))") }
        if let reason { lines.append("last run    \(reason)") }
        if let seconds { lines.append("time        \(duration(seconds))") }
        if let bytes, let content { lines.append("content     \(bytes) bytes, SHA-256 \(content)") }
        if let key { lines.append("key         \(key)") }
        return lines.joined(separator: "\n")
    }

    private func valueText(_ value: JSONValue) -> String {
        guard case .object(let members) = value, case .number(let number)? = members["value"],
            case .number(let error)? = members["error"], case .string(let kind)? = members["kind"]
        else { return Self.compact(value, limit: 1000) }
        return "\(number) ± \(error) (\(kind))"
    }

    private static func compact(_ value: JSONValue, limit: Int) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.count <= limit ? text : text.prefix(limit) + "… (--json shows all)"
    }
}
