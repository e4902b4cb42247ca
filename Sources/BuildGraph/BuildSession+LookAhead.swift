import ContentHash
import Dispatch
import FoundationEssentials

/// What the next nodes and the output files are by what is known already: worked out on all processors, as in a build
/// with nothing to do this is all the work.
///
/// Only a shortcut: what is not in it is found out one by one, and it is dropped as soon as something runs, is
/// written or turns out to be lost.
struct LookAhead: Sendable {
    struct Entry: Sendable {
        var key: ContentDigest?
        var result: BuildIndex.Result?
        /// The content of an input file whose stamp can be trusted.
        var content: ContentDigest?
        /// Whether the key is the one that the node's name stood for last.
        var isNoted = false
    }

    /// The nodes that it speaks of, in the order in which they are looked up.
    private var positions: ArraySlice<Int> = []
    private var entries: ArraySlice<Entry> = []
    /// The content of each output file that has a stamp which can be trusted.
    private(set) var fileContents: [ContentDigest?] = []

    /// Fewer items than this are not worth the start of threads.
    static let worthwhileCount = 256

    var isEmpty: Bool { positions.isEmpty }

    mutating func set(_ positions: ArraySlice<Int>, _ entries: [Entry]) {
        self.positions = positions
        self.entries = entries[...]
    }

    mutating func setFiles(_ contents: [ContentDigest?]) { fileContents = contents }

    /// The entry of the next node, if that is the one.
    mutating func take(_ position: Int) -> Entry? {
        guard positions.first == position else { return nil }
        positions.removeFirst()
        return entries.removeFirst()
    }

    mutating func drop() {
        guard !positions.isEmpty || !fileContents.isEmpty else { return }
        self = LookAhead()
    }

    /// The values at each of some positions, worked out in parallel; in order.
    static func map<Value: Sendable>(
        _ count: Int, _ values: @Sendable (Range<Int>, inout [Value]) -> Void
    ) -> [Value] {
        guard count >= worthwhileCount else {
            var result: [Value] = []
            values(0..<count, &result)
            return result
        }
        return withoutActuallyEscaping(values) { values in
            let map = ParallelMap(count, values)
            DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { _ in
                map.work()
            }
            return map.joined
        }
    }
}

extension BuildSession {
    /// Looks at all nodes that wait to be looked up, a node's inputs being known when it waits.
    func lookAhead(at waiting: ArraySlice<Int>) {
        guard waiting.count >= LookAhead.worthwhileCount else { return }
        let entries = LookAhead.map(waiting.count) { [graph, states, rebuilder, inputFiles, index] range, entries in
            var keys = KeyMaker(rebuilder)
            var inputs: [ContentDigest] = []
            for position in waiting[(waiting.startIndex + range.lowerBound)..<(waiting.startIndex + range.upperBound)] {
                let node = graph.nodes[position].core
                var entry = LookAhead.Entry()
                if case .file(let path) = node.action {
                    entry.content = inputFiles.trustedContent(path, index: index)
                    entries.append(entry)
                    continue
                }
                inputs.removeAll(keepingCapacity: true)
                for input in graph.inputs[position] {
                    if let content = states[input].output { inputs.append(content) }
                }
                if inputs.count == graph.inputs[position].count, let key = try? keys.key(for: node, inputs: inputs) {
                    entry.key = key
                    entry.result = index[key]
                    entry.isNoted = index.lastKeys[node.name] == key
                }
                entries.append(entry)
            }
        }
        ahead.set(Array(waiting)[...], entries)
    }

    /// Compares all output files' stamps, if there are any, with the known ones.
    func lookAheadAtFiles(_ stamps: [SystemFile.Stamp?]) {
        guard stamps.count == outputs.count else { return }
        ahead.setFiles(
            LookAhead.map(outputs.count) { [outputs, folder, index] range, contents in
                for number in range {
                    contents.append(folder.trustedContent(outputs[number], stamp: stamps[number], index: index))
                }
            })
    }
}
