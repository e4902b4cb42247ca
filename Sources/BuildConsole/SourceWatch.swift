/// Decides when saved files mean a new build: pure, told the time and what the files look like.
///
/// Editors and version control write several files, and each in several steps: a change counts once nothing has moved
/// for a moment.
public struct SourceWatch: Sendable {
    /// Seconds without a change after which one is told.
    public var quiet: Double
    private var told: [String: FileStamp]
    private var seen: [String: FileStamp]
    private var moved = 0.0

    /// - Parameter files: what the files look like now, by path.
    public init(_ files: [String: FileStamp], quiet: Double = 0.25) {
        told = files
        seen = files
        self.quiet = quiet
    }

    /// What changed, appeared or went since the last answer that was not empty, sorted; empty while things still move.
    public mutating func observe(_ files: [String: FileStamp], at time: Double) -> [String] {
        if files != seen {
            seen = files
            moved = time
        }
        guard seen != told, time - moved >= quiet else { return [] }
        let changed = Set(seen.keys).union(told.keys).filter { seen[$0] != told[$0] }.sorted()
        told = seen
        return changed
    }
}
