import BuildGraph
import HadronicPhysics
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit

extension Section {
    /// The hadronic running of α: what MUonE is built to measure.
    package static func hadronic(_ p: PaperParameters) -> Section {
        let facts = Node(
            "hadronic/facts",
            HadronicFacts(
                particles: p.particles, beamEnergy: p.beamEnergy, running: HadronicChoice.template,
                electronEnergies: HadronicChoice.electronEnergies,
                acceptedElectronAngle: HadronicChoice.acceptedElectronAngle,
                minimumElectronEnergy: p.minimumElectronEnergy))
        func moment(_ name: String, _ method: HadronicMomentPoint.Method) -> Node<Estimate> {
            Node(name, HadronicMomentPoint(particles: p.particles, running: HadronicChoice.template, method: method))
        }
        let spacelike = moment("hadronic/moment", .spacelike)
        let correlation = Node(
            "hadronic/correlation",
            ElasticCorrelation(
                particles: p.particles, beamEnergy: p.beamEnergy, running: HadronicChoice.template,
                energies: LogarithmicGrid(lower: 0.05, upper: 1000, count: 241), marks: HadronicChoice.markedEnergies))
        let integrand = Node(
            "hadronic/integrand",
            HadronicIntegrand(
                particles: p.particles, beamEnergy: p.beamEnergy, running: HadronicChoice.template, count: 200,
                marks: HadronicChoice.markedMomenta))
        let running = Node(
            "hadronic/running",
            RunningCurves(
                particles: p.particles, running: HadronicChoice.template,
                momenta: LogarithmicGrid(lower: 1e-5, upper: 100, count: 141)))
        let beamTime = Node("hadronic/beam-time", HadronicChoice.beam)
        return Section("hadronic") {
            Figure.elasticCorrelation(correlation, facts, p)
            Figure.hadronicIntegrand(integrand, facts, p)
            Figure.runningRatio(running, correlation, facts, p)
            HadronicNumbers.moments(spacelike, byDispersion: moment("hadronic/moment-timelike", .timelike))
            HadronicNumbers.facts(facts)
            HadronicNumbers.beam(beamTime)
            HadronicClaims.all(facts, beamTime)
            HadronicClaims.printedSign(
                facts, spacelike, withPrintedSign: moment("hadronic/moment-printed-sign", .printedSign))
            HadronicNumbers.inputs
        }
    }
}

/// What this work chooses, and what it takes from publications.
enum HadronicChoice {
    /// The template of Abbiendi2022.
    static let template = HadronicRunning.published
    /// Electron energies of which the claims give x, GeV.
    static let electronEnergies = [0.1, 130.7, 139.5]
    /// The acceptance in the electron's angle, radians.
    static let acceptedElectronAngle = 0.05
    /// Electron energies that the figure of the angles marks, GeV.
    static let markedEnergies = [0.5, 1, 2, 5, 10, 20, 50, 100, 130, 139]
    /// −t that the figure of the integrand marks, GeV².
    static let markedMomenta = [1e-3, 1e-2, 1e-1, 1]
    /// What the luminosity of the proposal is made of: muons a second, years, centimetres and nb⁻¹.
    static let beam = BeamTime(target: .beryllium(thickness: 60), intensity: 1.3e7, years: 2, luminosity: 1.5e7)
}
