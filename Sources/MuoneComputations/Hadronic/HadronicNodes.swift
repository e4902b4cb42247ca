import BuildGraph
import HadronicPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// The results on the hadronic running of α that MUonE is built to measure.
package struct HadronicNodes: Sendable {
    package let parameters: PaperParameters
    package let facts: Node<HadronicFacts.Facts>
    package let moment: Node<Estimate>
    package let momentByDispersion: Node<Estimate>
    /// With the sign of q² that Dev2020 prints.
    package let momentWithPrintedSign: Node<Estimate>
    package let correlation: Node<ElasticCorrelation.Result>
    package let integrand: Node<HadronicIntegrand.Result>
    package let running: Node<RunningCurves.Result>
    package let beamTime: Node<BeamTime.Result>

    /// The template of Abbiendi2022.
    package static let template = HadronicRunning.published
    /// Electron energies of which the claims give x, GeV.
    package static let electronEnergies = [0.1, 130.7, 139.5]
    /// x below which the claims give shares of a_μ^HLO.
    package static let fractions = [0.92, 0.932]
    /// The acceptance in the electron's angle, radians.
    package static let acceptedElectronAngle = 0.05
    /// Electron energies that the figure of the angles marks, GeV.
    package static let markedEnergies = [0.5, 1, 2, 5, 10, 20, 50, 100, 130, 139]
    /// −t that the figure of the integrand marks, GeV².
    package static let markedMomenta = [1e-3, 1e-2, 1e-1, 1]
    /// What the luminosity of the proposal is made of: muons a second, years, centimetres and nb⁻¹.
    package static let beam = BeamTime(
        target: .beryllium(thickness: 60), intensity: 1.3e7, years: 2, luminosity: 1.5e7)

    package init(_ parameters: PaperParameters) {
        let p = parameters
        self.parameters = p
        facts = Node(
            "hadronic/facts",
            HadronicFacts(
                particles: p.particles, beamEnergy: p.beamEnergy, running: Self.template,
                electronEnergies: Self.electronEnergies, fractions: Self.fractions,
                acceptedElectronAngle: Self.acceptedElectronAngle, minimumElectronEnergy: p.minimumElectronEnergy))
        func moment(_ name: String, _ method: HadronicMomentPoint.Method) -> Node<Estimate> {
            Node(name, HadronicMomentPoint(particles: p.particles, running: Self.template, method: method))
        }
        self.moment = moment("hadronic/moment", .spacelike)
        momentByDispersion = moment("hadronic/moment-timelike", .timelike)
        momentWithPrintedSign = moment("hadronic/moment-printed-sign", .printedSign)
        correlation = Node(
            "hadronic/correlation",
            ElasticCorrelation(
                particles: p.particles, beamEnergy: p.beamEnergy, running: Self.template,
                energies: LogarithmicGrid(lower: 0.05, upper: 1000, count: 241), marks: Self.markedEnergies))
        integrand = Node(
            "hadronic/integrand",
            HadronicIntegrand(
                particles: p.particles, beamEnergy: p.beamEnergy, running: Self.template, count: 200,
                marks: Self.markedMomenta))
        running = Node(
            "hadronic/running",
            RunningCurves(
                particles: p.particles, running: Self.template,
                momenta: LogarithmicGrid(lower: 1e-5, upper: 100, count: 141)))
        beamTime = Node("hadronic/beam-time", Self.beam)
    }
}
