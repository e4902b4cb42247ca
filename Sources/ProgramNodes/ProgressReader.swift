/// Reads from what a program prints how far it is.
struct ProgressReader {
    private let pattern: Regex<AnyRegexOutput>
    /// The end of what was printed.
    private var text: [UInt8] = []
    private var lastLook: ContinuousClock.Instant?
    private var lastPercent: Int?

    /// Why a pattern cannot be used.
    struct Problem: Error, CustomStringConvertible {
        var description: String
    }

    init(_ pattern: String) throws {
        do { self.pattern = try Regex(pattern) } catch { throw Problem(description: "it is no regular expression") }
        // The whole match is one.
        let groups = "".firstMatch(of: try Regex("(?:\(pattern))?"))?.output.count ?? 0
        guard groups == 2 || groups == 3 else { throw Problem(description: "it has \(max(0, groups - 1)) groups") }
    }

    /// The share that is done, where it is another percent than before. Looked for ten times a second: a program may print
    /// faster than anyone could read.
    mutating func fraction(after bytes: UnsafeRawBufferPointer) -> Double? {
        text.append(contentsOf: bytes.suffix(4096))
        if text.count > 4096 { text.removeFirst(text.count - 4096) }
        let now = ContinuousClock.now
        if let lastLook, lastLook.duration(to: now) < .milliseconds(100) { return nil }
        lastLook = now
        guard let match = String(decoding: text, as: UTF8.self).matches(of: pattern).last else { return nil }
        let numbers = match.output.dropFirst().compactMap { $0.substring.flatMap { Double($0) } }
        guard let first = numbers.first, numbers.count == match.output.count - 1 else { return nil }
        let share = numbers.count == 2 ? first / numbers[1] : first / 100
        guard share.isFinite, share >= 0 else { return nil }
        let fraction = min(1, share)
        let percent = Int(fraction * 100)
        guard percent != lastPercent else { return nil }
        lastPercent = percent
        return fraction
    }
}
