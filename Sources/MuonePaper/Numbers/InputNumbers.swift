import Foundation
import Manuscript
import MuoneComputations
import MuoneParameters
import NumericalMethods

/// The numbers of the text that are parameters: exact, in the units in which the text names them.
enum InputNumbers {
    static func all(_ p: PaperParameters) throws -> [NumbersFile.Passage] {
        let deviation = p.magneticMoment.deviation
        let numbers: [(String, Double, DisplayUnit)] = [
            ("input/beam-energy", p.beamEnergy, .gigaElectronVolt),
            ("input/luminosity", p.luminosity, .none),
            ("input/theta-cut", p.minimumMuonAngle, .milliradian),
            ("input/electron-min", p.minimumElectronEnergy, .gigaElectronVolt),
            ("input/electron-max", p.maximumElectronEnergy, .gigaElectronVolt),
            ("input/light-mass", p.light.mass, .megaElectronVolt),
            ("input/light-coupling", p.light.coupling, .none),
            ("input/heavy-mass", p.heavy.mass, .megaElectronVolt),
            ("input/heavy-coupling", p.heavy.coupling, .none),
            ("input/inverse-alpha", p.particles.inverseFineStructure, .none),
            ("input/required-events", p.requiredEvents, .none),
            ("alpha/inverse-at-mz", BenchmarkNodes.inverseAlphaAtMZ, .none),
            ("gminus2/deviation", MagneticMomentText.tenths(deviation.value), .none),
            ("gminus2/deviation-error", MagneticMomentText.tenths(deviation.uncertainty), .none),
        ]
        return try numbers.map { id, value, unit in
            let shown = unit.display(.exact(value))
            return NumbersFile.Passage(id, try CertifiedDecimal(shown, significantDigits: 10).texText)
        }
    }
}
