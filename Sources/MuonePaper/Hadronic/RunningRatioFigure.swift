import BuildGraph
import HadronicPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// The running of α over the momentum transfer, and what the hadrons do to the elastic rate over the angles.
    static func runningRatio(
        _ running: Node<RunningCurves.Result>, _ correlation: Node<ElasticCorrelation.Result>,
        _ facts: Node<HadronicFacts.Facts>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "running-ratio",
            chart: Node(
                "figures/running-ratio/chart", from: running, correlation, facts, parameters: p
            ) { parameters, running, correlation, facts in
                RunningRatioPanels(
                    parameters: parameters, running: running, angles: correlation.curve, facts: facts
                ).grid
            })
    }
}

private struct RunningRatioPanels {
    var parameters: PaperParameters
    var running: RunningCurves.Result
    var angles: ElasticCorrelation.Points
    var facts: HadronicFacts.Facts

    var grid: ChartGrid {
        .stacked(
            "Running of the electromagnetic coupling, and its effect on the elastic rate", [momenta, effect],
            style: parameters.figureStyle, parameters.style())
    }

    /// Δα over −t.
    private var momenta: Chart {
        Chart(
            "Running of the electromagnetic coupling over the momentum transfer",
            x: .log("$-t$ [GeV$^2$]", 1e-5...100), y: .log("$\\Delta\\alpha$", 1e-8...100),
            legend: .hidden, style: parameters.style()
        ) {
            ShadedRange("beyond", .x, from: facts.largestMomentum.value, role: .cut)
            line("leptons", running.leptons, .alternative, InlineLabel("leptons", at: 0.26, .above))
            line("hadrons", running.hadrons, .signal, InlineLabel("hadrons", at: 0.3, .below))
            Line(
                "slope", x: running.slope.x, y: running.slope.y, yError: running.slope.error, role: .comparison,
                ink: .black, dash: .dotted,
                inlineLabel: InlineLabel("$-Kt/15$", at: 0.88, .above))
        }
    }

    /// R_had − 1 over both angles.
    private var effect: Chart {
        let excess = angles.excess.map { $0 * 1e3 }
        let errors = excess.map { $0.magnitude * 0x1p-46 }
        let top = max(0.5, ((excess.max() ?? 1) * 1.15 * 2).rounded(.up) / 2)
        return Chart(
            "Change of the elastic rate by the hadronic running over the scattering angles",
            x: .log("$\\theta$ [mrad]", 0.1...100), y: .linear("$10^3\\,(R_{\\mathrm{had}}-1)$", from: 0, to: top),
            legend: .hidden, style: parameters.style()
        ) {
            curve("electron-angle", angles.electronAngle, excess, errors, .signal, "$\\theta_e$", 0.36)
            curve("muon-angle", angles.muonAngle, excess, errors, .alternative, "$\\theta_\\mu$", 0.81)
        }
    }

    private func line(_ id: String, _ curve: Curve, _ role: Role, _ inline: InlineLabel) -> Line {
        Line(id, x: curve.x, y: curve.y, yError: curve.error, role: role, inlineLabel: inline)
    }

    /// Without the ends at which an angle vanishes, which a logarithmic axis does not have.
    private func curve(
        _ id: String, _ angles: [Double], _ excess: [Double], _ errors: [Double], _ role: Role, _ text: String,
        _ share: Double
    ) -> Line {
        let kept = angles.indices.filter { angles[$0] > 0 }
        return Line(
            id, x: kept.map { angles[$0] * 1e3 }, y: kept.map { excess[$0] }, yError: kept.map { errors[$0] },
            role: role, inlineLabel: InlineLabel(text, at: share, .above))
    }
}
