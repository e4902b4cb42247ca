import BuildGraph
import Kinematics
import Limits
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit

extension Section {
    /// The letter's open question: what stands in its window beside the signal, and what the search can reach with it.
    package static func backgrounds(_ p: PaperParameters, _ catalogue: LimitCatalogue) throws -> Section {
        let elastic = ElasticBackground(p)
        let kinematics = try ElasticKinematics(beamEnergy: p.beamEnergy, inputs: p.particles)
        // Where the cut on the muon's angle excludes all elastic events, no electron of theirs can be lost into the window.
        let leastEnergy =
            p.minimumMuonAngle < kinematics.maximumMuonAngle
            ? try kinematics.minimumElectronEnergy(forMuonAngle: p.minimumMuonAngle) : p.beamEnergy
        let further = FurtherBackgrounds(
            elastic: elastic.inWindow, kick: elastic.beamKick, leastEnergy: leastEnergy, p)
        let neutrinos = NeutrinoBackground(p)
        let spectrometer = SpectrometerResults(p)
        return Section("backgrounds") {
            elastic.numbers
            further.numbers(p)
            neutrinos.parts
            spectrometer.numbers
            StatisticsNumbers.parts(p)
            AssumptionTable.passage(p)
        }
    }
}
