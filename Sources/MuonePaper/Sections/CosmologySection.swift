import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// The early universe: neutrinos that the boson heats, and thermal dark matter.
    static func cosmology(_ cosmology: CosmologyNodes) throws -> PaperSection {
        PaperSection(
            name: "cosmology", figures: [.effectiveNeutrinos(cosmology), .thermalTargets(cosmology)],
            quantities: CosmologyNumbers.all(cosmology), claims: CosmologyClaims.all(cosmology),
            inputs: try CosmologyNumbers.inputs(cosmology),
            passages: [.captions("cosmology", of: cosmology.limits.map(\.constraint))])
    }
}
