import ContentHash
import FoundationEssentials

/// Builds targets of a graph through a store: each node runs only if its parameters, its code, the platform or the
/// content of an input changed.
public struct BuildEngine: Sendable {
    public var store: any Store
    public var digests: CodeDigests
    public var platform: Platform
    /// The number of nodes that run at once.
    public var jobs: Int
    /// Whether nodes that do not depend on a failed one still run.
    public var keepGoing: Bool
    /// The folder that input files' relative paths start from.
    public var sourceFolder: URL
    public var observer: BuildObserver
    /// Where nodes run; threads of this process unless set.
    public var executor: (any Executor)?

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
        let (session, report) = try await run(nodes: nodes, outputs: outputs, into: folder, reading: [])
        // Taken apart by another thread, as nobody has to wait for that.
        Task.detached { withExtendedLifetime(session) {} }
        return report
    }

    /// Builds one node and gives its result.
    public func value<Output>(of node: Node<Output>) async throws -> Output {
        let (session, _) = try await run(nodes: [node.erased], outputs: [], into: nil, reading: [node.name])
        guard let position = session.graph.position(of: node.name), let bytes = session.values[position] else {
            throw BuildGraphError.internalInconsistency("node \(node.name) was built but has no result")
        }
        do {
            return try node.decode(bytes)
        } catch {
            throw BuildGraphError.resultUndecodable(node: node.name, problem: "\(error)")
        }
    }

    private func readIndex(meanwhile stamps: ParallelMap<SystemFile.Stamp?>) async -> BuildIndex {
        let index = BuildIndex(of: store)
        stamps.work()
        return index
    }

    private func run(
        nodes: [AnyNode], outputs: [OutputFile], into folder: URL?, reading: Set<String>
    ) async throws -> (session: BuildSession, report: BuildReport) {
        let clock = ContinuousClock()
        let start = clock.now
        let outputs = try OutputFolder.validated(outputs)
        let folder = OutputFolder(folder ?? sourceFolder)
        let stamps = folder.stamps(of: outputs)
        // By another thread while this one puts the graph together.
        async let known = readIndex(meanwhile: stamps)
        let graph = try Graph(nodes + outputs.map(\.node))
        let rebuilder = try Rebuilder(store: store, digests: digests, platform: platform)
        for node in graph.nodes { try rebuilder.validate(node.core) }
        stamps.work()
        let session = await BuildSession(
            graph: graph, targets: Set(nodes.compactMap { graph.position(of: $0.name) }),
            valueTargets: Set(reading.compactMap(graph.position(of:))), outputs: outputs,
            folder: folder, rebuilder: rebuilder, index: known,
            inputFiles: InputFiles(sourceFolder: sourceFolder), executor: executor ?? LocalExecutor(jobs: jobs),
            keepGoing: keepGoing, observer: observer)
        try await session.run(stamps: stamps.joined)
        let report = session.report(seconds: start.duration(to: clock.now).seconds)
        if let failure = session.failure(report) { throw BuildGraphError.buildFailed(failure) }
        return (session, report)
    }
}
