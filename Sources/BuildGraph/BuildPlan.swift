import ContentHash
import FoundationEssentials

/// What a build would do, as far as that is known without running anything.
public struct BuildPlan: Codable, Sendable {
    /// What would become of one node.
    public struct NodeEntry: Codable, Sendable {
        public enum Outlook: Codable, Sendable, Hashable {
            case input
            case cached
            case runs(Reason)
            /// An input may change; it runs unless what these nodes give comes out as before.
            case mayRun(after: [String])
            /// It cannot run, or what is upstream cannot; one sentence.
            case fails(String)
        }

        public var name: String
        public var outlook: Outlook
        public var key: ContentDigest?
        /// The content hash of the recorded result.
        public var output: ContentDigest?
        /// What else of the store the outlook rests on.
        var grounds: [ContentDigest] = []
        /// Seconds of the last recorded run of the node.
        public var lastSeconds: Double?

        /// The outlook as a sentence without a full stop.
        public var sentence: String {
            switch outlook {
            case .input: "is an input file"
            case .cached: "is up to date"
            case .runs(let reason): "runs: \(reason.sentence)"
            case .mayRun(let names): "runs if a new result of \(names.joined(separator: " or ")) differs"
            case .fails(let problem): "fails: \(problem)"
            }
        }
    }

    /// What would become of one file.
    public struct FileEntry: Codable, Sendable {
        public enum Outlook: String, Codable, Sendable {
            case unchanged, written, unknown
        }

        public var path: String
        public var node: String
        public var outlook: Outlook
    }

    /// In topological order.
    public var nodes: [NodeEntry]
    public var files: [FileEntry]

    /// Whether a build would run nothing and write nothing.
    public var isEmpty: Bool {
        nodes.allSatisfy { $0.outlook == .cached || $0.outlook == .input }
            && files.allSatisfy { $0.outlook == .unchanged }
    }
}

extension BuildEngine {
    /// Tells what ``build(nodes:outputs:into:)`` would do and why; runs and writes nothing.
    public func plan(
        nodes: [AnyNode] = [], outputs: [OutputFile] = [], into folder: URL? = nil
    ) throws -> BuildPlan {
        let outputs = try OutputFolder.validated(outputs)
        let graph = try Graph(nodes + outputs.map(\.node))
        let rebuilder = try Rebuilder(store: store, digests: digests, platform: platform)
        for node in graph.nodes { try rebuilder.validate(node.core) }
        var index = BuildIndex(of: store)
        var planner = Planner(
            graph: graph, rebuilder: rebuilder, inputFiles: InputFiles(sourceFolder: sourceFolder),
            targets: Set(nodes.map(\.name)))
        for position in graph.nodes.indices { try planner.visit(position, &index) }
        let folder = OutputFolder(folder ?? sourceFolder)
        let files = outputs.map { output in
            let content = graph.position(of: output.node.name).flatMap { planner.contents[$0] }
            let outlook: BuildPlan.FileEntry.Outlook =
                content.map { folder.isUpToDate(output, content: $0, index: &index) ? .unchanged : .written }
                ?? .unknown
            return BuildPlan.FileEntry(path: output.path, node: output.node.name, outlook: outlook)
        }
        return BuildPlan(nodes: planner.entries, files: files)
    }
}

private struct Planner {
    let graph: Graph
    let rebuilder: Rebuilder
    let inputFiles: InputFiles
    let targets: Set<String>
    var entries: [BuildPlan.NodeEntry] = []
    /// The contents of the results that are known.
    var contents: [Int: ContentDigest] = [:]

    mutating func visit(_ position: Int, _ index: inout BuildIndex) throws {
        let node = graph.nodes[position].core
        var entry = BuildPlan.NodeEntry(name: node.name, outlook: .cached)
        entry.outlook = try outlook(position, &entry, &index)
        contents[position] = entry.output
        entries.append(entry)
    }

    private func outlook(
        _ position: Int, _ entry: inout BuildPlan.NodeEntry, _ index: inout BuildIndex
    ) throws -> BuildPlan.NodeEntry.Outlook {
        let node = graph.nodes[position].core
        if case .file(let path) = node.action {
            do {
                entry.output = try inputFiles.read(path, index: &index).content
                return .input
            } catch {
                return .fails("cannot read the input file \(path): \(error.reason)")
            }
        }
        entry.lastSeconds = rebuilder.store.lastRecord(ofNode: node.name)?.seconds
        let upstream = Set(graph.inputs[position]).sorted()
        for input in upstream {
            if case .fails = entries[input].outlook { return .fails("its input \(entries[input].name) fails") }
        }
        let unknown = upstream.filter { contents[$0] == nil }
        guard unknown.isEmpty else { return .mayRun(after: unknown.map { entries[$0].name }) }
        let inputs = graph.inputs[position].compactMap { contents[$0] }
        let key = try rebuilder.key(for: node, inputs: inputs)
        entry.key = key
        if node.discover != nil {
            entry.grounds = [key]
            switch rebuilder.discoveredRun(key, files: inputFiles, index: &index) {
            case .found(let run):
                entry.key = run.key
                if targets.contains(node.name), !rebuilder.store.mayContain(run.result.output) {
                    return .runs(.resultMissing)
                }
                entry.output = run.result.output
                return .cached
            case .missing:
                return .runs(rebuilder.reason(for: node, parts: try rebuilder.parts(of: node, inputs: inputs)))
            case .damaged:
                return .runs(.recordLost)
            }
        }
        switch rebuilder.store.record(for: key) {
        case .found(let record):
            if targets.contains(node.name), !rebuilder.store.mayContain(record.output) {
                return .runs(.resultMissing)
            }
            entry.output = record.output
            return .cached
        case .missing:
            return .runs(rebuilder.reason(for: node, parts: try rebuilder.parts(of: node, inputs: inputs)))
        case .damaged:
            return .runs(.recordLost)
        }
    }
}
