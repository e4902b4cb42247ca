import BuildGraph
import Manuscript

extension Claim {
    /// A claim that numbers decide.
    init(
        _ id: some ResultIDConvertible, _ statement: Statement, place: String, source: String, claimed: Double,
        _ unit: DisplayUnit, _ rule: ClaimRule, from values: Node<[LabelledEstimate]>, reading: ClaimReading? = nil,
        explanation: Node<String>? = nil, fileID: String = #fileID, line: Int = #line
    ) {
        self.init(
            id, statement, place: place, source: source,
            check: .values(claimed: claimed, unit: unit, rule: rule, from: values), reading: reading,
            explanation: explanation, fileID: fileID, line: line)
    }

    /// What explains a claim whatever is computed.
    static func text(_ id: String, _ explanation: String) -> Node<String> {
        Node("claims/\(id)/explanation", parameters: explanation) { $0 }
    }
}
