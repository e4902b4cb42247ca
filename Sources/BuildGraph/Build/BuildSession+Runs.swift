import ContentHash

/// What a build does about nodes that run.
extension BuildSession {
    enum TaskEnd {
        case ran(Int, ActionOutcome)
        /// Another build that ran the node ended it, or the wait was cancelled.
        case unlocked(Int)
    }

    func start(_ position: Int, in group: inout TaskGroup<TaskEnd>) {
        let node = graph.nodes[position]
        do {
            let (key, reason) = try order(position)
            let inputs = try contents(ofInputsOf: position)
            guard try rebuilder.key(for: node.core, inputs: inputs) == key else {
                // An input was made again while this node waited for its turn, and came out differently.
                lock?.release(key)
                for waiting in (inFlight.removeValue(forKey: key) ?? []) + [position] { scheduler.lookUp(waiting) }
                return
            }
            if let lock {
                guard lock.tryAcquire(key) else { return wait(position, key, lock, in: &group) }
                // Another build may have run it between the look-up and the lock.
                if let record = recordOfAnother(position, key) { return finish(position, .done(record), byOther: true) }
            }
            let parts = try rebuilder.parts(of: node.core, inputs: inputs)
            try rebuilder.keepManifests(of: node.core)
            let action = Action(
                node: node, key: key, parts: parts, reason: reason, store: store, logs: logFolder
            ) { [observer, name = node.name] in observer(.nodeProgress(name: name, fraction: $0)) }
            scheduler.begin(position)
            ahead.drop()
            observer(.nodeStarted(name: node.name, reason: reason))
            group.addTask { [executor] in .ran(position, await executor.execute(action)) }
        } catch {
            fatal = error
        }
    }

    /// What a node that is to run is run for.
    func order(_ position: Int) throws -> (key: ContentDigest, reason: Reason) {
        guard let key = states[position].key, let reason = states[position].reason else {
            throw BuildGraphError.internalInconsistency(
                "node \(graph.nodes[position].name) was to run without a key or a reason")
        }
        return (key, reason)
    }

    func take(_ end: TaskEnd) {
        switch end {
        case .ran(let position, let outcome):
            scheduler.end(position)
            finish(position, outcome)
        case .unlocked(let position):
            scheduler.endElsewhere()
            if let key = states[position].key, let record = recordOfAnother(position, key) {
                finish(position, .done(record), byOther: true)
            } else {
                scheduler.enqueue(position)
            }
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
            for waiting in [position] + followers where waiting == position || scheduler[waiting] == .queued {
                scheduler.hold(waiting)
                states[upstream].waiters.append(.node(waiting))
            }
            return runAgain(upstream, because: reason, what, for: .value)
        case .abandoned:
            // Only a build that is stopped gives a run up.
            fatal = fatal ?? CancellationError()
        case .storeFailed(let error):
            scheduler.fail(position)
            fatal = fatal ?? error
        }
        // The others with this key find the record now, or take the run over.
        for follower in followers where scheduler[follower] == .queued { scheduler.lookUp(follower) }
    }
}
