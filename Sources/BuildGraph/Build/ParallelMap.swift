import Dispatch
import Synchronization

/// The values at positions `0..<count`, worked out by all threads that call ``work()``: whoever has nothing else to do
/// helps.
final class ParallelMap<Value: Sendable>: Sendable {
    private let count: Int
    private let values: @Sendable (Range<Int>, inout [Value]) -> Void
    private let next = Atomic<Int>(0)
    private let parts: Mutex<[[Value]]>

    /// The positions that a thread takes at once.
    private static var chunk: Int { 128 }

    /// - Parameter values: appends the values of some positions, in order.
    init(_ count: Int, _ values: @escaping @Sendable (Range<Int>, inout [Value]) -> Void) {
        self.count = count
        self.values = values
        parts = Mutex(Array(repeating: [], count: (count + Self.chunk - 1) / Self.chunk))
    }

    /// Works until nothing is left to begin; others may still be at work then.
    func work() {
        while true {
            let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
            let start = number * Self.chunk
            guard start < count else { return }
            var part: [Value] = []
            part.reserveCapacity(Self.chunk)
            values(start..<min(count, start + Self.chunk), &part)
            parts.withLock { $0[number] = part }
        }
    }

    /// Whether all values, with their positions, are as they should be; when all that worked are back.
    func allSatisfy(_ isAsItShouldBe: (Int, Value) -> Bool) -> Bool {
        for (number, part) in parts.withLock({ $0 }).enumerated() {
            for (place, value) in part.enumerated() where !isAsItShouldBe(number * Self.chunk + place, value) {
                return false
            }
        }
        return true
    }

    /// All values in order, when all that worked are back.
    var joined: [Value] { Array(parts.withLock { $0 }.joined()) }
}
