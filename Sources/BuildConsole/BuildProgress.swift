import BuildGraph

/// How far a build is, from its events: what runs, how many nodes are left, and how long that may take.
///
/// A value that is told the time, so that it can be tested without a clock.
public struct BuildProgress: Sendable {
    /// A node that runs.
    public struct Run: Sendable, Hashable {
        public var name: String
        /// When it started, in seconds since the build began.
        public var start: Double
        /// How far it is, from 0 to 1, where it tells.
        public var fraction: Double?
    }

    /// Nodes that the targets need.
    public private(set) var total = 0
    /// Nodes whose result is known: computed, cached, or read from a file.
    public private(set) var settled = 0
    public private(set) var failed = 0
    /// In the order in which they started.
    public private(set) var running: [Run] = []
    /// Seconds of the last recorded run of each node that has one.
    private var expected: [String: Double]
    private var names: [String]
    private var known: Set<String> = []

    /// - Parameters:
    ///   - names: every node of the build.
    ///   - expected: seconds of the last recorded run of each node that has one.
    public init(names: [String] = [], expected: [String: Double] = [:]) {
        self.names = names
        self.expected = expected
    }

    /// Nodes that are neither settled nor failed; those that run are among them.
    public var left: Int { max(0, total - settled - failed) }

    /// - Parameter names: every node of the build, where that was not known before.
    public mutating func expect(_ seconds: [String: Double], of names: [String]? = nil) {
        expected = seconds
        self.names = names ?? self.names
    }

    public mutating func note(_ event: BuildEvent, at time: Double) {
        switch event {
        case .began(let nodes): total = nodes
        case .nodeStarted(let name, _):
            // A result that was lost is made again: its node is no longer settled.
            if known.remove(name) != nil { settled -= 1 }
            running.append(Run(name: name, start: time))
        case .nodeProgress(let name, let fraction):
            if let index = running.firstIndex(where: { $0.name == name }) { running[index].fraction = fraction }
        case .nodeFinished(let name, _):
            end(name)
            if known.insert(name).inserted { settled += 1 }
        case .nodeCached(let name):
            if known.insert(name).inserted { settled += 1 }
        case .nodeFailed(let name, _):
            end(name)
            if known.insert(name).inserted { failed += 1 }
        case .nodeWaiting, .fileWritten, .warning: break
        }
    }

    private mutating func end(_ name: String) {
        if let index = running.firstIndex(where: { $0.name == name }) { running.remove(at: index) }
    }

    /// A guess at the seconds that are left: what the nodes took last time, shared among `jobs`, and at least what the
    /// longest of those that run still needs.
    ///
    /// A node without a record counts as the mean of the others; nil where fewer than half of those left have one.
    public func remainingSeconds(at time: Double, jobs: Int) -> Double? {
        let left = names.filter { !known.contains($0) }
        let recorded = left.compactMap { expected[$0] }
        guard !recorded.isEmpty, 2 * recorded.count >= left.count else { return nil }
        let mean = recorded.reduce(0, +) / Double(recorded.count)
        var sum = 0.0
        var longest = 0.0
        let starts = Dictionary(running.map { ($0.name, $0.start) }) { first, _ in first }
        for name in left {
            let seconds = expected[name] ?? mean
            if let start = starts[name] {
                let rest = max(0, seconds - (time - start))
                longest = max(longest, rest)
                sum += rest
            } else {
                sum += seconds
            }
        }
        return max(longest, sum / Double(max(1, jobs)))
    }
}
