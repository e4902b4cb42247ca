import ContentHash

/// What a build does about a node whose result is known, or known not to be.
extension BuildSession {
    /// Passes a node's result on.
    func succeed(_ position: Int, output: ContentDigest, size: Int?, seconds: Double?) {
        let isFirst = states[position].output == nil
        states[position].output = output
        states[position].size = size ?? states[position].size
        states[position].seconds = seconds
        if isFirst {
            if let maker = makers?[output] ?? (makers == nil ? nil : position), graph.nodes[position].kind != .file {
                makers?[output] = min(maker, position)
            }
            noteKey(position)
            if !states[position].hasRun { observer(.nodeCached(name: graph.nodes[position].name)) }
        }
        scheduler.succeed(position)
        let waiters = states[position].waiters
        if !waiters.isEmpty { states[position].waiters = [] }
        for waiter in waiters {
            switch waiter {
            case .node(let consumer) where scheduler[consumer] == .waiting: scheduler.lookUp(consumer)
            case .node, .value: break
            case .file(let number): fileEntries[number] = nil
            }
        }
        for number in filesOfNode[position] where fileEntries[number] == nil {
            materialise(number, position, output)
        }
        if targets.contains(position), scheduler[position] == .done { keepTarget(position, output) }
    }

    func fail(_ position: Int, _ message: String) {
        causes[position] = message
        observer(.nodeFailed(name: graph.nodes[position].name, message: message))
        scheduler.fail(position)
        // Others hoped for the same bytes: they make them themselves.
        for case .node(let other) in states[position].waiters where scheduler[other] == .waiting {
            scheduler.lookUp(other)
        }
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
}
