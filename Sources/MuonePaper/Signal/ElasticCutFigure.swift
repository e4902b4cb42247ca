import BuildGraph
import Kinematics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

extension Figure {
    /// The least electron energy of elastic events against the cut on the muon's angle.
    static func elasticCut(
        _ bound: Node<Curve>, _ facts: Node<ElasticFacts.Facts>, _ p: PaperParameters
    ) -> Figure {
        Figure(
            "elastic-cut",
            chart: Node(
                "figures/elastic-cut/chart", from: bound, facts, parameters: p
            ) { parameters, bound, facts in
                let curve = bound.mapX { $0 * 1e3 }
                let top = ((curve.y.max() ?? 1) * 1.02 / 20).rounded(.up) * 20
                let right = max(5, (facts.maximumMuonAngle.value * 1e3).rounded(.up))
                let cut = parameters.minimumMuonAngle * 1e3
                let style = parameters.style()
                return Chart(
                    "Smallest electron energy of elastic events against the cut on the muon scattering angle",
                    x: .linear("$\\theta_{\\mu,\\mathrm{th}}$ [mrad]", from: 0, to: right),
                    y: .linear("$E_e^{\\mathrm{min}}$ [GeV]", from: 0, to: top),
                    legend: .hidden, style: style
                ) {
                    ShadedRange(
                        "window", .y, from: parameters.minimumElectronEnergy, to: parameters.maximumElectronEnergy,
                        role: .favouredWide)
                    Line("bound", x: curve.x, y: curve.y, yError: curve.error, role: .signal)
                    Rule(
                        "angle-cut", x: cut, role: .reference,
                        sideLabel: SideLabel("$\\theta_\\mu > \(decimal(cut))$ mrad", .before, at: 0.7))
                    Rule(
                        "safe-angle", x: facts.safeMuonAngle.value * 1e3, to: parameters.maximumElectronEnergy,
                        role: .cut)
                    Points(
                        "safe-point", x: [facts.safeMuonAngle.value * 1e3], y: [parameters.maximumElectronEnergy],
                        size: style.symbolSize * 4 / 7, isFilled: false, role: .signal)
                    Text(
                        "safe-label", "\(decimal((facts.safeMuonAngle.value * 1e5).rounded() / 100)) mrad",
                        at: .beside(facts.safeMuonAngle.value * 1e3, parameters.maximumElectronEnergy),
                        alignment: .bottomRight)
                    Text(
                        "window-label",
                        "selected: $\(decimal(parameters.minimumElectronEnergy)) < E_e < \(decimal(parameters.maximumElectronEnergy))$ GeV",
                        at: .within(
                            .init(
                                yFrom: parameters.minimumElectronEnergy, yTo: parameters.maximumElectronEnergy,
                                at: 0.7, 0.48)))
                    if let minimum = facts.minimumElectronEnergy {
                        Points(
                            "minimum", x: [cut], y: [minimum.value], symbol: .circle, size: style.symbolSize * 4 / 7,
                            role: .signal)
                        Text(
                            "minimum-label", "\(decimal(minimum.value.rounded())) GeV",
                            at: .beside(cut, minimum.value), alignment: .topLeft)
                    }
                }
            })
    }
}
