import ArgumentParser
import BuildGraph

/// Runs a build that Ctrl-C and `kill` stop after the steps that are running; says so in one sentence.
///
/// - Throws: after a signal an `ExitCode`, 130 for SIGINT and 143 for SIGTERM; inside a watch, which ends by itself, a
///   `CancellationError`.
func stoppable<Result: Sendable>(
    saying say: @escaping @Sendable (String) -> Void = note, _ build: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    do {
        return try await StopSignals.cancelling(
            onSignal: { _ in
                say("stopping; finished work stays in the cache (again: quit at once)")
            }, build)
    } catch let stopped as StopSignals.Stopped {
        throw ExitCode(stopped.exitStatus)
    }
}
