import BuildGraph
import Manuscript

extension Claim {
    /// A claim that numbers decide.
    init(
        _ id: String, _ statement: Statement, place: String, source: String, claimed: Double, _ unit: DisplayUnit,
        _ rule: ClaimRule, from values: Node<[LabelledEstimate]>, explanation: Node<String>? = nil
    ) {
        self.init(
            id, statement, place: place, source: source,
            check: .values(claimed: claimed, unit: unit, rule: rule, from: values), explanation: explanation)
    }
}
