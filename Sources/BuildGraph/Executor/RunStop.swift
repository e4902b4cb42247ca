import Synchronization

/// Tells a run that its build was stopped, so that one that waits for others can end early.
package final class RunStop: Sendable {
    /// The run ended because of that.
    package struct Stopped: Error {
        package init() {}
    }

    /// That of the run in whose thread this is asked.
    @TaskLocal package static var current: RunStop?

    private let flag = Atomic(false)

    package init() {}

    package var isSet: Bool { flag.load(ordering: .relaxed) }
    package func set() { flag.store(true, ordering: .relaxed) }
}
