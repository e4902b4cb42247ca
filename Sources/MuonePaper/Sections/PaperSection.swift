import BuildGraph
import Manuscript
import MuoneComputations

/// A part of the paper: what it draws, prints and checks. Each is declared in a file of its own; ``Paper`` joins them.
struct PaperSection: Sendable {
    /// Names the passages that are made of its claims: `table/claims/NAME`, `rows/claims/NAME` and the sentence `claims/NAME`.
    var name: String
    var figures: [Figure] = []
    var quantities: [Quantity] = []
    var claims: [Claim] = []
    /// Texts that follow from parameters alone.
    var inputs: [NumbersFile.Passage] = []
    /// Texts that follow from results: captions, tables.
    var passages: [Node<NumbersFile.Passage>] = []

    /// Every section, in the order of the text.
    static func all(_ nodes: PhysicsNodes) throws -> [PaperSection] {
        // What several sections use is declared once: a graph refuses two nodes of one name.
        let (cosmology, projections) = (CosmologyNodes(nodes.parameters), ProjectionsNodes(nodes.parameters))
        let elastic = ElasticReachNodes(nodes.parameters)
        return try [
            letter(nodes), .trident(nodes), .mixing(nodes), .magneticMoment(nodes), .cosmology(cosmology),
            .projections(projections, nodes),
            .landscape(LandscapeNodes(nodes, cosmology: cosmology, projections: projections)), .elastic(elastic),
            .formFactors(nodes), .flavour(nodes), .hadronic(nodes), .elasticFigures(elastic, nodes),
            .measurement(nodes),
        ]
    }
}
