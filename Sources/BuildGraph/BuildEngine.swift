import ContentHash
import FoundationEssentials

/// Builds targets of a graph through a store: each node runs only if its parameters, its code, the platform or the
/// content of an input changed.
public struct BuildEngine: Sendable {
    public let store: any Store
    public let digests: CodeDigests
    public let platform: Platform
    /// The number of nodes that run at once.
    public var jobs: Int
    /// Whether nodes that do not depend on a failed one still run.
    public var keepGoing: Bool
    /// The folder that input files' relative paths start from.
    public var sourceFolder: URL
    public var observer: BuildObserver

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
    ///   - folder: the output folder; made when needed.
    /// - Throws: ``BuildGraphError``; failures of nodes as ``BuildGraphError/buildFailed(_:)``, with the report.
    @discardableResult
    public func build(
        nodes: [AnyNode] = [], outputs: [OutputFile] = [], into folder: URL? = nil
    ) async throws -> BuildReport {
        throw BuildGraphError.internalInconsistency("not there yet")
    }

    /// Builds one node and gives its result.
    public func value<Output>(of node: Node<Output>) async throws -> Output {
        throw BuildGraphError.internalInconsistency("not there yet")
    }
}
