import BuildGraph
import Manuscript
import MuoneComputations
import PaperKit

extension Section {
    /// The photon–muon vertex with the boson in the loop.
    static func formFactors(_ nodes: PhysicsNodes) -> Section {
        let factors = FormFactorNodes(nodes.parameters)
        return Section("form-factors") {
            Figure.formFactors(factors)
            Figure.formFactorSizes(factors)
            FormFactorNumbers.all(factors)
        }
    }
}
