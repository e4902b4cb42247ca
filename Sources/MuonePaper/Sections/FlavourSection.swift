import BuildGraph
import Limits
import Manuscript
import MuoneComputations

extension PaperSection {
    /// Magnetic moments with another lepton in the loop, and muonium: what limits bosons that change the flavour.
    static func flavour(_ nodes: PhysicsNodes) -> PaperSection {
        let moments = MomentNodes(nodes.parameters)
        let limits = [MediatorModel.vectorFlavour, .scalarFlavour].flatMap {
            ModelConstraints.limits(for: $0, decay: .visible, inputs: nodes.parameters.particles)
        }
        return PaperSection(
            name: "flavour", quantities: MomentsNumbers.all(moments), claims: MomentsClaims.all(moments),
            passages: [.captions("flavour", of: limits)])
    }
}
