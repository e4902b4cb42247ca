import ContentHash

/// A build without runs and writes: the same decisions in the same order, so that a plan is what the build then does.
extension BuildSession {
    /// Goes through the build as far as it is known without a run. The result of a node that runs is unknown, unless it
    /// runs only because its bytes are lost: those come back as they were.
    func rehearse(for store: RehearsalStore) throws {
        for position in graph.nodes.indices where graph.inputs[position].isEmpty { work.append(position) }
        while true {
            while fatal == nil, let position = work.next() { resolve(position) }
            if let fatal { throw fatal }
            guard !mustStop, let position = ready.next() else { return }
            try rehearseRun(position, store)
        }
    }

    private func rehearseRun(_ position: Int, _ store: RehearsalStore) throws {
        guard let key = states[position].key, let reason = states[position].reason else { return }
        if let record = recordOfAnother(position, key) { return finish(position, .done(record), byOther: true) }
        let inputs = try contents(ofInputsOf: position)
        for (number, content) in inputs.enumerated() {
            if let loss = loss(of: content) { return finish(position, .inputLost(number, loss, "")) }
        }
        guard states[position].attempts > 0, let output = states[position].output else {
            states[position].phase = .running
            states[position].hasRun = true
            return
        }
        let node = graph.nodes[position]
        let record = ActionRecord(
            key: key, node: node.name, parts: try rebuilder.parts(of: node.core, inputs: inputs), reason: reason,
            output: output, size: states[position].size ?? 0, seconds: states[position].seconds ?? 0)
        store.insert(record)
        finish(position, .done(record))
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
    func outlooks() -> [BuildPlan.NodeEntry.Outlook] {
        var outlooks = graph.nodes.indices.map(outlook)
        // What may run needs its inputs' bytes, and so do those that are made again for it.
        for position in graph.nodes.indices.reversed() {
            guard outlooks[position].isUncertain else { continue }
            let name = graph.nodes[position].name
            for input in Set(graph.inputs[position].map { maker(ofResultOf: $0) ?? $0 }) {
                switch outlooks[input] {
                case .cached:
                    guard let content = states[input].output, let loss = loss(of: content) else { continue }
                    outlooks[input] = .mayRunAgain(for: [name], loss)
                case .mayRunAgain(let others, let loss): outlooks[input] = .mayRunAgain(for: [name] + others, loss)
                default: break
                }
            }
        }
        return outlooks
    }

    private func outlook(_ position: Int) -> BuildPlan.NodeEntry.Outlook {
        let state = states[position]
        switch state.phase {
        case .failed: return .fails(Self.firstLine(causes[position] ?? ""))
        case .skipped:
            let input = graph.inputs[position].first { [.failed, .skipped].contains(states[$0].phase) }
            return .fails("its input \(input.map { graph.nodes[$0].name } ?? "?") fails")
        case .done where state.hasRun: return .runs(state.reason ?? .resultMissing)
        case .done: return graph.nodes[position].kind == .file ? .input : .cached
        case .running: return .runs(state.reason ?? .recordLost)
        case .waiting, .queued: break
        }
        if mustStop {
            let failed = causes.keys.min().map { graph.nodes[$0].name } ?? "another node"
            return .fails("nothing is run as \(failed) fails")
        }
        if state.phase == .queued, let key = state.key,
            let runner = graph.nodes.indices.first(where: { states[$0].phase == .running && states[$0].key == key })
        {
            return .follows(graph.nodes[runner].name)
        }
        let unknown = Set(graph.inputs[position]).sorted().filter { states[$0].phase != .done }
        return .mayRun(after: unknown.map { graph.nodes[$0].name })
    }

    private static func firstLine(_ text: String) -> String {
        text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? text
    }
}

extension BuildPlan.NodeEntry.Outlook {
    fileprivate var isUncertain: Bool {
        switch self {
        case .mayRun, .mayRunAgain: true
        case .input, .cached, .runs, .follows, .fails: false
        }
    }
}
