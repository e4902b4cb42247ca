import BuildGraph
import LimitModel
import PaperKit

extension Passage {
    /// One sentence for each limit, or for those of one role.
    package static func captions(
        _ id: ResultID, of limits: Node<[LimitDeclaration]>, _ role: LimitFacts.Role? = nil, fileID: String = #fileID,
        line: Int = #line
    ) -> Passage {
        Passage(id, from: limits, parameters: role, fileID: fileID, line: line) { role, limits in
            limits.filter { role == nil || $0.facts.role == role }.map(\.facts.captionSentence).joined(separator: " ")
        }
    }
}
