import ContentHash
import FoundationEssentials

/// What a build was asked for, until it is known whether there is anything to do.
struct BuildRequest: Sendable {
    private let engine: BuildEngine
    private let targets: [AnyNode]
    private let outputs: [OutputFile]
    private let folder: OutputFolder
    private let rebuilder: Rebuilder
    private let inputFiles: InputFiles
    private let start = ContinuousClock.now
    /// Of the output files, looked at by each thread that has nothing else to do.
    private let stamps: ParallelMap<SystemFile.Stamp?>

    init(_ engine: BuildEngine, nodes: [AnyNode], outputs: [OutputFile] = [], into folder: URL? = nil) throws {
        self.engine = engine
        targets = nodes
        self.outputs = outputs
        self.folder = OutputFolder(folder ?? engine.sourceFolder)
        rebuilder = try Rebuilder(store: engine.store, digests: engine.digests, platform: engine.platform)
        inputFiles = InputFiles(sourceFolder: engine.sourceFolder, copyFolders: engine.copyFolders)
        stamps = self.folder.stamps(of: outputs)
    }

    private var store: any Store { engine.store }

    /// What the store keeps to save time.
    private struct Known {
        var snapshot: BuildSnapshot?
        /// Read where there is no snapshot.
        var index: BuildIndex?
    }

    /// What is worked out before anything is looked up.
    private struct Prepared {
        var outputs: [OutputFile]
        var graph: Graph
    }

    /// Builds, unless there is nothing to do, and tells what was done.
    func report() async throws -> BuildReport {
        let hasSnapshot = store.hasSnapshot
        // By another thread while this one puts the graph together.
        async let known = look(forSnapshot: hasSnapshot)
        let order = order()
        var structure: GraphStructure?
        let prepared: Prepared
        let index: BuildIndex?
        if hasSnapshot {
            structure = self.structure(order)
            let inputs = structure.map { stamps(ofInputs: $0, order) } ?? []
            stamps.work()
            let early = await known
            if let snapshot = early.snapshot, let structure,
                let report = try report(structure, order, inputs, provenBy: snapshot)
            {
                // Taken apart by another thread, as nobody has to wait for that.
                Task.detached { withExtendedLifetime((order, early)) {} }
                return report
            }
            async let late = early.index ?? BuildIndex(of: store)
            prepared = try prepare(order)
            index = await late
        } else {
            prepared = try prepare(order)
            stamps.work()
            index = await known.index
        }
        let session = session(prepared, index: index ?? BuildIndex(), reading: [])
        let report = try await run(session)
        keepSnapshot(of: session, structure, order)
        Task.detached { withExtendedLifetime(session) {} }
        return report
    }

    /// Builds so that the values of some targets can be had from the session.
    func session(reading names: Set<String>) async throws -> BuildSession {
        let session = session(try prepare(order()), index: BuildIndex(of: store), reading: names)
        stamps.work()
        _ = try await run(session)
        return session
    }

    /// Goes through the build without running or writing anything.
    func rehearsed(by store: RehearsalStore) throws -> BuildSession {
        let session = session(try prepare(order()), index: BuildIndex(of: store), reading: [], rehearsal: store)
        try session.rehearse(for: store)
        return session
    }

    private func look(forSnapshot hasSnapshot: Bool) async -> Known {
        var known = Known()
        if hasSnapshot { known.snapshot = store.snapshot().flatMap(BuildSnapshot.init(bytes:)) }
        if known.snapshot == nil { known.index = BuildIndex(of: store) }
        stamps.work()
        return known
    }

    private func order() -> NodeOrder {
        // Besides the targets a few nodes that only others use.
        var order = NodeOrder(expecting: (targets.count + outputs.count) * 5 / 4)
        for target in targets { order.visit(target.core) }
        for output in outputs { order.visit(output.source.core) }
        return order
    }

    private func prepare(_ order: NodeOrder) throws -> Prepared {
        let outputs = try OutputFolder.validated(outputs)
        let graph = try Graph(order)
        for node in graph.nodes { try rebuilder.validate(node.core) }
        return Prepared(outputs: outputs, graph: graph)
    }

    private func session(
        _ prepared: Prepared, index: BuildIndex, reading: Set<String>, rehearsal: RehearsalStore? = nil
    ) -> BuildSession {
        let graph = prepared.graph
        return BuildSession(
            graph: graph, targets: Set(targets.compactMap { graph.position(of: $0.name) }),
            valueTargets: Set(reading.compactMap(graph.position(of:))), outputs: prepared.outputs, folder: folder,
            rebuilder: rebuilder, index: index, inputFiles: inputFiles,
            executor: engine.executor ?? LocalExecutor(jobs: engine.jobs, patience: engine.patience),
            keepGoing: engine.keepGoing, logFolder: engine.logFolder, observer: engine.observer, rehearsal: rehearsal)
    }

    private func run(_ session: BuildSession) async throws -> BuildReport {
        // Stamps of few files are not worth it: each is looked at when its node's result is known.
        try await session.run(stamps: outputs.count < LookAhead.worthwhileCount ? [] : stamps.joined)
        let report = session.report(seconds: start.duration(to: .now).seconds)
        if let failure = session.failure(report) { throw BuildGraphError.buildFailed(failure) }
        return report
    }
}

