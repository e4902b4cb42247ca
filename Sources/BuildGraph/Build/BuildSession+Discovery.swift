import ContentHash

/// What a build does about nodes that discover inputs.
extension BuildSession {
    /// Looks up a node whose key is known as far as the declared inputs give it.
    func discoveredRecord(_ position: Int, _ key: ContentDigest) -> StoreLookup<BuildIndex.Result> {
        switch rebuilder.discoveredRun(key, files: inputFiles, index: &index) {
        case .found(let run):
            states[position].discovered = .init(key: run.key, inputs: run.inputs)
            return .found(run.result)
        case .missing: return .missing
        case .damaged(let what): return .damaged(what)
        }
    }

    /// Notes what a run discovered, with the stamps of the files.
    func noteDiscovered(_ position: Int, _ record: ActionRecord) {
        guard let key = states[position].key, let inputs = record.parts.discovered else { return }
        states[position].discovered = .init(key: record.key, inputs: inputs)
        for input in inputs { _ = inputFiles.discovered(input.name, index: &index) }
        if case .found(let paths) = store.record(for: key) {
            index[key] = .init(output: paths.output, size: paths.size, seconds: paths.seconds)
        }
    }

    /// The discovered inputs of a node that are no longer what the build used.
    func editedDiscoveredInputs(_ position: Int) -> [String] {
        (states[position].discovered?.inputs ?? []).filter { input in
            inputFiles.discovered(input.name, index: &index) != input.content
        }.map(\.name)
    }
}
