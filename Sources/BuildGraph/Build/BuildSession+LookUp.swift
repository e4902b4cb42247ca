import ContentHash

/// What a build does about a node whose inputs are all known.
extension BuildSession {
    /// Finds the node's result, or has it run.
    func lookUp(_ position: Int) {
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
                return scheduler.follow(position)
            }
            // What lies under the key of a node that discovers inputs is not its result.
            switch node.discover == nil ? store.record(for: key) : .missing {
            case .found(let record):
                index[key] = .init(output: record.output, size: record.size, seconds: record.seconds)
                succeed(position, output: record.output, size: record.size, seconds: record.seconds)
            case .missing:
                if case .remote(let remote) = node.action, try bring(position, key, remote) { return }
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

    func enqueue(_ position: Int, _ key: ContentDigest, _ reason: Reason) {
        states[position].reason = states[position].reason ?? reason
        inFlight[key] = []
        scheduler.enqueue(position)
    }

    func readInputFile(_ position: Int, _ path: String, again: Bool) {
        do {
            let (content, bytes) = try inputFiles.read(path, index: &index, trustingStamp: !again)
            if let bytes { try store.insert(blob: bytes, worth: 0) }
            if let before = states[position].output, before != content {
                warn("the input file \(path) changed while the build ran: build again")
            }
            succeed(position, output: content, size: bytes?.count, seconds: nil)
        } catch let error as SystemError {
            fail(position, "\(BuildGraphError.missingInputFile(path: path, problem: error.reason))")
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
}