/// Builds with nothing to do.
extension BuildRequest {
    private func structure(_ order: NodeOrder) -> GraphStructure? {
        GraphStructure(
            order, targets: targets, outputs: outputs, folder: folder, inputFiles: inputFiles, rebuilder: rebuilder)
    }

    private func stamps(ofInputs structure: GraphStructure, _ order: NodeOrder) -> [SystemFile.Stamp?] {
        let handle = SystemFile.FolderHandle(inputFiles.sourceFolder)
        return structure.files.map { position in
            guard case .file(let path) = order.nodes[Int(position)].action else { return nil }
            return handle.stamp(path, followingLinks: true)
        }
    }

    /// The report of a build that finds everything as the one of a snapshot left it: the same was asked for, each
    /// input and output file has the stamp that it had, and wanted results are in the store. Nil where anything
    /// differs.
    private func report(
        _ structure: GraphStructure, _ order: NodeOrder, _ inputs: [SystemFile.Stamp?],
        provenBy snapshot: BuildSnapshot
    ) throws -> BuildReport? {
        guard snapshot.structure == structure.digest, snapshot.nodes == order.nodes.count,
            snapshot.inputs == inputs.count, snapshot.outputs == outputs.count
        else { return nil }
        for (number, stamp) in inputs.enumerated() where !snapshot.hasInput(number, stamp) { return nil }
        guard stamps.allSatisfy({ snapshot.hasOutput($0, $1) }), snapshot.hasDiscoveredInputs() else { return nil }
        var nodes: [BuildReport.NodeEntry] = []
        var keys: [ContentDigest] = []
        nodes.reserveCapacity(order.nodes.count)
        keys.reserveCapacity(order.nodes.count)
        for (position, node) in order.nodes.enumerated() {
            let isInput = if case .file = node.action { true } else { false }
            let result = snapshot.result(position, isInput: isInput)
            if let key = result.key { keys.append(key) }
            nodes.append(
                .init(
                    name: node.name, outcome: isInput ? .input : .cached, key: result.key, output: result.output,
                    size: isInput ? nil : result.size, reason: nil, seconds: isInput ? nil : result.seconds))
        }
        for target in structure.targets {
            guard let content = nodes[Int(target)].output, store.mayContain(content) else { return nil }
        }
        engine.observer(.began(nodes: nodes.count))
        for node in order.nodes { engine.observer(.nodeCached(name: node.name)) }
        // What a killed build left is removed also where nothing has to run.
        if let folder = store.temporaryFolder, !SystemFile.names(in: folder).isEmpty { _ = store.lock() }
        store.noteUse(of: keys, afterRunning: false)
        try Task.checkCancellation()
        let files = zip(outputs, structure.sources).map { output, source in
            BuildReport.FileEntry(
                path: output.path, node: output.source.name, outcome: .unchanged, content: nodes[Int(source)].output)
        }
        return BuildReport(nodes: nodes, files: files, warnings: [], seconds: start.duration(to: .now).seconds)
    }

    /// Keeps what the next build needs to find that nothing is to do; if the stamps of all files can be trusted then.
    private func keepSnapshot(of session: BuildSession, _ structure: GraphStructure?, _ order: NodeOrder) {
        guard let seal = session.indexSeal, session.outputs.count == outputs.count,
            session.fileEntries.allSatisfy({ $0?.outcome == .unchanged }),
            let structure = structure ?? self.structure(order)
        else { return }
        var results: [BuildSnapshot.Result] = []
        var inputs: [SystemFile.Stamp] = []
        var written: [SystemFile.Stamp] = []
        var discovered: [(path: String, stamp: SystemFile.Stamp?)] = []
        for (position, node) in order.nodes.enumerated() {
            let state = session.states[position]
            guard session.scheduler[position] == .done, let content = state.output else { return }
            if case .file(let path) = node.action {
                guard let stamp = session.index.settledStamp(inputFiles.file(path), content) else { return }
                inputs.append(stamp)
                results.append(.init(key: nil, output: content, size: 0, seconds: 0))
            } else {
                guard let key = state.recordKey, let size = state.size, let seconds = state.seconds else { return }
                for input in state.discovered?.inputs ?? [] {
                    let stamp = session.index.settledStamp(input.name, input.content)
                    guard stamp != nil || input.content == DiscoveredInput.absent else { return }
                    discovered.append((input.name, stamp))
                }
                results.append(.init(key: key, output: content, size: size, seconds: seconds))
            }
        }
        for (output, source) in zip(outputs, structure.sources) {
            let content = results[Int(source)].output
            guard let stamp = session.index.settledStamp(folder.file(output), content) else { return }
            written.append(stamp)
        }
        // It only saves time.
        try? store.setSnapshot(
            BuildSnapshot.bytes(
                structure: structure.digest, seal: seal, results: results, inputs: inputs, outputs: written,
                discovered: discovered))
    }
}

extension BuildIndex {
    /// The stamp of a file that is known to have a content as long as it has the stamp.
    fileprivate func settledStamp(_ path: String, _ content: ContentDigest) -> SystemFile.Stamp? {
        files[path].flatMap { $0.isSettled && $0.content == content ? $0.stamp : nil }
    }
}
