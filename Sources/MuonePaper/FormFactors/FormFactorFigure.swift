import BuildGraph
import FormFactorPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// −F₁/λ and F₂/λ over the boson's mass and −q².
    static func formFactors(
        _ map: Node<FormFactorMap.Maps>, _ momenta: Node<MeasuredMomenta.Range>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "form-factors",
            chart: Node(
                "figures/form-factors/chart", from: map, momenta, parameters: p
            ) { paper, map, momenta in
                try Setup(paper: paper, momenta: momenta).grid(map)
            })
    }

    private struct Setup {
        var paper: PaperParameters
        /// −q² of MUonE, GeV².
        var momenta: MeasuredMomenta.Range

        func grid(_ map: FormFactorMap.Maps) throws -> ChartGrid {
            var style = paper.style()
            let stacked = paper.figureStyle == .column
            if stacked { style.height *= 1.75 }
            return try ChartGrid(
                "Form factors of the photon-muon vertex over the boson's mass and the squared momentum transfer",
                rows: stacked ? 2 : 1, columns: stacked ? 1 : 2,
                panels: [
                    panel(
                        "$-F_1/\\lambda$", "Minus F1 over lambda", map.charge,
                        at: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
                        nameAt: .frame(0.97, 0.06), .bottomRight),
                    panel(
                        "$F_2/\\lambda$", "F2 over lambda", map.magnetic, at: [0.03, 0.1, 0.3, 1],
                        nameAt: .frame(0.03, 0.06), .bottomLeft),
                ], sharesX: stacked, sharesY: !stacked, rowGap: stacked ? 6 : nil, columnGap: stacked ? nil : 8,
                tags: ChartGrid.letters(2), tagCorner: .topRight, style: style)
        }

        private func panel(
            _ name: String, _ title: String, _ grid: RectilinearGrid, at levels: [Double], nameAt place: Position,
            _ alignment: Text.Alignment
        ) throws -> Chart {
            let shown = try grid.inMegaElectronVolt
            let style = paper.style()
            return Chart(
                title, x: .log("$m_{Z'}$ [MeV]", 1...1e3), y: .log("$-q^2$ [GeV$^2$]", 1e-4...1), legend: .hidden,
                style: style
            ) {
                FilledContours("areas", of: shown, at: levels, role: .signal)
                lines(shown, at: levels, width: style.lineWidth * 0.6)
                Rule("smallest-momentum", y: momenta.smallest.value, role: .cut, ink: .black)
                Rule("largest-momentum", y: momenta.largest.value, role: .cut, ink: .black)
                Text(
                    "muone", "MUonE",
                    at: .within(.init(yFrom: momenta.smallest.value, yTo: momenta.largest.value, at: 0.02, 0.98)),
                    ink: .black)
                Text("name", name, at: place, alignment: alignment)
            }
        }

        /// Labelled where they cross a mass at which there is room.
        private func lines(_ grid: RectilinearGrid, at levels: [Double], width: Double) -> ContourSet {
            var lines = ContourSet(
                "levels", of: grid, at: levels, labels: { "$\(decimal($0))$" }, inColumn: 20, role: .reference,
                ink: .black)
            for index in lines.levels.indices {
                lines.levels[index].dash = .solid
                lines.levels[index].width = width
            }
            return lines
        }
    }
}

extension RectilinearGrid {
    /// The grid with a mass in MeV in place of GeV as `x`.
    fileprivate var inMegaElectronVolt: RectilinearGrid {
        get throws {
            try RectilinearGrid(x: x.map { $0 * 1e3 }, y: y, values: values, xSpacing: xSpacing, ySpacing: ySpacing)
        }
    }
}
