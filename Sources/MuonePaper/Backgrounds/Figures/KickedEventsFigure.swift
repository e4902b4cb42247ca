import BuildGraph
import Kinematics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import Plotting

/// Kicked events in cells of the electron's measured energy (GeV) and angle (radians).
struct KickedCells: Codable, Sendable {
    var energies: [Double]
    var angles: [Double]
    /// Row by row from the smallest angle; zero where there is none.
    var events: [Double]
    var errors: [Double]
}

/// Of the fullest cell: cells with less stay white, about those of less than an event of the published paper.
private let leastShare = 3e-6

extension Figure {
    /// Kicked elastic events in the plane of the electron's energy and angle, with elastic scattering and the cut in r.
    static func kickedEvents(_ cells: Node<KickedCells>, _ p: PaperParameters) -> Figure {
        Figure(
            "kicked-events",
            chart: Node("figures/kicked-events/chart", from: cells, parameters: p) { parameters, cells in
                let kinematics = try ElasticKinematics(
                    beamEnergy: parameters.beamEnergy, inputs: parameters.particles)
                let energies = (0...80).map { step in
                    parameters.minimumElectronEnergy
                        * pow(parameters.maximumElectronEnergy / parameters.minimumElectronEnergy, Double(step) / 80)
                }
                let elastic = try energies.map { try kinematics.electronScatteringAngle(atElectronEnergy: $0) * 1e3 }
                guard let most = cells.events.max(), most > 0, let lowest = cells.angles.first,
                    let highest = cells.angles.last
                else { throw EmptyFigure("kicked-events") }
                return Chart(
                    "Kicked elastic events in the plane of the electron's energy and angle",
                    x: .log(
                        "$E_e$ [GeV]", from: parameters.minimumElectronEnergy, to: parameters.maximumElectronEnergy),
                    y: .log(
                        "$\\theta_e$ [mrad]", from: lowest * 1e3, to: highest * 1e3),
                    legend: Legend(.automatic, preferring: .bottomLeft), style: parameters.style()
                ) {
                    ColourMap(
                        "events", x: cells.energies, y: cells.angles.map { $0 * 1e3 },
                        values: cells.events.map { $0 >= most * leastShare ? $0 : .nan }, valueError: cells.errors,
                        colours: ColourScale(.log("events in a cell", from: most * 1e-8, to: most)))
                    Line(
                        "elastic", x: energies, y: elastic, role: .reference, ink: .black, dash: .solid,
                        label: "elastic")
                    Line(
                        "cut", x: energies, y: elastic.map { $0 * parameters.detector.largestRatio }, role: .cut,
                        ink: .black, dash: .dashed,
                        label: "$r=\(decimal(parameters.detector.largestRatio))$")
                }
            })
    }
}
