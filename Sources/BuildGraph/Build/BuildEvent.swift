/// Something that happened during a build, in the order in which it happened.
public enum BuildEvent: Sendable {
    /// The graph is known: the number of nodes that the targets need.
    case began(nodes: Int)
    /// A node runs, and why.
    case nodeStarted(name: String, reason: Reason)
    /// How far a node is that runs a program which tells: from 0 to 1.
    case nodeProgress(name: String, fraction: Double)
    /// A node has run, and its result is kept.
    case nodeFinished(name: String, seconds: Double)
    /// A node's recorded result is used.
    case nodeCached(name: String)
    /// Another build is running the same step; this one waits for its result.
    case nodeWaiting(name: String)
    /// A node's computation threw.
    case nodeFailed(name: String, message: String)
    /// An output file was looked at, and written where it was not right.
    case fileWritten(path: String, outcome: BuildReport.FileEntry.Outcome)
    /// Something wrong was noticed and repaired.
    case warning(String)
}

/// Receives the events of a build, one at a time.
public typealias BuildObserver = @Sendable (BuildEvent) -> Void
