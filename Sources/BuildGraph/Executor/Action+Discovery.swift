import ContentHash
import Glibc

extension Action {
    /// Runs a node that discovers inputs, and stores its result.
    func performDiscovering(
        _ discover: ([[UInt8]]) throws -> (bytes: [UInt8], files: [String]), _ inputs: [[UInt8]],
        _ start: ContinuousClock.Instant
    ) throws -> ActionOutcome {
        var attempt = 0
        while true {
            let began = SystemFile.coarseTime()
            let (bytes, files) = try discover(inputs)
            let contents = files.map { ActionRecord.Input(name: $0, content: DiscoveredInput.content($0)) }
            let changed = DiscoveredInput.changed(files, since: began)
            if !changed.isEmpty {
                attempt += 1
                guard attempt < 3 else {
                    return .failed(
                        "\(changed.prefix(3).joined(separator: ", ")) changed while it ran, \(attempt) times; "
                            + "build again when nothing writes there")
                }
                // A file that changed just before may have the time of the clock's present tick.
                usleep(20_000)
                continue
            }
            do {
                return .done(try store(bytes, contents, seconds: start.duration(to: .now).seconds))
            } catch {
                return .storeFailed(error)
            }
        }
    }

    private func store(
        _ bytes: [UInt8], _ discovered: [ActionRecord.Input], seconds: Double
    ) throws -> ActionRecord {
        var parts = parts
        parts.discovered = discovered
        let record = ActionRecord(
            key: DiscoveredInput.key(key, discovered), node: node.name, parts: parts, reason: reason,
            output: try store.insert(blob: bytes, worth: seconds), size: bytes.count, seconds: seconds)
        try store.insert(record)
        var sets = [discovered.map(\.name)]
        if case .found(let known) = store.record(for: key), case .found(let bytes) = store.blob(known.output),
            let others = try? CanonicalDecoder().decode([[String]].self, from: bytes)
        {
            sets += others.filter { $0 != sets[0] }.prefix(Rebuilder.pathSetLimit - 1)
        }
        let list = try CanonicalEncoder().encode(sets)
        try store.insert(
            ActionRecord(
                key: key, node: node.name, parts: self.parts, reason: reason,
                output: try store.insert(blob: list, worth: seconds), size: list.count, seconds: seconds))
        return record
    }
}
