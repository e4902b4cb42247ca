import BuildGraph
import Manuscript
import MuoneComputations
import Plotting

extension Figure {
    /// MUonE's reach for a scalar coupled to muons and electrons, one panel for each ratio of the couplings.
    static func elasticScalar(_ nodes: ElasticReachNodes) -> Figure {
        .elasticPanels(
            "elastic-scalar", "MUonE's reach for a scalar boson, for six ratios of its couplings", nodes.scalars,
            ElasticPanels(
                plane: ElasticPlane(
                    paper: nodes.parameters, symbol: "y_\\mu", couplings: 3e-5...1, xLabel: "$m_\\phi$ [MeV]"),
                electron: "y_e", roots: nodes.scalars.panels.map(\.root),
                smallestMass: nodes.scalars.panels.first?.smallestMass))
    }
}
