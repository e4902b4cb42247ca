import BuildGraph
import Limits
import Manuscript
import PaperKit

private struct Caption: Codable, Sendable {
    var id: String
    var constraints: [Constraint]
}

extension Node<NumbersFile.Passage> {
    /// `caption/NAME`: one sentence for each constraint.
    static func captions(_ name: String, of constraints: [Constraint]) -> Node<NumbersFile.Passage> {
        Node("paper/caption-\(name)", parameters: Caption(id: "caption/\(name)", constraints: constraints)) { caption in
            NumbersFile.Passage(caption.id, caption.constraints.map(\.captionSentence).joined(separator: " "))
        }
    }
}
