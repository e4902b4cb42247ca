import CosmologyPhysics
import Foundation
import PaperKit
import Units

extension PaperParameters: ParameterSet {
    public typealias Options = LimitOptions

    // GeV.
    private static let beams = 0.05...1e5
    private static let neutrinoBeams = 0.1...1e5
    private static let benchmarkMasses = 1e-6...1e3
    private static let gridMasses = 1e-6...1e4
    private static let benchmarkCouplings = 1e-12...10
    /// Up to where bosons of up to 10 GeV still leave masses of dark matter that freezes out.
    private static let darkMatterRatios = 2...(3 / ThermalTargets.masses.lowerBound)
    private static let counts = 2...100_000

    /// Every parameter that `--set` knows, in the order in which they are listed.
    public static let all: [Parameter<PaperParameters>] =
        [
            Parameter("beam.energy", "total energy of the beam muons", in: .energy, \.beamEnergy, range: beams),
            Parameter(
                "beam.luminosity", "integrated luminosity", in: .integratedLuminosity, \.luminosity, range: 1e-9...1e12),
            Parameter(
                "cuts.theta", "smallest muon scattering angle", in: .angle, shownIn: "mrad", \.minimumMuonAngle,
                range: 1e-9...(.pi / 2), orZero: true),
            Parameter(
                "cuts.electron-min", "smallest electron energy", in: .energy, \.minimumElectronEnergy, range: 1e-5...1e6
            ),
            Parameter(
                "cuts.electron-max", "largest electron energy", in: .energy, \.maximumElectronEnergy, range: 1e-5...1e6),
            Parameter(
                "light.mass", "mass of the light benchmark", in: .energy, shownIn: "MeV", \.light.mass,
                range: benchmarkMasses),
            Parameter("light.coupling", "coupling of the light benchmark", \.light.coupling, range: benchmarkCouplings),
            Parameter(
                "heavy.mass", "mass of the heavy benchmark", in: .energy, shownIn: "MeV", \.heavy.mass,
                range: benchmarkMasses),
            Parameter("heavy.coupling", "coupling of the heavy benchmark", \.heavy.coupling, range: benchmarkCouplings),
            Parameter("reach.events", "signal events that the reach asks for", \.requiredEvents, range: 1e-6...1e15),
            Parameter("gminus2", "measurement that defines the favoured band", \.magneticMoment),
            Parameter(
                "constants.inverse-alpha", "1/α of the photon's coupling", \.particles.inverseFineStructure,
                range: 20...2000, role: .constant),
            Parameter(
                "constants.electron-mass", "electron mass", in: .energy, shownIn: "MeV", \.particles.electronMass,
                range: 1e-5...0.005, role: .constant),
            Parameter(
                "constants.muon-mass", "muon mass", in: .energy, shownIn: "MeV", \.particles.muonMass,
                range: 0.03...0.3,
                role: .constant),
            Parameter(
                "constants.tau-mass", "tau mass", in: .energy, shownIn: "MeV", \.particles.tauMass, range: 0.5...5,
                role: .constant),
            Parameter(
                "constants.sin2-theta-w", "sin² of the weak mixing angle", \.particles.weakMixingAngleSquared,
                range: 0.01...0.99, role: .constant),
            Parameter(
                "grid.mass-min", "smallest mass of the scans", in: .energy, shownIn: "MeV", \.massGrid.lower,
                range: gridMasses, role: .sampling),
            Parameter(
                "grid.mass-max", "largest mass of the scans", in: .energy, shownIn: "MeV", \.massGrid.upper,
                range: gridMasses, role: .sampling),
            Parameter("grid.masses", "masses in the scans", \.massGrid.count, range: counts),
            Parameter("grid.angles", "angles in the figure of the elastic bound", \.angleCount, range: counts),
            Parameter("grid.energies", "points of the electron's spectrum", \.spectrumCount, range: counts),
            Parameter(
                "landscape.mass-min", "smallest mass of the landscape", in: .energy, shownIn: "MeV",
                \.landscape.masses.lower, range: gridMasses, role: .sampling),
            Parameter(
                "landscape.mass-max", "largest mass of the landscape", in: .energy, \.landscape.masses.upper,
                range: gridMasses, role: .sampling),
            Parameter("landscape.masses", "masses of the landscape", \.landscape.masses.count, range: counts),
            Parameter(
                "landscape.beam-energy", "second beam energy of MUonE's reach", in: .energy,
                \.landscape.secondBeamEnergy,
                range: beams),
            Parameter(
                "ccfr.energy", "neutrino energy of CCFR's cross section", in: .energy, \.landscape.ccfrEnergy,
                range: neutrinoBeams),
            Parameter(
                "charm2.energy", "neutrino energy of CHARM-II's cross section", in: .energy, \.landscape.charmIIEnergy,
                range: neutrinoBeams),
            Parameter(
                "mixing.tree-level", "kinetic mixing beside that of the loop", \.landscape.treeLevelMixing,
                range: (-1)...1),
            Parameter(
                "borexino.excess", "allowed excess of Borexino's rate", \.landscape.borexinoExcess, range: 1e-6...1e3),
            Parameter(
                "neutrinos.decoupling-temperature", "temperature at which neutrinos decouple", in: .energy,
                shownIn: "MeV",
                \.landscape.decouplingTemperature, range: 1e-4...1),
            Parameter("na62.background", "background events B of NA62", \.landscape.kaonBackground, range: 0...1e15),
            Parameter(
                "na62.systematic", "relative uncertainty κ of that background", \.landscape.kaonSystematic,
                range: 0...1e3),
            Parameter(
                "dark-matter.ratio", "mass of the boson over that of dark matter", \.landscape.darkMatterRatio,
                range: darkMatterRatios),
        ] + detectorParameters + estimateParameters + [
            Parameter("figures.style", "what all figures are drawn for", \.figureStyle, role: .drawing)
        ]
}
