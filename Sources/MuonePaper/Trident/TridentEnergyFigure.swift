import BuildGraph
import Limits
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting
import TridentPhysics

extension Figure {
    /// CCFR's limit between the energy that meets the published curve and the beam's mean, and over the energy.
    static func tridentEnergy(
        chosen: Node<Curve>, mean: Node<Curve>, charmII: Node<Curve>, scan: Node<[Curve]>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "trident-energy",
            chart: Node(
                "figures/trident-energy/chart", from: chosen, mean, charmII, scan,
                parameters: Setup(paper: p, chosen: p.ccfr, mean: .ccfrAtMean)
            ) { setup, chosen, mean, charmII, scan in
                try setup.grid(chosen: chosen, mean: mean, charmII: charmII, scan: scan)
            })
    }

    private struct Setup: Codable, Sendable {
        var paper: PaperParameters
        var chosen: TridentExperiment
        var mean: TridentExperiment

        func grid(chosen: Curve, mean: Curve, charmII: Curve, scan: [Curve]) throws -> ChartGrid {
            try .stacked(
                "Coupling that CCFR excludes, for the neutrino energies between the calibrated and the mean one",
                [band(chosen, mean, charmII), energies(scan)], style: paper.figureStyle, paper.style())
        }

        private func energy(_ experiment: TridentExperiment) -> String { "\(decimal(experiment.neutrinoEnergy)) GeV" }

        /// The limit over the mass, as a band between the two energies.
        private func band(_ calibrated: Curve, _ mean: Curve, _ charmII: Curve) throws -> Chart {
            let masses = paper.landscape.masses
            let x = calibrated.x.map { $0 * 1e3 }
            // Beyond, the limit is proportional to the mass; a variant may start there.
            let shown = (lower: masses.lower, upper: masses.lower < 1 ? min(1, masses.upper) : masses.upper)
            let couplings = visible([calibrated, mean, charmII], shown)
            guard let least = couplings.min(), let most = couplings.max() else { throw EmptyFigure("trident-energy") }
            let edges = try paired(calibrated.y, mean.y)
            return Chart(
                "Coupling that CCFR excludes over the mass of the boson, between two neutrino energies",
                x: .log("$m_{Z'}$ [MeV]", from: shown.lower * 1e3, to: shown.upper * 1e3),
                y: .log("$g_{Z'}$", from: 0.75 * least, to: 1.15 * most), legend: .hidden, style: paper.style()
            ) {
                Band(
                    "ccfr-band", x: x, lower: edges.map { min($0, $1) }, upper: edges.map { max($0, $1) },
                    edgeError: calibrated.error, role: .favoured)
                Line(
                    "ccfr-chosen", x: x, y: calibrated.y, yError: calibrated.error, role: .excluded, ink: .black,
                    dash: .solid,
                    inlineLabel: InlineLabel("CCFR, \(energy(self.chosen))", at: 0.41, .below))
                Line(
                    "ccfr-mean", x: x, y: mean.y, yError: mean.error, role: .excluded, ink: .black, dash: .dashed,
                    inlineLabel: self.chosen == self.mean
                        ? nil : InlineLabel(energy(self.mean), at: 0.72))
                Line(
                    "charm2", x: charmII.x.map { $0 * 1e3 }, y: charmII.y, yError: charmII.error, role: .excluded,
                    ink: .black, dash: .dashDotted,
                    inlineLabel: InlineLabel(BoundedLimit.charmII().facts.label, at: 0.19, .above))
            }
        }

        /// The limit at the two benchmark masses over the energy.
        private func energies(_ scan: [Curve]) throws -> Chart {
            let couplings = scan.flatMap(\.y)
            let curves = try paired([paper.light.mass, paper.heavy.mass], scan)
            guard let least = couplings.min(), let most = couplings.max(), let x = scan.first?.x,
                let first = x.first, let last = x.last
            else { throw EmptyFigure("trident-energy") }
            return Chart(
                "Coupling that CCFR excludes over the neutrino energy",
                x: .log(
                    "$E_\\nu$ [GeV]", from: first, to: last, ticks: [20, 50, 100, 200, 500]),
                y: .linear("$10^3\\,g_{Z'}$", from: 0.8e3 * least, to: 1.08e3 * most),
                legend: .hidden, style: paper.style()
            ) {
                marked.map { energyRule($0) }
                for (index, (mass, curve)) in curves.enumerated() {
                    Line(
                        "mass-\(index + 1)", x: curve.x, y: curve.y.map { $0 * 1e3 },
                        yError: curve.error.map { $0 * 1e3 },
                        role: index == 0 ? .signal : .alternative,
                        inlineLabel: InlineLabel("$m_{Z'}=\(decimal(mass * 1e3))$ MeV", .above))
                }
            }
        }

        /// The energies that the other panel shows.
        private var marked: [TridentExperiment] { chosen == mean ? [mean] : [chosen, mean] }

        private func energyRule(_ experiment: TridentExperiment) -> Rule {
            let isMean = experiment.neutrinoEnergy == experiment.meanEnergy
            let text = isMean ? "mean" : experiment.isCalibrated ? "calibrated" : "chosen"
            return Rule(
                isMean ? "mean-energy" : "chosen-energy", x: experiment.neutrinoEnergy, role: .cut,
                sideLabel: SideLabel(text, .before, at: 0.95))
        }

        private func visible(_ curves: [Curve], _ range: (lower: Double, upper: Double)) -> [Double] {
            curves.flatMap { curve in
                zip(curve.x, curve.y).filter { range.lower <= $0.0 && $0.0 <= range.upper }.map(\.1)
            }
        }
    }
}
