import ContentHash
import Synchronization

/// One build: keeps the account, and brings those together who decide. In what order is the ``Scheduler``'s, what is
/// stale the ``Rebuilder``'s, where a node runs the ``Executor``'s.
///
/// Used by one task at a time; only the runs themselves go elsewhere, through the executor.
final class BuildSession {
    let graph: Graph
    let outputs: [OutputFile]
    let folder: OutputFolder
    let rebuilder: Rebuilder
    let inputFiles: InputFiles
    let executor: any Executor
    let keepGoing: Bool
    let logFolder: String?
    let observer: BuildObserver
    var store: any Store { rebuilder.store }

    var scheduler: Scheduler
    var index: BuildIndex
    var states: [NodeState]
    var fileEntries: [BuildReport.FileEntry?]
    var warnings: [String] = []
    /// The verified bytes of the nodes whose values were asked for.
    var values: [Int: [UInt8]] = [:]

    var ahead = LookAhead()
    /// The nodes that wait for the run of a key.
    var inFlight: [ContentDigest: [Int]] = [:]
    /// The first node that makes some bytes: the one that makes them again. Nil until bytes turn out to be lost.
    var makers: [ContentDigest: Int]?
    /// Opened when something runs.
    lazy var lock: StoreLock? = store.lock()
    var fatal: (any Error)?
    /// Why nodes failed.
    var causes: [Int: String] = [:]
    /// The numbers of each node's output files.
    let filesOfNode: [[Int]]
    /// The digest of the store's index as this build left it; nil where there is none.
    private(set) var indexSeal: ContentDigest?
    let targets: Set<Int>
    let valueTargets: Set<Int>
    /// Set where nothing is run or written, see ``rehearse(for:)``.
    let rehearsal: RehearsalStore?

    init(
        graph: Graph, targets: Set<Int>, valueTargets: Set<Int>, outputs: [OutputFile], folder: OutputFolder,
        rebuilder: Rebuilder, index: BuildIndex, inputFiles: InputFiles, executor: any Executor, keepGoing: Bool,
        logFolder: String? = nil, observer: @escaping BuildObserver, rehearsal: RehearsalStore? = nil
    ) {
        self.graph = graph
        self.targets = targets
        self.valueTargets = valueTargets
        self.outputs = outputs
        self.folder = folder
        self.rebuilder = rebuilder
        self.inputFiles = inputFiles
        self.executor = executor
        self.keepGoing = keepGoing
        self.logFolder = logFolder
        // Nodes that run tell how far they are, from their threads.
        let turn = Mutex(())
        self.observer = { event in turn.withLock { _ in observer(event) } }
        self.rehearsal = rehearsal
        self.index = index
        scheduler = Scheduler(graph)
        states = Array(repeating: NodeState(), count: graph.nodes.count)
        fileEntries = Array(repeating: nil, count: outputs.count)
        var files = [[Int]](repeating: [], count: graph.nodes.count)
        for (number, output) in outputs.enumerated() {
            if let position = graph.position(of: output.node.name) { files[position].append(number) }
        }
        filesOfNode = files
    }

    /// - Parameter stamps: those of the output files as the build found them; may be empty.
    func run(stamps: [SystemFile.Stamp?]) async throws {
        observer(.began(nodes: graph.nodes.count))
        // What a killed build left is removed also where nothing has to run.
        if let folder = store.temporaryFolder, !SystemFile.names(in: folder).isEmpty { _ = lock }
        lookAheadAtFiles(stamps)
        await withTaskGroup(of: TaskEnd.self) { group in
            while true {
                while fatal == nil, !Task.isCancelled, scheduler.hasLookUps {
                    if ahead.isEmpty { lookAhead(at: scheduler.lookUps) }
                    if let position = scheduler.nextLookUp() { lookUp(position) }
                }
                if mustStop { scheduler.dropRuns() }
                while let position = scheduler.nextRun(atMost: executor.width) { start(position, in: &group) }
                if scheduler.hasLookUps, fatal == nil, !Task.isCancelled { continue }
                if scheduler.isOver(stopping: mustStop) { break }
                guard let end = await group.next() else { break }
                take(end)
            }
            group.cancelAll()  // those that wait for other builds
        }
        lock = nil
        noticeEditedInputs()
        save()
        if let fatal { throw fatal }
        try Task.checkCancellation()
    }

    var mustStop: Bool {
        fatal != nil || Task.isCancelled || (!keepGoing && !causes.isEmpty)
    }

    func warn(_ text: String) {
        warnings.append(text)
        observer(.warning(text))
    }

    private func save() {
        indexSeal = index.seal
        if index.isModified {
            // It only saves time: a cache that cannot be written is no error as long as nothing had to run.
            let bytes = index.bytes
            indexSeal = (try? store.setIndex(bytes)).flatMap {
                ContentDigest(bytes: bytes.suffix(ContentDigest.byteCount))
            }
        }
        let hasRun = states.contains(where: \.hasRun)
        store.noteUse(
            of: states.compactMap(\.key) + states.compactMap(\.discovered?.key), afterRunning: hasRun)
        if hasRun { store.flush() }
    }
}
