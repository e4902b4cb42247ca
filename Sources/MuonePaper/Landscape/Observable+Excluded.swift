import BuildGraph
import Limits
import MuoneCommon
import MuoneParameters
import PaperKit

extension Observable<PaperParameters> {
    /// Every experiment of the map at one point.
    package static let excluded = Observable(
        "excluded", "which experiments exclude a point, and by how much: g/g_limit of each", unit: "1",
        [mass, coupling], points: .excluded
    ) { arguments, variant -> Question in
        try requirePositiveMass(arguments)
        let tables = try variant.limitTables()
        let catalogue = LimitCatalogue(variant.parameters, sources: tables)
        let nodes = ExclusionNodes(try benchmark(arguments), variant.parameters, catalogue)
        return Question(nodes.verdicts, warnings: tables.ignored.map(\.description), inputWarnings: catalogue.warnings)
        { verdicts in
            try ExclusionAnswer(verdicts, arguments)
        }
    }
}
