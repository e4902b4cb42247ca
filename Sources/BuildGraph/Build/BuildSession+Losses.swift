import ContentHash

/// What a build does about results whose record is there but whose bytes are lost.
extension BuildSession {
    /// Makes a result again.
    func runAgain(_ position: Int, because reason: Reason, _ what: String, for waiter: NodeState.Waiter) {
        let node = graph.nodes[position].core
        states[position].waiters.append(waiter)
        ahead.drop()
        guard scheduler[position] == .done else { return }  // being made again already, or failed
        states[position].attempts += 1
        // Several, as someone may be deleting the store meanwhile.
        guard states[position].attempts <= 10 else {
            return fail(position, "the store lost its result \(states[position].attempts) times: \(what)")
        }
        if case .file(let path) = node.action { return readInputFile(position, path, again: true) }
        guard let key = states[position].key else {
            fatal = fatal ?? BuildGraphError.internalInconsistency("node \(node.name) has a result but no key")
            return
        }
        if case .remote(let remote) = node.action {
            do {
                if try bring(position, key, remote) { return }
            } catch {
                fatal = fatal ?? error
                return
            }
        }
        if let maker = maker(ofResultOf: position), maker != position {
            // The same node whoever misses the bytes first, so that what runs does not depend on the order of events.
            scheduler.hold(position)
            return runAgain(maker, because: reason, what, for: .node(position))
        }
        warn("\(what); \(node.name) is made again")
        states[position].reason = reason
        if inFlight[key] != nil {
            inFlight[key]?.append(position)
            scheduler.follow(position)
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
}
