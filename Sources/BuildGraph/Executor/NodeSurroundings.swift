import Synchronization

/// What a node that runs may use of the place where it runs: for what starts other programs. Nothing of it may reach a
/// result.
package struct NodeSurroundings: Sendable {
    package var node: String
    /// A folder for what is only needed during the run; what a killed run leaves there is swept. Nil where there is none.
    package var scratch: String?
    /// The folder of the nodes' logs; nil where none are kept.
    package var logs: String?
    package var stop: StopFlag
    /// Tells how far the run is, from 0 to 1.
    package var progress: @Sendable (Double) -> Void

    package init(
        node: String, scratch: String? = nil, logs: String? = nil, stop: StopFlag = StopFlag(),
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) {
        self.node = node
        self.scratch = scratch
        self.logs = logs
        self.stop = stop
        self.progress = progress
    }

    /// Those of the node that runs in this thread.
    @TaskLocal package static var current: NodeSurroundings?
}

/// Whether a run is no longer wanted.
package final class StopFlag: Sendable {
    /// A run ended because of that.
    package struct Stopped: Error {
        package init() {}
    }

    private let flag = Atomic<Bool>(false)

    package init() {}

    package var isSet: Bool { flag.load(ordering: .relaxed) }
    package func set() { flag.store(true, ordering: .relaxed) }
}
