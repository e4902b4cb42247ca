import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// The photon–muon vertex with the boson in the loop.
    static func formFactors(_ nodes: PhysicsNodes) -> PaperSection {
        let factors = FormFactorNodes(nodes.parameters)
        return PaperSection(
            name: "form-factors", figures: [.formFactors(factors), .formFactorSizes(factors)],
            quantities: FormFactorNumbers.all(factors))
    }
}
