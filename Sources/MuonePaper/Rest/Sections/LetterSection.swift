import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// The letter of Asai et al.: its four figures, its numbers, its claims.
    static func letter(_ nodes: PhysicsNodes) throws -> Section {
        let constraints = nodes.limits.map(\.constraint)
        return try Section("letter") {
            Figure.elasticCut(nodes)
            Figure.electronEnergy(nodes)
            Figure.signalEvents(nodes)
            Figure.reach(nodes)
            Quantities.all(nodes)
            LetterClaims.all(nodes)
            try InputNumbers.all(nodes.parameters) + ReachText.inputs(nodes.parameters)
            PassageNode.captions("limits", of: constraints.filter { $0.role == .limit })
            PassageNode.captions("projections", of: constraints.filter { $0.role == .projection })
            PassageNode.suppliedCaption(nodes.suppliedLimits)
            ReachText.higherThresholds(nodes)
        }
    }
}

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

    /// `caption/supplied`: what the tables of the reader are; empty without any.
    static func suppliedCaption(_ limits: Node<[DrawnLimit]>) -> Node<NumbersFile.Passage> {
        Node("paper/caption-supplied", from: limits) { limits in
            NumbersFile.Passage("caption/supplied", limits.map(\.constraint.captionSentence).joined(separator: " "))
        }
    }
}
