import BuildGraph
import Manuscript
import MuoneComputations
import Plotting

extension Figure {
    /// MUonE's reach for bosons that turn a muon into an electron, with muonium's limit.
    static func elasticFlavour(_ nodes: ElasticReachNodes) -> Figure {
        let planes = [nodes.flavourVector, nodes.flavourScalar]
        let panels = planes.compactMap(\.panels.first)
        return Figure(
            "elastic-flavour",
            chart: Node(
                "figures/elastic-flavour/chart",
                from: Node("figures/elastic-flavour/reaches", collecting: panels.map(\.reach)),
                Node("figures/elastic-flavour/limits", collecting: panels.map(\.limits)),
                Node("figures/elastic-flavour/derived", collecting: panels.map(\.invisible)),
                Node("figures/elastic-flavour/bands", collecting: planes.map(\.band)),
                Node("figures/elastic-flavour/edges", collecting: planes.map(\.edge)), parameters: nodes.parameters
            ) { parameters, reaches, limits, derived, bands, edges in
                let symbols = [("g", "$m_{Z'}$ [MeV]", "vector"), ("y", "$m_\\phi$ [MeV]", "scalar")]
                var style = parameters.style()
                let isColumn = parameters.figureStyle == .column
                if isColumn { style.height *= 2 }
                let charts = symbols.enumerated().map { index, names in
                    ElasticPlane(paper: parameters, symbol: names.0, couplings: 1e-6...1, xLabel: names.1).chart(
                        ElasticPlane.Content(
                            title: "Reach for a \(names.2) that changes the flavour", reach: reaches[index],
                            limits: limits[index], invisible: derived[index], band: bands[index], edge: edges[index],
                            isMagnitude: true, decays: "$\\mu\\to e\\,\(index == 0 ? "Z'" : "\\phi")$"), style: style)
                }
                return ChartGrid(
                    "MUonE's reach for a vector and a scalar that turn a muon into an electron",
                    rows: isColumn ? 2 : 1, columns: isColumn ? 1 : 2, panels: charts,
                    tags: ["(a) vector", "(b) scalar"],
                    tagCorner: .topLeft, legend: .above, style: style)
            })
    }
}
