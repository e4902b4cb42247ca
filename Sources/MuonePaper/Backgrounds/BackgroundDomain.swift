import BuildGraph
import Kinematics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Plotting
import SignalPhysics

/// Where the study of backgrounds has an answer: the window keeps elastic events out, so that no photon is soft, and lets
/// every boson in that the text speaks of.
enum BackgroundDomain {
    /// Why there is none; nil where there is one, and where the parameters allow no physics at all, which others refuse.
    static func obstacle(_ p: PaperParameters) -> String? {
        do {
            let elastic = try ElasticKinematics(beamEnergy: p.beamEnergy, inputs: p.particles)
            let safe = elastic.largestMuonAngle(belowElectronEnergy: p.maximumElectronEnergy)
            guard p.minimumMuonAngle > safe * (1 + margin) else { return "the window lets elastic events in" }
            let masses =
                [p.light.mass, p.heavy.mass, MeasuredSignals.probeMass] + SearchSpectra.masses + Optimum.masses
            for mass in masses {
                let production = ZPrimeProduction(
                    inputs: p.particles, beamEnergy: p.beamEnergy, mass: mass, coupling: MeasuredSignals.coupling)
                guard try production.hasPhaseSpace(p.cuts) else { return "the window lets too little signal in" }
            }
            guard p.minimumElectronEnergy > p.detector.estimates.unseenLeptonEnergy else {
                return "the window holds leptons that leave no track"
            }
            // What the scan of the best cuts starts from.
            guard p.minimumElectronEnergy >= leastElectronEnergy,
                p.maximumElectronEnergy > 4 * p.minimumElectronEnergy
            else { return "the electron's window is too narrow" }
            return nil
        } catch {
            return "nothing can be computed for the parameters"
        }
    }

    /// Of the angle: elastic events are not to reach the window through the trackers' resolution alone.
    private static let margin = 0.05
    /// GeV; below, atoms bind the electron.
    private static let leastElectronEnergy = 1e-3
}

extension Section {
    /// The same ids with nothing behind them: numbers that are undefined, figures that say why, claims without values.
    func undefined(because reason: String, _ p: PaperParameters) -> Section {
        Section(name) {
            figures.map { $0.undefined(because: reason, p) }
            quantities.map(\.undefined)
            claims.map { $0.undefined(because: reason) }
            inputs
            passages.map { Passage(ResultID("{id}", $0.id.text), "") }
        }
    }
}

extension Figure {
    fileprivate func undefined(because reason: String, _ p: PaperParameters) -> Figure {
        Figure(
            name,
            chart: Node("figures/\(name)/chart", parameters: Empty(name: name, reason: reason, style: p.style())) {
                $0.chart
            })
    }

    private struct Empty: Codable, Sendable {
        var name: String
        var reason: String
        var style: ChartStyle

        var chart: Chart {
            Chart(
                name, x: .linear("", from: 0, to: 1), y: .linear("", from: 0, to: 1), legend: .hidden, style: style
            ) {
                Text("undefined", reason, at: .frame(0.5, 0.5), alignment: .center)
            }
        }
    }
}

extension Quantity {
    fileprivate var undefined: Quantity {
        var quantity = self
        quantity.node = Node("numbers/\(id)", parameters: id) { _ in nil }
        return quantity
    }
}

extension Claim {
    fileprivate func undefined(because reason: String) -> Claim {
        guard case .values(let claimed, let unit, let rule, _) = check else { return self }
        var claim = self
        claim.check = .values(
            claimed: claimed, unit: unit, rule: rule, from: Node("claims/\(id)/values", parameters: id) { _ in [] })
        // What is known of a difference may itself ask for what is undefined.
        claim.explanation = Node("claims/\(id)/explanation", parameters: "Not computed: \(reason).") { $0 }
        return claim
    }
}
