import BuildGraph
import Manuscript

extension Claim {
    /// What explains a claim whatever is computed.
    package static func text(_ id: String, _ explanation: String) -> Node<String> {
        Node("claims/\(id)/explanation", parameters: explanation) { $0 }
    }
}
