import ContentHash
import Glibc

/// A result of a step that opened files which nobody could name before it ran, with those files.
public struct Discovery<Output: Codable & Sendable>: Sendable {
    public var result: Output
    /// Absolute paths. One where there was nothing counts as well: a file that appears there runs the step again. A
    /// folder stands for the names in it.
    public var files: Set<String>

    public init(_ result: Output, files: Set<String>) {
        self.result = result
        self.files = files
    }
}

extension Node {
    /// A node that runs a closure on the results of several nodes of one type, and finds out on the way what else it
    /// reads: a compiler with its own libraries, for instance.
    ///
    /// The files that it names are inputs like any other from then on: the result is only used again where each of
    /// them is what it was. A file that changes while the closure runs makes it run again.
    public init<Parameters: Codable & Sendable, Element: Codable & Sendable>(
        _ name: String, fromEach upstream: [Node<Element>], parameters: Parameters, fileID: String = #fileID,
        line: Int = #line, column: Int = #column,
        discovering body: @escaping @Sendable (Parameters, [Element]) throws -> Discovery<Output>
    ) {
        self.init(
            name, fromEach: upstream, parameters: parameters,
            asWritten: WrittenClosure(DiscoveryCell(body: body), fileID: fileID, line: line, column: column),
            discovering: body)
    }

    /// For what passes on a closure that it has looked at itself.
    package init<Parameters: Codable & Sendable, Element: Codable & Sendable>(
        _ name: String, fromEach upstream: [Node<Element>], parameters: Parameters, asWritten written: WrittenClosure,
        discovering body: @escaping @Sendable (Parameters, [Element]) throws -> Discovery<Output>
    ) {
        self.init(
            core: NodeCore(
                name: name, action: .closure(module: written.module), upstream: upstream.map(\.core),
                parameters: ParameterSource(parameters), place: written.source, written: written,
                discover: { inputs in
                    let found = try body(parameters, try inputs.map { try decodeResult(Element.self, $0) })
                    return (try encodeResult(found.result), found.files.sorted())
                },
                run: { _ in throw BuildGraphError.internalInconsistency("\(name) was run as if it opened no files") }))
    }
}

private struct DiscoveryCell<Parameters, Element, Output: Codable & Sendable> {
    let body: @Sendable (Parameters, [Element]) throws -> Discovery<Output>
}

/// What stands for a discovered path in a key: a file's bytes, a folder's names, or that there is nothing.
enum DiscoveredInput {
    static let absent = ContentDigest(of: "paperbuild: no such file")

    /// The content of a path now, read whatever its stamp says.
    static func content(_ path: String) -> ContentDigest {
        guard let stamp = SystemFile.stamp(path, followingLinks: true) else { return absent }
        if !stamp.isRegular {
            return ContentDigest(of: "paperbuild: folder\n" + SystemFile.names(in: path).joined(separator: "\n"))
        }
        do {
            return ContentDigest(of: try SystemFile.read(path))
        } catch {
            return error.isMissing ? absent : ContentDigest(of: "paperbuild: \(error.reason)")
        }
    }

    /// The files among these that changed at a time of the coarse clock or after it.
    static func changed(_ paths: [String], since time: Int64) -> [String] {
        paths.filter { SystemFile.stamp($0, followingLinks: true).map { $0.changed >= time } ?? false }
    }

    /// The key of a run whose other inputs were these, from the key that the declared ones give.
    static func key(_ declared: ContentDigest, _ inputs: [ActionRecord.Input]) -> ContentDigest {
        var bytes = Array("discovered\n".utf8)
        declared.appendBytes(to: &bytes)
        for input in inputs {
            withUnsafeBytes(of: UInt64(input.name.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: input.name.utf8)
            input.content.appendBytes(to: &bytes)
        }
        return ContentDigest(of: bytes)
    }
}

extension InputFiles {
    /// The content of a discovered path, by its stamp where that can be trusted.
    func discovered(_ path: String, index: inout BuildIndex) -> ContentDigest {
        let start = SystemFile.coarseTime()
        guard var stamp = SystemFile.stamp(path, followingLinks: true) else { return DiscoveredInput.absent }
        // The index keeps no kinds; a folder and a file never share a stamp.
        stamp.isRegular = true
        if let known = index[path], known.isSettled, known.stamp == stamp { return known.content }
        let content = DiscoveredInput.content(path)
        var after = SystemFile.stamp(path, followingLinks: true)
        after?.isRegular = true
        if after == stamp {
            index[path] = BuildIndex.File(content: content, stamp: stamp, isSettled: stamp.isSettled(since: start))
        }
        return content
    }
}

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
