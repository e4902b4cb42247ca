import BuildGraph

/// Turns the events of a build into text for a person: lines that stay, and one status line that is drawn again.
///
/// Pure: it is told the time and writes nothing.
public struct ConsoleRenderer: Sendable {
    public enum Verbosity: Int, Sendable, Comparable {
        /// Warnings and errors only.
        case quiet
        /// Files, warnings and a summary; on a terminal also each run.
        case normal
        /// Also a line for each run where there is no terminal.
        case verbose

        public static func < (left: Verbosity, right: Verbosity) -> Bool { left.rawValue < right.rawValue }
    }

    /// A line, and where it goes.
    public struct Line: Sendable, Hashable {
        public enum Channel: Sendable { case output, errors }
        public var text: String
        public var channel: Channel

        public init(_ text: String, _ channel: Channel = .output) {
            self.text = text
            self.channel = channel
        }
    }

    public var style: ConsoleStyle
    public var verbosity: Verbosity
    /// Whether each run is announced with a sentence that leads to what changed first.
    public var explains: Bool
    public var jobs: Int
    public private(set) var progress: BuildProgress
    private var explanation = RunExplanation()

    public init(
        style: ConsoleStyle, verbosity: Verbosity = .normal, explains: Bool = false, jobs: Int = 1,
        progress: BuildProgress = BuildProgress()
    ) {
        self.style = style
        self.verbosity = verbosity
        self.explains = explains
        self.jobs = jobs
        self.progress = progress
    }

    /// The same renderer for a build of these nodes.
    public func naming(_ names: [String]) -> ConsoleRenderer {
        var renderer = self
        renderer.progress = BuildProgress(names: names)
        return renderer
    }

    /// Makes the durations of earlier builds known, and the nodes of this one.
    public mutating func expect(_ seconds: [String: Double], of names: [String]? = nil) {
        progress.expect(seconds, of: names)
    }

    /// The lines that an event adds above the status line.
    public mutating func lines(for event: BuildEvent, at time: Double) -> [Line] {
        progress.note(event, at: time)
        switch event {
        case .nodeStarted(let name, let reason):
            explanation.note(name, reason)
            return explains && verbosity > .quiet ? [Line("\(name) runs: \(explanation.sentence(for: name))")] : []
        case .nodeFinished(let name, let seconds):
            guard verbosity == .verbose || style.isRedrawn && verbosity == .normal else { return [] }
            let what = "\(name) (\(duration(seconds)))"
            var why = explains ? "" : ": " + explanation.sentence(for: name)
            if verbosity < .verbose { why = style.fitted(why, after: what.count + 9) }
            return [Line("\(style.paint("ran", .green))      \(what)\(style.paint(why, .faint))")]
        case .nodeFailed(let name, let message):
            guard verbosity > .quiet else { return [] }
            // The whole message comes at the end, with what it kept from being built.
            let first = message.split(separator: "\n").first.map { ": \(displayable(String($0)))" } ?? ""
            let line = "\(style.paint("failed", .red))   \(name)"
            return [Line(verbosity == .verbose ? line + first : line, .errors)]
        case .nodeWaiting(let name):
            guard verbosity > .quiet else { return [] }
            return [Line("waiting for another build that computes \(name)")]
        case .fileWritten(let path, let outcome):
            guard verbosity > .quiet, outcome != .unchanged else { return [] }
            return [Line("\(style.paint(outcome == .restored ? "restored" : "wrote   ", .green)) \(path)")]
        case .warning(let text): return [Line("\(style.paint("warning:", .yellow)) \(displayable(text))", .errors)]
        case .began, .nodeCached, .nodeProgress: return []
        }
    }

    /// What to show below the lines now; nil while nothing runs or nobody watches.
    public func status(at time: Double) -> String? {
        guard style.isRedrawn, verbosity > .quiet, !progress.running.isEmpty else { return nil }
        let names = progress.running.map { run in
            let seconds = time - run.start
            let share = run.fraction.map { " \(Int($0 * 100)) %" } ?? ""
            return (seconds >= 2 ? "\(run.name) \(Int(seconds)) s" : run.name) + share
        }
        let rest = progress.remainingSeconds(at: time, jobs: jobs).map { ", about \(roughDuration($0))" } ?? ""
        let failures = progress.failed > 0 ? ", \(progress.failed) failed" : ""
        return style.fitted(
            "[\(progress.settled)/\(progress.total)] \(progress.left) left\(rest)\(failures): "
                + names.joined(separator: ", "))
    }

    /// The last line of a build that succeeded.
    public func summary(of report: BuildReport) -> [Line] {
        guard verbosity > .quiet else { return [] }
        let cached = report.nodes.count { $0.outcome == .cached }
        let written = report.files.count { $0.outcome == .written || $0.outcome == .restored }
        return [
            Line(
                "\(report.ran.count) computed, \(cached) from the cache; \(written) of \(report.files.count) files "
                    + "written; \(duration(report.seconds))")
        ]
    }
}
