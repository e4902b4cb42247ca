import ContentHash
import FoundationEssentials

/// Builds targets of a graph through a store: each node runs only if its parameters, its code, the platform or the
/// content of an input changed.
public struct BuildEngine: Sendable {
    /// Where results are looked up and kept.
    public var store: any Store
    /// The code digests of all modules that the graph's nodes come from.
    public var digests: CodeDigests
    /// What of the machine enters every key.
    public var platform: Platform
    /// The number of nodes that run at once.
    public var jobs: Int
    /// Whether nodes that do not depend on a failed one still run.
    public var keepGoing: Bool
    /// The folder that input files' relative paths start from.
    public var sourceFolder: URL
    /// Told what happens, as it happens, one event at a time.
    public var observer: BuildObserver
    /// Folders, besides `data/remote` in the source folder, where copies of files from elsewhere may lie.
    public var copyFolders: [String] = []
    /// Seconds that a stopped build waits for the nodes that run, to keep what they make.
    public var patience = BuildEngine.patience
    /// Where programs that nodes start leave their logs; nil to keep none.
    public var logFolder: String?
    /// Where nodes run; threads of this process unless set.
    public var executor: (any Executor)?

    /// A stop is heeded within a second, and most nodes end within that time.
    public static let patience = 0.7

    /// - Parameters:
    ///   - digests: of all modules that the graph's nodes come from.
    ///   - jobs: the number of active processors unless given.
    ///   - sourceFolder: the current folder unless given.
    public init(
        store: any Store, digests: CodeDigests, platform: Platform = .current, jobs: Int? = nil,
        keepGoing: Bool = false, sourceFolder: URL? = nil, observer: @escaping BuildObserver = { _ in }
    ) {
        self.store = store
        self.digests = digests
        self.platform = platform
        self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        self.keepGoing = keepGoing
        self.sourceFolder = sourceFolder ?? URL(filePath: FileManager.default.currentDirectoryPath)
        self.observer = observer
    }

    /// Brings nodes and output files up to date.
    ///
    /// - Parameters:
    ///   - nodes: nodes whose results are wanted in the store.
    ///   - outputs: files to keep equal to their nodes' bytes.
    ///   - folder: the output folder, made when needed; the source folder unless given.
    /// - Throws: ``BuildGraphError``; failures of nodes as ``BuildGraphError/buildFailed(_:)``, with the report.
    @discardableResult
    public func build(
        nodes: [AnyNode] = [], outputs: [OutputFile] = [], into folder: URL? = nil
    ) async throws -> BuildReport {
        let request = try BuildRequest(self, nodes: nodes, outputs: outputs, into: folder)
        return try await request.report()
    }

    /// Builds one node and gives its result.
    public func value<Output>(of node: Node<Output>) async throws -> Output {
        let session = try await BuildRequest(self, nodes: [node.erased]).session(reading: [node.name])
        guard let position = session.graph.position(of: node.name), let bytes = session.values[position] else {
            throw BuildGraphError.internalInconsistency("node \(node.name) was built but has no result")
        }
        do {
            return try node.decode(bytes)
        } catch {
            throw BuildGraphError.resultUndecodable(node: node.name, problem: "\(error)")
        }
    }
}
