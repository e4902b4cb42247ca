import ContentHash
import FoundationEssentials

/// What a build would do, as far as that is known without running anything.
public struct BuildPlan: Codable, Sendable {
    /// What would become of one node.
    public struct NodeEntry: Codable, Sendable {
        /// What would become of a node, as far as that can be known.
        public enum Outlook: Codable, Sendable, Hashable {
            /// It is an input file.
            case input
            /// It is up to date.
            case cached
            /// It runs, and why.
            case runs(Reason)
            /// It is the same step as another node, which runs, and takes the result of that one.
            case follows(String)
            /// An input may change; it runs unless what these nodes give comes out as before.
            case mayRun(after: [String])
            /// It is up to date, but its bytes are lost: it runs if one of these nodes runs, which need them.
            case mayRunAgain(for: [String], Reason)
            /// It cannot run, or what is upstream cannot; one sentence.
            case fails(String)
        }

        /// The node's name.
        public var name: String
        /// What would become of it.
        public var outlook: Outlook
        /// Nil for input files and where an input is not known yet.
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
            case .follows(let name): "takes the result of \(name), which is the same step"
            case .mayRunAgain(let names, let reason):
                "runs if \(names.joined(separator: " or ")) does: \(reason.sentence)"
            case .mayRun(let names): "runs if a new result of \(names.joined(separator: " or ")) differs"
            case .fails(let problem): "fails: \(problem)"
            }
        }
    }

    /// What would become of one file.
    public struct FileEntry: Codable, Sendable {
        /// What would become of a file.
        public enum Outlook: String, Codable, Sendable {
            /// It stays as it is; it is written; or that follows only from a node that has to run before.
            case unchanged, written, unknown
        }

        /// Relative to the output folder.
        public var path: String
        /// The name of the node that makes its bytes.
        public var node: String
        /// What would become of it.
        public var outlook: Outlook
    }

    /// In topological order.
    public var nodes: [NodeEntry]
    /// In the order given.
    public var files: [FileEntry]

    /// Whether a build would run nothing and write nothing.
    public var isEmpty: Bool {
        nodes.allSatisfy { $0.outlook == .cached || $0.outlook == .input }
            && files.allSatisfy { $0.outlook == .unchanged }
    }
}

extension BuildEngine {
    /// Tells what ``build(nodes:outputs:into:)`` would do and why; runs and writes nothing.
    ///
    /// The build's own decisions are asked, also where the cache lost records or results.
    public func plan(
        nodes: [AnyNode] = [], outputs: [OutputFile] = [], into folder: URL? = nil
    ) throws -> BuildPlan {
        let rehearsal = RehearsalStore(store)
        var engine = self
        engine.store = rehearsal
        engine.observer = { _ in }
        let session = try BuildRequest(engine, nodes: nodes, outputs: outputs, into: folder).rehearsed(by: rehearsal)
        let outlooks = try session.outlooks()
        let entries = session.graph.nodes.indices.map { position in
            let (node, state) = (session.graph.nodes[position], session.states[position])
            return BuildPlan.NodeEntry(
                name: node.name, outlook: outlooks[position], key: state.recordKey, output: state.output,
                grounds: state.discovered == nil ? [] : [state.key].compactMap(\.self),
                lastSeconds: node.kind == .file ? nil : store.lastRecord(ofNode: node.name)?.seconds)
        }
        let files = zip(session.outputs, session.fileEntries).map { output, entry in
            let outlook: BuildPlan.FileEntry.Outlook =
                entry.map { $0.outcome == .unchanged ? .unchanged : .written } ?? .unknown
            return BuildPlan.FileEntry(path: output.path, node: output.node.name, outlook: outlook)
        }
        return BuildPlan(nodes: entries, files: files)
    }
}
