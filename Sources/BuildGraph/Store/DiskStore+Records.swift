import ContentHash

extension DiskStore {
    /// Every record that is whole, sorted by key.
    public var records: [ActionRecord] {
        files(in: "ac").compactMap { key, _ in
            if case .found(let record) = record(for: key) { record } else { nil }
        }
    }
}
