import ContentHash

/// A recorded run whose discovered inputs are what they were.
struct DiscoveredRun {
    var key: ContentDigest
    var result: BuildIndex.Result
    var inputs: [ActionRecord.Input]
}

extension Rebuilder {
    /// How many sets of paths are kept for a key: parameters and inputs being the same, few differ.
    static let pathSetLimit = 8

    /// The run, of those with a key, whose discovered inputs are what they were.
    ///
    /// Under the key itself lies a record whose result is the sets of paths that runs with that key opened; under the
    /// key that follows from the paths' contents lies the run's own record.
    func discoveredRun(
        _ key: ContentDigest, files: InputFiles, index: inout BuildIndex
    ) -> StoreLookup<DiscoveredRun> {
        guard let sets = pathSets(key, index: &index) else { return .missing }
        for paths in sets {
            let inputs = paths.map { ActionRecord.Input(name: $0, content: files.discovered($0, index: &index)) }
            let full = DiscoveredInput.key(key, inputs)
            if let known = index[full] { return .found(DiscoveredRun(key: full, result: known, inputs: inputs)) }
            switch store.record(for: full) {
            case .found(let record):
                let result = BuildIndex.Result(output: record.output, size: record.size, seconds: record.seconds)
                index[full] = result
                return .found(DiscoveredRun(key: full, result: result, inputs: inputs))
            case .missing: continue
            case .damaged(let what): return .damaged(what)
            }
        }
        return .missing
    }

    private func pathSets(_ key: ContentDigest, index: inout BuildIndex) -> [[String]]? {
        if index[key] == nil, case .found(let record) = store.record(for: key) {
            index[key] = .init(output: record.output, size: record.size, seconds: record.seconds)
        }
        guard let content = index[key]?.output, case .found(let bytes) = store.blob(content) else { return nil }
        return try? CanonicalDecoder().decode([[String]].self, from: bytes)
    }
}
