import Cosmology
import FormFactors
import Mixing
import MuoneComputations
import MuoneParameters
import PaperKit
import Trident

extension Section {
    /// Every section, in the order of the text.
    package static func all(_ nodes: PhysicsNodes) throws -> [Section] {
        // What several sections use is declared once: a graph refuses two nodes of one name.
        let (parameters, catalogue) = (nodes.parameters, nodes.catalogue)
        let cosmology = Section.cosmology(parameters, catalogue)
        let projections = ProjectionsNodes(parameters, catalogue)
        let elastic = ElasticReachNodes(parameters, catalogue)
        return try [
            letter(nodes), .trident(parameters, catalogue), .mixing(parameters, catalogue), .magneticMoment(nodes),
            cosmology.section,
            .projections(projections, nodes),
            .landscape(
                LandscapeNodes(
                    nodes, hubble: cosmology.results.hubbleBand, darkMatter: cosmology.results.diracTarget,
                    projections: projections)), .elastic(elastic),
            .formFactors(nodes.parameters), .flavour(nodes), .hadronic(nodes), .elasticFigures(elastic, nodes),
            .measurement(nodes),
        ]
    }
}
