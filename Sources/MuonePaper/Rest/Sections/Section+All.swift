import Elastic
import FormFactors
import Hadronic
import MuoneComputations
import MuoneMeasurement
import MuoneParameters
import PaperKit
import Projections

extension Section {
    /// Every section, in the order of the text.
    package static func all(_ nodes: PhysicsNodes) throws -> [Section] {
        // What several sections use is declared once: a graph refuses two nodes of one name.
        let (parameters, catalogue) = (nodes.parameters, nodes.catalogue)
        let cosmology = CosmologyNodes(parameters, catalogue)
        let (projections, secondReach) = projections(
            parameters, catalogue, favoured: nodes.band2Sigma,
            first: (reach: nodes.reach, light: nodes.light.reach, heavy: nodes.heavy.reach))
        let elastic = Section.elastic(parameters, catalogue, emitted: nodes.reach)
        return try [
            letter(nodes), .trident(nodes), .mixing(nodes), .magneticMoment(nodes), .cosmology(cosmology),
            projections,
            .landscape(LandscapeNodes(nodes, cosmology: cosmology, secondReach: secondReach)), elastic.channel,
            .formFactors(parameters), .flavour(nodes), .hadronic(parameters), elastic.reach, .measurement(parameters),
        ]
    }
}
