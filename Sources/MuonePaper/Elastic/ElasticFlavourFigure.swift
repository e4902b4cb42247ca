import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import Plotting

extension Figure {
    /// MUonE's reach for bosons that turn a muon into an electron, with muonium's limit.
    static func elasticFlavour(vector: ElasticReachPlane, scalar: ElasticReachPlane, _ p: PaperParameters) -> Figure {
        let charts =
            FlavourPanel(paper: p, name: "vector", symbol: "g", boson: "Z'", axis: "$m_{Z'}$ [MeV]").charts(vector)
            + FlavourPanel(paper: p, name: "scalar", symbol: "y", boson: "\\phi", axis: "$m_\\phi$ [MeV]").charts(
                scalar)
        return Figure(
            "elastic-flavour",
            chart: Node("figures/elastic-flavour/chart", fromEach: charts, parameters: p) { paper, charts in
                let isColumn = paper.figureStyle == .column
                return ChartGrid(
                    "MUonE's reach for a vector and a scalar that turn a muon into an electron",
                    rows: isColumn ? 2 : 1, columns: isColumn ? 1 : 2, panels: charts,
                    tags: ["(a) vector", "(b) scalar"], tagCorner: .topLeft, legend: .above,
                    style: FlavourPanel.style(paper))
            })
    }
}

private struct FlavourPanel: Codable, Sendable {
    var paper: PaperParameters
    /// Of the boson: in words, and that of its coupling and of itself as TeX.
    var name: String
    var symbol: String
    var boson: String
    var axis: String

    static func style(_ paper: PaperParameters) -> ChartStyle {
        var style = paper.style()
        if paper.figureStyle == .column { style.height *= 2 }
        return style
    }

    /// One: the boson has one coupling.
    func charts(_ plane: ElasticReachPlane) -> [Node<Chart>] {
        plane.panels.map { panel in
            Node(
                "figures/elastic-flavour/\(name)", from: panel.reach, panel.limits, panel.invisible, plane.band,
                plane.edge, parameters: self
            ) { panel, reach, limits, derived, band, edge in
                ElasticPlane(
                    paper: panel.paper, symbol: panel.symbol, couplings: 1e-6...1, xLabel: panel.axis
                ).chart(
                    ElasticPlane.Content(
                        title: "Reach for a \(panel.name) that changes the flavour", reach: reach, limits: limits,
                        invisible: derived, band: band, edge: edge, isMagnitude: true,
                        decays: "$\\mu\\to e\\,\(panel.boson)$"), style: Self.style(panel.paper))
            }
        }
    }
}
