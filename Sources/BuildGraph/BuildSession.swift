import ContentHash

/// One build: decides in what order nodes are looked up and run, and keeps the account.
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
    let observer: BuildObserver
    var store: any Store { rebuilder.store }

    var index: BuildIndex
    var states: [NodeState]
    var fileEntries: [BuildReport.FileEntry?]
    var warnings: [String] = []
    /// The verified bytes of the nodes whose values were asked for.
    var values: [Int: [UInt8]] = [:]

    var ahead = LookAhead()
    var work = WorkList()
    var ready = ReadyQueue()
    /// The nodes that wait for the run of a key.
    var inFlight: [ContentDigest: [Int]] = [:]
    /// The first node that makes some bytes: the one that makes them again. Nil until bytes turn out to be lost.
    private var makers: [ContentDigest: Int]?
    private var running = 0
    /// Nodes that another build runs.
    var waiting = 0
    /// Opened when something runs.
    lazy var lock: StoreLock? = store.lock()
    var fatal: (any Error)?
    var causes: [Int: String] = [:]
    /// The numbers of each node's output files.
    let filesOfNode: [[Int]]
    /// The digest of the store's index as this build left it; nil where there is none.
    private(set) var indexSeal: ContentDigest?
    private let targets: Set<Int>
    private let valueTargets: Set<Int>
    /// Set where nothing is run or written, see ``rehearse()``.
    let rehearsal: RehearsalStore?

    /// Someone who needs a result's bytes that turned out to be lost.
    enum Waiter {
        case node(Int)
        case file(Int)
        case value
    }

    struct NodeState {
        enum Phase { case waiting, queued, running, done, failed, skipped }
        var phase = Phase.waiting
        var missingInputs = 0
        /// As far as the declared inputs give it.
        var key: ContentDigest?
        /// Of a node that discovers inputs: what they are, and the key with them.
        var discovered: Discovered?
        var output: ContentDigest?
        var size: Int?
        var seconds: Double?
        var reason: Reason?
        var hasRun = false
        /// Whether the key is known to be the last one of the node's name.
        var isNoted = false
        var attempts = 0
        var waiters: [Waiter] = []

        struct Discovered {
            var key: ContentDigest
            var inputs: [ActionRecord.Input]
        }

        /// The key of the result's record.
        var recordKey: ContentDigest? { discovered?.key ?? key }
    }

    init(
        graph: Graph, targets: Set<Int>, valueTargets: Set<Int>, outputs: [OutputFile], folder: OutputFolder,
        rebuilder: Rebuilder, index: BuildIndex, inputFiles: InputFiles, executor: any Executor, keepGoing: Bool,
        observer: @escaping BuildObserver, rehearsal: RehearsalStore? = nil
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
        self.observer = observer
        self.rehearsal = rehearsal
        self.index = index
        states = graph.inputs.map { inputs in
            // A set only where it is worth its cost.
            NodeState(
                missingInputs: inputs.count < 2
                    ? inputs.count : inputs.count == 2 ? (inputs[0] == inputs[1] ? 1 : 2) : Set(inputs).count)
        }
        fileEntries = Array(repeating: nil, count: outputs.count)
        var files = [[Int]](repeating: [], count: graph.nodes.count)
        for (number, output) in outputs.enumerated() {
            if let position = graph.position(of: output.node.name) { files[position].append(number) }
        }
        filesOfNode = files
    }

    // MARK: The loop

    /// - Parameter stamps: those of the output files as the build found them; may be empty.
    func run(stamps: [SystemFile.Stamp?]) async throws {
        observer(.began(nodes: graph.nodes.count))
        for position in graph.nodes.indices where graph.inputs[position].isEmpty { work.append(position) }
        // What a killed build left is removed also where nothing has to run.
        if let folder = store.temporaryFolder, !SystemFile.names(in: folder).isEmpty { _ = lock }
        lookAheadAtFiles(stamps)
        await withTaskGroup(of: TaskEnd.self) { group in
            loop: while true {
                while fatal == nil, !Task.isCancelled, !work.isEmpty {
                    if ahead.isEmpty { lookAhead(at: work.waiting) }
                    if let position = work.next() { resolve(position) }
                }
                if mustStop { ready.removeAll() }
                while running < executor.width, let position = ready.next() { start(position, in: &group) }
                if !work.isEmpty, fatal == nil, !Task.isCancelled { continue }
                if running == 0, waiting == 0 || mustStop { break }
                switch await group.next() {
                case .ran(let position, let outcome)?:
                    running -= 1
                    finish(position, outcome)
                case .unlocked(let position)?:
                    waiting -= 1
                    if let key = states[position].key, let record = recordOfAnother(position, key) {
                        finish(position, .done(record), byOther: true)
                    } else {
                        ready.insert(position)
                    }
                case nil: break loop
                }
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

    private func start(_ position: Int, in group: inout TaskGroup<TaskEnd>) {
        let node = graph.nodes[position]
        do {
            guard let key = states[position].key, let reason = states[position].reason else {
                throw BuildGraphError.internalInconsistency("node \(node.name) was started without a key")
            }
            let inputs = try contents(ofInputsOf: position)
            guard try rebuilder.key(for: node.core, inputs: inputs) == key else {
                // An input was made again while this node waited for its turn, and came out differently.
                lock?.release(key)
                for waiting in (inFlight.removeValue(forKey: key) ?? []) + [position] { work.append(waiting) }
                return
            }
            if let lock {
                guard lock.tryAcquire(key) else { return wait(position, key, lock, in: &group) }
                // Another build may have run it between the look-up and the lock.
                if let record = recordOfAnother(position, key) { return finish(position, .done(record), byOther: true) }
            }
            let parts = try rebuilder.parts(of: node.core, inputs: inputs)
            try rebuilder.keepManifests(of: node.core)
            let action = Action(node: node, key: key, parts: parts, reason: reason, store: store)
            states[position].phase = .running
            running += 1
            ahead.drop()
            observer(.nodeStarted(name: node.name, reason: reason))
            group.addTask { [executor] in .ran(position, await executor.execute(action)) }
        } catch {
            fatal = error
        }
    }

    /// The contents of a node's inputs, all of which are known.
    func contents(ofInputsOf position: Int) throws -> [ContentDigest] {
        try graph.inputs[position].map { input in
            guard let output = states[input].output else {
                throw BuildGraphError.internalInconsistency(
                    "node \(graph.nodes[position].name) was looked up before its input \(graph.nodes[input].name)")
            }
            return output
        }
    }

    // MARK: One node

    /// Looks a node up whose inputs are all known.
    func resolve(_ position: Int) {
        let node = graph.nodes[position].core
        let entry = ahead.take(position)
        if let content = entry?.content {
            return succeed(position, output: content, size: nil, seconds: nil)
        }
        if case .file(let path) = node.action { return readInputFile(position, path, again: false) }
        do {
            let key = try entry?.key ?? rebuilder.key(for: node, inputs: contents(ofInputsOf: position))
            let isSameKey = states[position].key == key
            states[position].key = key
            states[position].isNoted = node.discover == nil && entry?.isNoted ?? false
            if states[position].attempts > 0 {
                // It is for its bytes that it is made again: a record alone is no answer, and bytes that another node
                // brought back are one.
                if isSameKey, let output = states[position].output, case .found = store.blob(output) {
                    let state = states[position]
                    return succeed(position, output: output, size: state.size, seconds: state.seconds)
                }
                if inFlight[key] == nil {
                    guard let record = recordOfAnother(position, key) else {
                        return enqueue(position, key, .resultMissing)
                    }
                    return succeed(position, output: record.output, size: record.size, seconds: record.seconds)
                }
            } else if node.discover != nil {
                switch discoveredRecord(position, key) {
                case .found(let known):
                    return succeed(position, output: known.output, size: known.size, seconds: known.seconds)
                case .missing: break
                case .damaged(let what): warn("\(what); \(node.name) is made again")
                }
            } else if let known = entry?.result ?? index[key] {
                return succeed(position, output: known.output, size: known.size, seconds: known.seconds)
            }
            if inFlight[key] != nil {
                inFlight[key]?.append(position)
                states[position].phase = .queued
                return
            }
            // What lies under the key of a node that discovers inputs is not its result.
            switch node.discover == nil ? store.record(for: key) : .missing {
            case .found(let record):
                index[key] = .init(output: record.output, size: record.size, seconds: record.seconds)
                succeed(position, output: record.output, size: record.size, seconds: record.seconds)
            case .missing:
                let parts = try rebuilder.parts(of: node, inputs: contents(ofInputsOf: position))
                enqueue(position, key, rebuilder.reason(for: node, parts: parts))
            case .damaged(let what):
                warn("\(what); \(node.name) is made again")
                enqueue(position, key, .recordLost)
            }
        } catch {
            fatal = error
        }
    }

    private func enqueue(_ position: Int, _ key: ContentDigest, _ reason: Reason) {
        states[position].phase = .queued
        states[position].reason = states[position].reason ?? reason
        inFlight[key] = []
        ready.insert(position)
    }

    private func readInputFile(_ position: Int, _ path: String, again: Bool) {
        do {
            let (content, bytes) = try inputFiles.read(path, index: &index, trustingStamp: !again)
            if let bytes { try store.insert(blob: bytes, worth: 0) }
            if let before = states[position].output, before != content {
                warn("the input file \(path) changed while the build ran: build again")
            }
            succeed(position, output: content, size: bytes?.count, seconds: nil)
        } catch let error as SystemError {
            let error = BuildGraphError.missingInputFile(
                path: path, problem: error.reason, neededBy: consumers(of: position))
            fail(position, "\(error)")
        } catch {
            fatal = error
        }
    }

    func finish(_ position: Int, _ outcome: ActionOutcome, byOther: Bool = false) {
        let key = states[position].key
        if let key { lock?.release(key) }
        let followers = key.flatMap { inFlight.removeValue(forKey: $0) } ?? []
        let name = graph.nodes[position].name
        switch outcome {
        case .done(let record):
            if !byOther { states[position].hasRun = true }
            index[record.key] = .init(output: record.output, size: record.size, seconds: record.seconds)
            noteDiscovered(position, record)
            if !byOther { observer(.nodeFinished(name: name, seconds: record.seconds)) }
            if let before = states[position].output, before != record.output {
                warn("\(BuildGraphError.unrepeatable(node: name))")
            }
            succeed(position, output: record.output, size: record.size, seconds: record.seconds)
        case .failed(let message):
            fail(position, message)
        case .inputLost(let input, let reason, let what):
            let upstream = graph.inputs[position][input]
            // With those that wait for its run, so that it stays the one that runs.
            for waiting in [position] + followers where waiting == position || states[waiting].phase == .queued {
                states[waiting].phase = .waiting
                states[upstream].waiters.append(.node(waiting))
            }
            return runAgain(upstream, because: reason, what, for: .value)
        case .abandoned:
            // Only a build that is stopped gives a run up.
            fatal = fatal ?? CancellationError()
        case .storeFailed(let error):
            states[position].phase = .failed
            fatal = fatal ?? error
        }
        // The others with this key find the record now, or take the run over.
        for follower in followers where states[follower].phase == .queued { work.append(follower) }
    }

    /// A node's result is known: passes it on.
    private func succeed(_ position: Int, output: ContentDigest, size: Int?, seconds: Double?) {
        let isFirst = states[position].output == nil
        states[position].phase = .done
        states[position].output = output
        states[position].size = size ?? states[position].size
        states[position].seconds = seconds
        if isFirst {
            if let maker = makers?[output] ?? (makers == nil ? nil : position), graph.nodes[position].kind != .file {
                makers?[output] = min(maker, position)
            }
            noteKey(position)
            if !states[position].hasRun { observer(.nodeCached(name: graph.nodes[position].name)) }
            for consumer in graph.consumers[position] {
                states[consumer].missingInputs -= 1
                if states[consumer].missingInputs == 0, states[consumer].phase == .waiting { work.append(consumer) }
            }
        }
        let waiters = states[position].waiters
        if !waiters.isEmpty { states[position].waiters = [] }
        for waiter in waiters {
            switch waiter {
            case .node(let consumer) where states[consumer].phase == .waiting: work.append(consumer)
            case .node, .value: break
            case .file(let number): fileEntries[number] = nil
            }
        }
        for number in filesOfNode[position] where fileEntries[number] == nil {
            materialise(number, position, output)
        }
        if targets.contains(position), states[position].phase == .done { keepTarget(position, output) }
    }

    /// Remembers what the node's name stands for, to explain its next run.
    private func noteKey(_ position: Int) {
        if states[position].isNoted { return }
        let name = graph.nodes[position].name
        guard let key = states[position].recordKey, index.lastKeys[name] != key else { return }
        index.setLastKey(key, of: name)
        // It only explains: a cache that cannot be written is no error here.
        try? store.setLastKey(key, ofNode: name)
    }

    /// Sees to it that a wanted result is in the store, and not only its record.
    private func keepTarget(_ position: Int, _ output: ContentDigest) {
        let name = graph.nodes[position].name
        guard valueTargets.contains(position) else {
            if !store.mayContain(output) {
                runAgain(position, because: .resultMissing, "the result of \(name) is missing", for: .value)
            }
            return
        }
        switch store.blob(output) {
        case .found(let bytes): values[position] = bytes
        case .missing: runAgain(position, because: .resultMissing, "the result of \(name) is missing", for: .value)
        case .damaged(let what): runAgain(position, because: .resultDamaged, what, for: .value)
        }
    }

    /// Makes a result again whose record is there but whose bytes are lost.
    func runAgain(_ position: Int, because reason: Reason, _ what: String, for waiter: Waiter) {
        let node = graph.nodes[position].core
        states[position].waiters.append(waiter)
        ahead.drop()
        guard states[position].phase == .done else { return }  // being made again already, or failed
        states[position].attempts += 1
        // Several, as someone may be deleting the store meanwhile.
        guard states[position].attempts <= 10 else {
            return fail(position, "the store lost its result \(states[position].attempts) times: \(what)")
        }
        if case .file(let path) = node.action { return readInputFile(position, path, again: true) }
        guard let key = states[position].key else { return }
        if let maker = maker(ofResultOf: position), maker != position {
            // The same node whoever misses the bytes first, so that what runs does not depend on the order of events.
            states[position].phase = .waiting
            return runAgain(maker, because: reason, what, for: .node(position))
        }
        warn("\(what); \(node.name) is made again")
        states[position].reason = reason
        if inFlight[key] != nil {
            inFlight[key]?.append(position)
            states[position].phase = .queued
        } else {
            index[key] = nil
            enqueue(position, key, reason)
        }
    }

    /// The first node whose result has the same bytes.
    func maker(ofResultOf position: Int) -> Int? {
        if makers == nil {
            var found: [ContentDigest: Int] = [:]
            for position in graph.nodes.indices where graph.nodes[position].kind != .file {
                if let output = states[position].output, found[output] == nil { found[output] = position }
            }
            makers = found
        }
        guard let output = states[position].output, let maker = makers?[output], states[maker].output == output else {
            return nil
        }
        return maker
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
