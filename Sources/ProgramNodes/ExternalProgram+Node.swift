import BuildGraph
import ExternalPrograms

extension ExternalProgram {
    /// Runs the program for the node that runs in this thread: it is asked to end when the build is stopped.
    ///
    /// - Throws: `CancellationError` then; ``ExternalProgramError`` where it cannot be started.
    package func runInNode() throws -> Run {
        let stop = NodeSurroundings.current?.stop
        let run = try run(Watch(isWanted: { !(stop?.isSet ?? false) }))
        if run.stop == .notWanted { throw CancellationError() }
        return run
    }
}
