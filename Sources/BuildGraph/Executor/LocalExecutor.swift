import Dispatch
import Synchronization

/// Runs nodes in threads of this process.
public struct LocalExecutor: Executor {
    /// The number of nodes that run at once.
    public let width: Int
    /// Seconds that a stopped build waits for a node that runs. After that the run goes on unheeded: what it makes
    /// still finds its way into the store, unless the process ends before.
    public let patience: Double
    // Not the pool of Swift's concurrency: a long computation must not keep other tasks from running.
    private let queue = DispatchQueue(label: "paperbuild.nodes", attributes: .concurrent)

    /// - Parameters:
    ///   - jobs: the number of nodes that run at once; at least one.
    ///   - patience: seconds that a stopped build waits for a node that runs.
    public init(jobs: Int, patience: Double = BuildEngine.patience) {
        width = max(1, jobs)
        self.patience = patience
    }

    public func execute(_ action: Action) async -> ActionOutcome {
        let end = FirstOutcome()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                end.wait(continuation)
                queue.async { end.give(action.perform()) }
            }
        } onCancel: {
            action.surroundings.stop.set()
            queue.asyncAfter(deadline: .now() + patience) { end.give(.abandoned) }
        }
    }
}

/// Hands the first of several outcomes to the one who waits.
private final class FirstOutcome: Sendable {
    private enum State {
        case empty
        case awaited(CheckedContinuation<ActionOutcome, Never>)
        case given(ActionOutcome)
        case over
    }

    private let state = Mutex(State.empty)

    func wait(_ continuation: CheckedContinuation<ActionOutcome, Never>) {
        let given: ActionOutcome? = state.withLock { state in
            guard case .given(let outcome) = state else {
                state = .awaited(continuation)
                return nil
            }
            state = .over
            return outcome
        }
        if let given { continuation.resume(returning: given) }
    }

    func give(_ outcome: ActionOutcome) {
        let waiting: CheckedContinuation<ActionOutcome, Never>? = state.withLock { state in
            switch state {
            case .empty: state = .given(outcome)
            case .awaited(let continuation):
                state = .over
                return continuation
            case .given, .over: break
            }
            return nil
        }
        waiting?.resume(returning: outcome)
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + 1e-18 * Double(components.attoseconds) }
}
