import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation
import Glibc
import Synchronization

extension ColourChoice: ExpressibleByArgument {}

/// How a build is shown.
struct ConsoleOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but warnings and errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Also a line for each node that ran, with its time and reason.")
    var verbose = false

    @Flag(help: "A sentence for each node that runs: what changed, from what to what, and what changed first.")
    var explain = false

    @Option(
        name: .customLong("color"),
        help: ArgumentHelp("auto, always or never; auto heeds NO_COLOR.", valueName: "when"))
    var colour = ColourChoice.auto

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    func renderer(jobs: Int) -> ConsoleRenderer {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var size = winsize()
        let hasSize = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let style = ConsoleStyle(
            colour: colour, isTerminal: isTerminal, width: hasSize ? Int(size.ws_col) : nil,
            environment: ProcessInfo.processInfo.environment)
        return ConsoleRenderer(
            style: style, verbosity: quiet ? .quiet : verbose ? .verbose : .normal, explains: explain, jobs: jobs)
    }
}

/// Writes what the renderer makes of a build's events to the terminal; the status line is drawn again as time passes.
final class Console: Sendable {
    private struct State {
        var renderer: ConsoleRenderer
        var expected: (@Sendable () -> Expected)?
        var isStatusShown = false
    }

    private let state: Mutex<State>
    private let start = ContinuousClock().now

    /// All nodes of a build, and seconds of the last run of those that have one.
    typealias Expected = (names: [String], seconds: [String: Double])

    /// - Parameter expected: asked once, and only if something runs.
    init(_ renderer: ConsoleRenderer, expected: @escaping @Sendable () -> Expected = { ([], [:]) }) {
        state = Mutex(State(renderer: renderer, expected: renderer.style.isRedrawn ? expected : nil))
    }

    private var time: Double {
        let elapsed = start.duration(to: ContinuousClock().now).components
        return Double(elapsed.seconds) + 1e-18 * Double(elapsed.attoseconds)
    }

    func note(_ event: BuildEvent) {
        let time = time
        state.withLock { state in
            if case .nodeStarted = event, let expected = state.expected {
                state.expected = nil
                let (names, seconds) = expected()
                state.renderer.expect(seconds, of: names)
            }
            let lines = state.renderer.lines(for: event, at: time)
            if !lines.isEmpty { Self.put(lines, &state, time) }
        }
    }

    /// Lines above the status line.
    func put(_ lines: [ConsoleRenderer.Line]) {
        let time = time
        state.withLock { Self.put(lines, &$0, time) }
    }

    func summary(of report: BuildReport) {
        let time = time
        state.withLock { state in
            Self.put(state.renderer.summary(of: report), &state, time)
            Self.clear(&state)
        }
    }

    func clear() { state.withLock { Self.clear(&$0) } }

    /// Runs `body` while the status line shows what goes on.
    func showing<Result: Sendable>(_ body: @Sendable () async throws -> Result) async rethrows -> Result {
        let ticks = Task { [self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(150))
                let time = time
                state.withLock { Self.draw(&$0, time) }
            }
        }
        defer {
            ticks.cancel()
            clear()
        }
        return try await body()
    }

    private static func put(_ lines: [ConsoleRenderer.Line], _ state: inout State, _ time: Double) {
        clear(&state)
        for line in lines {
            if line.channel == .output { print(line.text) }
            fflush(nil)
            if line.channel == .errors { writeErrorLine(line.text) }
        }
        draw(&state, time)
    }

    private static func clear(_ state: inout State) {
        guard state.isStatusShown else { return }
        print("\r\u{1b}[K", terminator: "")
        fflush(nil)
        state.isStatusShown = false
    }

    private static func draw(_ state: inout State, _ time: Double) {
        guard let status = state.renderer.status(at: time) else { return clear(&state) }
        print("\r\(status)\u{1b}[K", terminator: "")
        fflush(nil)
        state.isStatusShown = true
    }
}
