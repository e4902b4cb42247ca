import BuildGraph
import Manuscript
import MuoneComputations

extension PaperSection {
    /// MUonE's measurement of the hadronic running: precision, pseudo-experiments, new particles, systematic effects.
    static func measurement(_ nodes: PhysicsNodes) throws -> PaperSection {
        let own = MeasurementNodes(nodes.parameters)
        return PaperSection(
            name: "measurement",
            figures: [.pseudoExperiments(own), .momentShifts(own)],
            quantities: MeasurementNumbers.quantities(own), claims: MeasurementClaims.all(own),
            inputs: try MeasurementNumbers.inputs(own),
            passages: MeasurementTables.all(own))
    }
}
