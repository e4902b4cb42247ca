import BuildGraph
import Manuscript
import MuoneCommon
import Plotting
import Reference

extension Figure {
    /// Measured and predicted values of the muon's magnetic moment, and their differences.
    static func magneticMomentStatus(_ style: ChartStyle) -> Figure {
        Figure(
            "gminus2-status",
            chart: Node("figures/gminus2-status/chart", parameters: Status(style: style)) { $0.chart() })
    }

    /// The values of ``MagneticMomentMeasurements``, in units of 10⁻¹¹ above an offset.
    private struct Status: Codable, Sendable {
        var style: ChartStyle
        var experiments = [
            Entry("bnl", "BNL 2006", MagneticMomentMeasurements.experiment2006),
            Entry("fnal2021", "+ Fermilab 2021", MagneticMomentMeasurements.experiment2021),
            Entry("fnal2025", "+ Fermilab 2025", MagneticMomentMeasurements.experiment2025),
        ]
        var predictions = [
            Entry(
                "wp2020", "White paper 2020", MagneticMomentMeasurements.prediction2020,
                against: MagneticMomentMeasurements.experiment2021),
            Entry(
                "lattice2021", "Lattice 2021 (BMW)", MagneticMomentMeasurements.predictionLattice2021,
                against: MagneticMomentMeasurements.experiment2021),
            Entry(
                "wp2025", "White paper 2025", MagneticMomentMeasurements.prediction2025,
                against: MagneticMomentMeasurements.experiment2025),
        ]
        var offset = 116_591_000.0

        struct Entry: Codable, Sendable {
            var id: String
            var label: String
            var measurement: Reference.Measurement
            /// What the prediction is compared with.
            var experiment: Reference.Measurement?

            init(
                _ id: String, _ label: String, _ measurement: Reference.Measurement,
                against experiment: Reference.Measurement? = nil
            ) {
                self.id = id
                self.label = label
                self.measurement = measurement
                self.experiment = experiment
            }
        }

        func chart() -> Chart {
            let final = MagneticMomentMeasurements.experiment2025
            return Chart(
                "Measured and predicted values of the muon's anomalous magnetic moment",
                x: .linear("$a_\\mu\\times10^{11}-116\\,591\\,000$", 380...1420, ticks: [600, 800, 1000, 1200]),
                y: .linear("", 0...8, ticks: []), legend: .hidden, style: style
            ) {
                ShadedRange(
                    "experiment-2025", .x, from: shown(final.shifted(bySigmas: -1)),
                    to: shown(final.shifted(bySigmas: 1)),
                    role: .signal)
                heading("experiment", "Experiment", y: 7.4)
                for (index, entry) in experiments.enumerated() {
                    row(entry, y: 6.6 - 0.8 * Double(index), role: .signal, symbol: .circle)
                }
                Rule("divide", y: 4.35, role: .cut)
                heading("prediction", "Standard Model", y: 3.75)
                Text(
                    "difference-heading", "experiment $-$ SM", at: .data(1400, 3.75), alignment: .right)
                for (index, entry) in predictions.enumerated() {
                    row(entry, y: 2.85 - 0.95 * Double(index), role: .alternative, symbol: .square)
                }
            }
        }

        private func shown(_ moment: Double) -> Double { moment * 1e11 - offset }

        private func heading(_ id: String, _ text: String, y: Double) -> Mark {
            Text("\(id)-heading", text, at: .data(400, y), alignment: .left).mark
        }

        /// A value with its error bar between its name and the difference to the experiment.
        private func row(_ entry: Entry, y: Double, role: Role, symbol: Points.Symbol) -> [Mark] {
            let low = shown(entry.measurement.shifted(bySigmas: -1))
            let high = shown(entry.measurement.shifted(bySigmas: 1))
            var marks = [
                Text("\(entry.id)-label", entry.label, at: .data(420, y), alignment: .left).mark,
                Line(
                    "\(entry.id)-error", x: [low, low, low, high, high, high],
                    y: [y - 0.16, y + 0.16, y, y, y + 0.16, y - 0.16], role: role, dash: .solid
                ).mark,
                Points(
                    entry.id, x: [shown(entry.measurement.value)], y: [y], symbol: symbol,
                    size: style.symbolSize * 0.8, isFilled: symbol == .circle, role: role
                ).mark,
            ]
            if let experiment = entry.experiment {
                let difference = Reference.Measurement.difference(experiment, entry.measurement, name: entry.id)
                let text = MagneticMomentText.shortText(difference)
                marks.append(
                    Text(
                        "\(entry.id)-difference", "$\(text)$", at: .data(1400, y), alignment: .right
                    ).mark)
            }
            return marks
        }
    }
}
