import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and `kill`, as the cancellation of a task: a cancelled build lets the nodes that run finish and starts no
/// other. The second signal ends the process at once.
package enum StopSignals {
    /// A signal stopped the body.
    package struct Stopped: Error, Sendable, CustomStringConvertible {
        package var signal: CInt

        package init(signal: CInt) { self.signal = signal }

        /// The exit status by which shells know it: 130 for SIGINT, 143 for SIGTERM.
        package var exitStatus: CInt { 128 + signal }
        package var description: String { "stopped by \(signal == SIGINT ? "SIGINT" : "SIGTERM")" }
    }

    /// Runs a body that SIGINT and SIGTERM cancel. Only one at a time.
    ///
    /// Also where the process was started with these signals ignored, as a shell does for what it puts in the background.
    /// One call may be inside another's body: the signal cancels the outer one, the inner one is told of it, and its
    /// `CancellationError` passes through.
    ///
    /// - Parameter onSignal: called once, when the first signal arrives, unless a call inside the body is told.
    /// - Throws: ``Stopped`` in place of the body's `CancellationError` after a signal.
    package static func cancelling<Result: Sendable>(
        onSignal: @escaping @Sendable (CInt) -> Void = { _ in },
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        if isListening {
            listeners.withLock { $0.append(onSignal) }
            defer { listeners.withLock { _ = $0.popLast() } }
            return try await body()
        }
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return try await body() }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (readEnd, writeEnd) = (ends[0], ends[1])
        firstSignal.store(0, ordering: .sequentiallyConsistent)
        wakeEnd.store(writeEnd, ordering: .sequentiallyConsistent)
        listeners.withLock { $0 = [onSignal] }
        let task = Task { try await $isListening.withValue(true) { try await body() } }
        let listener = DispatchQueue(label: "paperbuild.signals")
        listener.async {
            var byte: UInt8 = 0
            while true {
                let count = read(readEnd, &byte, 1)
                if count < 0, errno == EINTR { continue }
                // Nothing to read: the body ended.
                guard count == 1 else { return }
                task.cancel()
                listeners.withLock { $0.last }?(firstSignal.load(ordering: .sequentiallyConsistent))
            }
        }
        // A handler, not SIG_IGN, which the programs that nodes start would inherit.
        let before = [SIGINT, SIGTERM].map { ($0, signal($0, handleStopSignal)) }
        let result = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            task.cancel()
        }
        for (number, handler) in before { signal(number, handler) }
        wakeEnd.store(-1, ordering: .sequentiallyConsistent)
        close(writeEnd)
        listener.sync {}
        close(readEnd)
        let stop = firstSignal.load(ordering: .sequentiallyConsistent)
        if case .failure(let error) = result, error is CancellationError, stop != 0 { throw Stopped(signal: stop) }
        return try result.get()
    }

    /// Whether the task runs in the body of a call.
    @TaskLocal private static var isListening = false
}

/// Who is told of a signal: the last one.
private let listeners = Mutex<[@Sendable (CInt) -> Void]>([])
/// The signal that came first, 0 before it.
private let firstSignal = Atomic<CInt>(0)
/// Where the handler writes a byte.
private let wakeEnd = Atomic<CInt>(-1)

/// Does only what a signal handler may.
private func handleStopSignal(_ number: CInt) {
    let code = errno
    let (isFirst, _) = firstSignal.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent)
    guard isFirst else { _exit(128 + number) }
    var byte: UInt8 = 1
    _ = write(wakeEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
    errno = code
}
