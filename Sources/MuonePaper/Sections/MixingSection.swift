import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// Kinetic mixing by the loop of muon and tau, and what reaches the electron through it.
    static func mixing(_ nodes: PhysicsNodes) throws -> PaperSection {
        let mixing = MixingNodes(nodes.parameters)
        return PaperSection(
            name: "mixing",
            figures: [.kineticMixing(mixing), .kineticMixingLimits(mixing), .babarFourMuon(mixing)],
            quantities: MixingNumbers.all(mixing), claims: MixingClaims.all(mixing),
            inputs: try MixingNumbers.inputs(nodes.parameters),
            passages: [
                .captions("mixing", of: mixing.limits.map(\.constraint)),
                .captions("babar-four-muon", of: [.babarFourMuon]),
            ])
    }
}
