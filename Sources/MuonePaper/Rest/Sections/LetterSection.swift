import BuildGraph
import LimitModel
import Limits
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// The letter of Asai et al.: its four figures, its numbers, its claims.
    static func letter(_ nodes: PhysicsNodes) throws -> Section {
        let limits = nodes.catalogue.declarations(on: .reach, in: "letter")
        return try Section("letter") {
            Figure.elasticCut(nodes)
            Figure.electronEnergy(nodes)
            Figure.signalEvents(nodes)
            Figure.reach(nodes)
            Quantities.all(nodes)
            LetterClaims.all(nodes)
            try InputNumbers.all(nodes.parameters) + ReachText.inputs(nodes.parameters)
            ReachText.drawnLimits(nodes.limits)
            PassageNode.captions("limits", of: limits, .limit)
            PassageNode.captions("projections", of: limits, .projection)
            PassageNode.suppliedCaption(nodes.suppliedLimits)
            ReachText.higherThresholds(nodes)
        }
    }
}

private struct Caption: Codable, Sendable {
    var id: String
    var role: LimitFacts.Role?
}

extension Node<NumbersFile.Passage> {
    /// `caption/NAME`: one sentence for each limit, or for those of one role.
    static func captions(
        _ name: String, of limits: Node<[LimitDeclaration]>, _ role: LimitFacts.Role? = nil
    ) -> Node<NumbersFile.Passage> {
        Node("paper/caption-\(name)", from: limits, parameters: Caption(id: "caption/\(name)", role: role)) {
            caption, limits in
            let shown = limits.filter { caption.role == nil || $0.facts.role == caption.role }
            return NumbersFile.Passage(caption.id, shown.map(\.facts.captionSentence).joined(separator: " "))
        }
    }

    /// `caption/supplied`: what the tables of the reader are; empty without any.
    static func suppliedCaption(_ limits: Node<[DrawnLimit]>) -> Node<NumbersFile.Passage> {
        Node("paper/caption-supplied", from: limits) { limits in
            NumbersFile.Passage("caption/supplied", limits.map(\.facts.captionSentence).joined(separator: " "))
        }
    }
}
