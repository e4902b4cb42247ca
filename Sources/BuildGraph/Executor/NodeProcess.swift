import CLinux
import ContentHash
import FoundationEssentials

/// What a process that runs one node is asked for, in a file of its folder.
struct NodeRequest: Codable, Sendable {
    static let file = "request"

    var node: String
    var key: ContentDigest
    var parts: ActionRecord.KeyParts
    var reason: Reason
}

/// How it ended, in a file beside the request; the result itself is in the store.
enum NodeAnswer: Codable, Sendable {
    static let file = "answer"

    /// With the key of the record.
    case done(ContentDigest)
    case failed(String)
    case inputLost(Int, Reason, String)
    case storeFailed(String)
}

extension BuildEngine {
    /// Runs the one node that a `ProcessExecutor` asks for in a folder, in this process, and stores its result.
    ///
    /// The engine must have the store, the code and the platform of the one that asks.
    /// - Parameter targets: nodes whose graph has the one that is asked for.
    /// - Throws: when there is no such request or no such node, or the answer cannot be written.
    public func runRequestedNode(in folder: String, targets: [AnyNode]) throws {
        let request = try CanonicalDecoder().decode(
            NodeRequest.self, from: try SystemFile.read(folder + "/" + NodeRequest.file))
        let node = try Graph(targets).node(named: request.node)
        let rebuilder = try Rebuilder(store: store, digests: digests, platform: platform)
        let answer: NodeAnswer
        if try rebuilder.key(for: node.core, inputs: request.parts.inputs.map(\.content)) == request.key {
            let action = Action(
                node: node, key: request.key, parts: request.parts, reason: request.reason, store: store,
                logs: logFolder)
            open_trace_begin()
            let outcome = action.perform()
            open_trace_end()
            answer =
                switch outcome {
                case .done(let record): .done(record.key)
                case .failed(let message): .failed(message)
                case .inputLost(let input, let reason, let what): .inputLost(input, reason, what)
                case .storeFailed(let error): .storeFailed("\(error)")
                case .abandoned: .failed("the run was given up")
                }
        } else {
            answer = .failed("another process makes another graph of the same program: its key differs")
        }
        try SystemFile.create(folder + "/" + NodeAnswer.file, try CanonicalEncoder().encode(answer), synced: false)
    }
}
