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
