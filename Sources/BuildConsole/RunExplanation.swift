import BuildGraph

/// Why nodes run, followed to what changed first: "content of input cut changed
/// (cut ran: parameter angle changed from 1 to 2)".
public struct RunExplanation: Sendable {
    private var reasons: [String: Reason] = [:]

    public init() {}

    public mutating func note(_ name: String, _ reason: Reason) { reasons[name] = reason }

    /// The reason of a node that was noted, without a full stop; an input that ran in this build is explained too.
    public func sentence(for name: String) -> String {
        guard let reason = reasons[name] else { return "" }
        guard case .inputChanged(var input) = reason else { return reason.sentence }
        var steps = 0
        while case .inputChanged(let next)? = reasons[input], steps < reasons.count {
            input = next
            steps += 1
        }
        guard let root = reasons[input] else {
            return steps == 0 ? reason.sentence : "\(reason.sentence) (first of all that of \(input))"
        }
        return "\(reason.sentence) (\(input) ran: \(root.sentence))"
    }
}
