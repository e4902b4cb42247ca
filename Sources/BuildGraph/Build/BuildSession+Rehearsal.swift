import ContentHash

/// A build without runs and writes: the same decisions in the same order, so that a plan is what the build then does.
extension BuildSession {
    /// Goes through the build as far as it is known without a run. The result of a node that runs is unknown, unless it
    /// runs only because its bytes are lost: those come back as they were.
    func rehearse(for store: RehearsalStore) throws {
        while true {
            while fatal == nil, let position = scheduler.nextLookUp() { lookUp(position) }
            if let fatal { throw fatal }
            try Task.checkCancellation()
            guard !mustStop, let position = scheduler.nextRun(atMost: .max) else { return }
            try rehearseRun(position, store)
        }
    }

    private func rehearseRun(_ position: Int, _ store: RehearsalStore) throws {
        let (key, reason) = try order(position)
        if let record = recordOfAnother(position, key) { return finish(position, .done(record), byOther: true) }
        let inputs = try contents(ofInputsOf: position)
        for (number, content) in inputs.enumerated() {
            if let loss = loss(of: content) { return finish(position, .inputLost(number, loss, "")) }
        }
        let (node, state) = (graph.nodes[position], states[position])
        guard state.attempts > 0, let output = state.output else {
            scheduler.begin(position)
            states[position].hasRun = true
            return
        }
        let record = ActionRecord(
            key: key, node: node.name, parts: try rebuilder.parts(of: node.core, inputs: inputs), reason: reason,
            output: output, size: try known(state.size, "size", position),
            seconds: try known(state.seconds, "time", position))
        store.insert(record)
        finish(position, .done(record))
    }

    /// What a node that has a result must have.
    private func known<Value>(_ value: Value?, _ what: String, _ position: Int) throws -> Value {
        guard let value else {
            throw BuildGraphError.internalInconsistency("node \(graph.nodes[position].name) has no \(what)")
        }
        return value
    }

    /// Why bytes cannot be had; nil where they can.
    private func loss(of content: ContentDigest) -> Reason? {
        switch store.blob(content) {
        case .found: nil
        case .missing: .resultMissing
        case .damaged: .resultDamaged
        }
    }

    /// What would become of each node, when ``rehearse(for:)`` is through.
    func outlooks() throws -> [BuildPlan.NodeEntry.Outlook] {
        var outlooks = try graph.nodes.indices.map(outlook)
        // What may run needs its inputs' bytes, and so do those that are made again for it.
        for position in graph.nodes.indices.reversed() {
            guard outlooks[position].isUncertain else { continue }
            let name = graph.nodes[position].name
            for input in Set(graph.inputs[position].map { maker(ofResultOf: $0) ?? $0 }) {
                switch outlooks[input] {
                case .cached:
                    guard let loss = loss(of: try known(states[input].output, "result", input)) else { continue }
                    outlooks[input] = .mayRunAgain(for: [name], loss)
                case .mayRunAgain(let others, let loss): outlooks[input] = .mayRunAgain(for: [name] + others, loss)
                default: break
                }
            }
        }
        return outlooks
    }

    private func outlook(_ position: Int) throws -> BuildPlan.NodeEntry.Outlook {
        let state = states[position]
        switch scheduler[position] {
        case .failed: return .fails(Self.firstLine(try known(causes[position], "message", position)))
        case .skipped:
            let input = graph.inputs[position].first { [.failed, .skipped].contains(scheduler[$0]) }
            return .fails("its input \(graph.nodes[try known(input, "input that fails", position)].name) fails")
        case .done where state.hasRun: return .runs(try known(state.reason, "reason", position))
        case .done: return graph.nodes[position].kind == .file ? .input : .cached
        case .running: return .runs(try known(state.reason, "reason", position))
        case .waiting, .queued: break
        }
        if !keepGoing, let failed = causes.keys.min() {
            return .fails("nothing is run as \(graph.nodes[failed].name) fails")
        }
        if scheduler[position] == .queued, let key = state.key,
            let runner = graph.nodes.indices.first(where: { scheduler[$0] == .running && states[$0].key == key })
        {
            return .follows(graph.nodes[runner].name)
        }
        let unknown = Set(graph.inputs[position]).sorted().filter { scheduler[$0] != .done }
        return .mayRun(after: unknown.map { graph.nodes[$0].name })
    }

    private static func firstLine(_ text: String) -> String { String(text.prefix { $0 != "\n" }) }
}

extension BuildPlan.NodeEntry.Outlook {
    fileprivate var isUncertain: Bool {
        switch self {
        case .mayRun, .mayRunAgain: true
        case .input, .cached, .runs, .follows, .fails: false
        }
    }
}
