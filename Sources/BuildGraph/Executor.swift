import ContentHash
import Dispatch
import Synchronization

/// Where nodes run. The engine asks for at most ``width`` runs at once.
public protocol Executor: Sendable {
    var width: Int { get }
    /// Runs an action. What it makes travels only through the action's store.
    func execute(_ action: Action) async -> ActionOutcome
}

/// One run of one node: all that an executor, in this process or elsewhere, needs to know.
public struct Action: Sendable {
    public let node: AnyNode
    public let key: ContentDigest
    public let parts: ActionRecord.KeyParts
    public let reason: Reason
    public let store: any Store

    /// Reads the inputs, runs the node and stores the result and then the record, in this thread.
    public func perform() -> ActionOutcome {
        let clock = ContinuousClock()
        let start = clock.now
        var inputs: [[UInt8]] = []
        for (position, input) in parts.inputs.enumerated() {
            switch store.blob(input.content) {
            case .found(let bytes): inputs.append(bytes)
            case .missing: return .inputLost(position, .resultMissing, "the result of \(input.name) is missing")
            case .damaged(let what): return .inputLost(position, .resultDamaged, what)
            }
        }
        let bytes: [UInt8]
        do {
            if let discover = node.core.discover { return try performDiscovering(discover, inputs, start) }
            bytes = try node.core.run(inputs)
        } catch let error as InputDecodingError {
            let name = parts.inputs.indices.contains(error.position) ? parts.inputs[error.position].name : "?"
            return .failed("\(BuildGraphError.resultUndecodable(node: name, problem: error.problem))")
        } catch {
            return .failed("\(error)")
        }
        do {
            let output = try store.insert(blob: bytes, worth: start.duration(to: clock.now).seconds)
            let record = ActionRecord(
                key: key, node: node.name, parts: parts, reason: reason, output: output, size: bytes.count,
                seconds: start.duration(to: clock.now).seconds)
            try store.insert(record)
            return .done(record)
        } catch {
            return .storeFailed(error)
        }
    }
}

/// How a run ended.
public enum ActionOutcome: Sendable {
    case done(ActionRecord)
    /// The computation threw; its message.
    case failed(String)
    /// The content of the input at a position is not in the store; why, and a sentence on what was found.
    case inputLost(Int, Reason, String)
    /// The result could not be stored.
    case storeFailed(any Error)
    /// The build was stopped, and the run took longer than one waits for it then.
    case abandoned
}

/// An input's bytes are not of the type that the node takes.
struct InputDecodingError: Error {
    var position: Int
    var problem: String
}

/// Runs nodes in threads of this process.
public struct LocalExecutor: Executor {
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
