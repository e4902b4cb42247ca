import Elastic
import FormFactors
import Hadronic
import MuoneComputations
import MuoneMeasurement
import MuoneParameters
import PaperKit

extension Section {
    /// Every section, in the order of the text.
    package static func all(_ nodes: PhysicsNodes) throws -> [Section] {
        // What several sections use is declared once: a graph refuses two nodes of one name.
        let (cosmology, projections) = (CosmologyNodes(nodes.parameters), ProjectionsNodes(nodes.parameters))
        let elastic = Section.elastic(nodes.parameters, emitted: nodes.reach)
        return try [
            letter(nodes), .trident(nodes), .mixing(nodes), .magneticMoment(nodes), .cosmology(cosmology),
            .projections(projections, nodes),
            .landscape(LandscapeNodes(nodes, cosmology: cosmology, projections: projections)), elastic.channel,
            .formFactors(nodes.parameters), .flavour(nodes), .hadronic(nodes.parameters),
            elastic.reach, .measurement(nodes.parameters),
        ]
    }
}
