import ContentHash

/// What a build does about others: builds that share its store, and people who edit its inputs.
extension BuildSession {
    /// Waits for another build that runs the same step, while this build goes on with other nodes.
    func wait(_ position: Int, _ key: ContentDigest, _ lock: StoreLock, in group: inout TaskGroup<TaskEnd>) {
        scheduler.beginElsewhere()
        observer(.nodeWaiting(name: graph.nodes[position].name))
        group.addTask {
            // Asked again and again, as a wait in the kernel could not be cancelled.
            var pause = Duration.milliseconds(1)
            while !lock.tryAcquire(key) {
                do { try await Task.sleep(for: pause) } catch { break }
                pause = min(pause * 2, .milliseconds(50))
            }
            // Not kept: this build may have no hand free for it yet, but another.
            lock.release(key)
            return .unlocked(position)
        }
    }

    /// The record that another build made since this one looked; with its bytes, if it is for them that the node runs.
    func recordOfAnother(_ position: Int, _ key: ContentDigest) -> ActionRecord? {
        var key = key
        if graph.nodes[position].core.discover != nil {
            guard case .found(let run) = rebuilder.discoveredRun(key, files: inputFiles, index: &index) else {
                return nil
            }
            key = run.key
        }
        guard case .found(let record) = store.record(for: key) else { return nil }
        if states[position].attempts == 0 { return record }
        guard case .found = store.blob(record.output) else { return nil }
        return record
    }

    /// Says when an input file is no longer what the build used. Nothing wrong is recorded then, as nodes are given
    /// the bytes that were hashed; but the results are of the old content.
    func noticeEditedInputs() {
        guard states.contains(where: \.hasRun) else { return }
        for position in graph.nodes.indices {
            guard case .file(let path) = graph.nodes[position].core.action, let content = states[position].output,
                (try? inputFiles.read(path, index: &index).content) != content
            else { continue }
            warn("the input file \(path) changed while the build ran: build again")
        }
        for position in graph.nodes.indices where states[position].discovered != nil {
            for path in editedDiscoveredInputs(position) {
                warn("\(path) changed while the build ran: build again")
            }
        }
    }
}
