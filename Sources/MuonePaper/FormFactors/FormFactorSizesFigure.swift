import BuildGraph
import FormFactorPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// The three terms against −q² at the masses of the benchmarks.
    static func formFactorSizes(
        light: Node<FormFactorCurves.Curves>, heavy: Node<FormFactorCurves.Curves>,
        _ momenta: Node<MeasuredMomenta.Range>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "form-factor-sizes",
            chart: Node(
                "figures/form-factor-sizes/chart", from: light, heavy, momenta, parameters: p
            ) { paper, light, heavy, momenta in
                Setup(paper: paper, momenta: momenta).grid(light, heavy)
            })
    }

    private struct Setup {
        var paper: PaperParameters
        /// −q² of MUonE, GeV².
        var momenta: MeasuredMomenta.Range

        func grid(_ light: FormFactorCurves.Curves, _ heavy: FormFactorCurves.Curves) -> ChartGrid {
            var style = paper.style()
            let stacked = paper.figureStyle == .column
            if stacked { style.height *= 1.6 }
            let sizes = decades(
                3e-3...60, showing: [light, heavy].flatMap { [$0.charge.y, $0.magnetic.y, $0.mixing.y] })
            return ChartGrid(
                "Sizes of the form factors and of the mixing against the squared momentum transfer",
                rows: stacked ? 2 : 1, columns: stacked ? 1 : 2,
                panels: [panel(light, paper.light.mass, sizes), panel(heavy, paper.heavy.mass, sizes)],
                sharesX: stacked, sharesY: !stacked, rowGap: stacked ? 6 : nil, columnGap: stacked ? nil : 8,
                tags: ChartGrid.letters(2), tagCorner: .topLeft, style: style)
        }

        private func panel(
            _ curves: FormFactorCurves.Curves, _ mass: Double, _ sizes: ClosedRange<Double>
        ) -> Chart {
            let name = "\(decimal(mass * 1e3)) MeV"
            return Chart(
                "Form factors for a boson of \(name)", x: .log("$-q^2$ [GeV$^2$]", 1e-4...1),
                y: .log("size [$\\lambda$]", sizes), legend: .hidden, style: paper.style()
            ) {
                ShadedRange(
                    "muone", .x, from: momenta.smallest.value, to: momenta.largest.value, role: .favouredWide)
                line("charge", curves.charge, .signal, "$-F_1$", at: 0.61, .below)
                line("magnetic", curves.magnetic, .alternative, "$F_2$", at: 0.37, .above)
                line("mixing", curves.mixing, .background, "mixing", at: 0.46, .above)
                Text("mass", "$m_{Z'}=\(decimal(mass * 1e3))$ MeV", at: .frame(0.97, 0.05), alignment: .bottomRight)
            }
        }

        private func line(
            _ id: String, _ curve: Curve, _ role: Role, _ text: String, at place: Double,
            _ side: InlineLabel.Placement
        ) -> Line {
            Line(
                id, x: curve.x, y: curve.y, yError: curve.error, role: role,
                inlineLabel: InlineLabel(text, at: place, side))
        }
    }
}
