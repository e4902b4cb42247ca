import BuildGraph
import Manuscript
import MuoneComputations
import MuoneParameters
import PaperKit

extension Section {
    /// MUonE's measurement of the hadronic running: precision, pseudo-experiments, new particles, systematic effects.
    static func measurement(_ p: PaperParameters) throws -> Section {
        let own = MeasurementNodes(p)
        return try Section("measurement") {
            Figure.pseudoExperiments(own)
            Figure.momentShifts(own)
            MeasurementNumbers.quantities(own)
            MeasurementClaims.all(own)
            try MeasurementNumbers.inputs(own)
            MeasurementTables.all(own)
        }
    }
}
