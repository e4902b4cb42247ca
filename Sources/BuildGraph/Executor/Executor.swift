import ContentHash

/// Where nodes run. The engine asks for at most ``width`` runs at once.
public protocol Executor: Sendable {
    /// The number of runs that it can do at once; at least one.
    var width: Int { get }
    /// Runs an action. What it makes travels only through the action's store.
    func execute(_ action: Action) async -> ActionOutcome
}

/// One run of one node: all that an executor, in this process or elsewhere, needs to know.
public struct Action: Sendable {
    /// What runs.
    public let node: AnyNode
    /// The key under which the result will be found.
    public let key: ContentDigest
    /// What the key is made of, the contents of the inputs among it.
    public let parts: ActionRecord.KeyParts
    /// Why it runs; goes into the record.
    public let reason: Reason
    /// Where inputs are read from, and the result goes.
    public let store: any Store
    /// What the node may use of where it runs.
    package let surroundings: NodeSurroundings

    init(
        node: AnyNode, key: ContentDigest, parts: ActionRecord.KeyParts, reason: Reason, store: any Store,
        logs: String?, progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) {
        self.node = node
        self.key = key
        self.parts = parts
        self.reason = reason
        self.store = store
        surroundings = NodeSurroundings(
            node: node.name, scratch: store.temporaryFolder, logs: logs, progress: progress)
    }

    /// Reads the inputs, runs the node and stores the result and then the record, in this thread.
    public func perform() -> ActionOutcome {
        NodeSurroundings.$current.withValue(surroundings) { performed() }
    }

    private func performed() -> ActionOutcome {
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
            if let remote = node.remote, bytes.count != remote.bytes || ContentDigest(of: bytes) != remote.content {
                return .failed("what was brought is not the file that the node names")
            }
        } catch is StopFlag.Stopped {
            return .abandoned
        } catch let error as InputDecodingError {
            let name = parts.inputs.indices.contains(error.position) ? parts.inputs[error.position].name : "?"
            return .failed("\(BuildGraphError.resultUndecodable(node: name, problem: error.problem))")
        } catch is CancellationError where surroundings.stop.isSet {
            return .abandoned
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
    /// The node ran; the record that was stored.
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
