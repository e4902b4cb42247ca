import BuildGraph
import Limits
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// The early universe: neutrinos that the boson heats, and thermal dark matter.
    static func cosmology(_ cosmology: CosmologyNodes) throws -> Section {
        try Section("cosmology") {
            Figure.effectiveNeutrinos(cosmology)
            Figure.thermalTargets(cosmology)
            CosmologyNumbers.all(cosmology)
            CosmologyClaims.all(cosmology)
            try CosmologyNumbers.inputs(cosmology)
            Passage.captions("caption/cosmology", of: cosmology.declarations)
        }
    }
}
