extension BuildSession {
    /// Who asked for a node: the shortest way to a target or file, nearest first.
    func consumers(of position: Int) -> [String] {
        var chain: [String] = []
        var current = position
        while chain.count < 8 {
            if let file = filesOfNode[current].first {
                chain.append(outputs[file].path)
                break
            }
            guard let next = graph.consumers[current].first else { break }
            chain.append(graph.nodes[next].name)
            current = next
        }
        return chain
    }

    /// The failures, root causes in topological order; nil when all went well.
    func failure(_ report: BuildReport) -> BuildFailure? {
        guard !causes.isEmpty else { return nil }
        return BuildFailure(
            causes: causes.sorted { $0.key < $1.key }.map { position, message in
                BuildFailure.Cause(
                    node: graph.nodes[position].name, message: message, neededBy: consumers(of: position))
            },
            skipped: report.nodes.filter { $0.outcome == .skipped }.map(\.name),
            report: report)
    }

    func report(seconds: Double) -> BuildReport {
        let nodes = graph.nodes.indices.map { position in
            let state = states[position]
            let outcome: BuildReport.NodeEntry.Outcome =
                switch scheduler[position] {
                case .failed: .failed
                case .done where state.hasRun: .ran
                case .done: graph.nodes[position].kind == .file ? .input : .cached
                case .waiting, .queued, .running, .skipped: .skipped
                }
            return BuildReport.NodeEntry(
                name: graph.nodes[position].name, outcome: outcome, key: state.recordKey, output: state.output,
                size: state.size, reason: outcome == .ran || outcome == .failed ? state.reason : nil,
                seconds: state.seconds)
        }
        let files = outputs.indices.map { number in
            fileEntries[number]
                ?? .init(path: outputs[number].path, node: outputs[number].node.name, outcome: .failed, content: nil)
        }
        return BuildReport(nodes: nodes, files: files, warnings: warnings, seconds: seconds)
    }
}
