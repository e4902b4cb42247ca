import OscillationPhysics
import PaperKit

/// What a variant of the paper may change, in the kit's units: GeV, m, radians.
struct Parameters: ParameterSet {
    var experiment = LongBaseline(
        mixing: .nufit4, invertedSplitting32: -2.512e-21, length: 1285e3, density: 2.848, electronFraction: 0.5)
    var sampling = Sampling()

    /// Where curves and maps are sampled.
    struct Sampling: Codable, Hashable, Sendable {
        var energies = 240
        var mapEnergies = 89
        var mapPhases = 61
    }

    static let all: [Parameter<Parameters>] = [
        Parameter(
            "mixing.sin2-theta12", "squared sine of the mixing angle 12", \.experiment.mixing.sinSquared12,
            range: 0.01...0.99, role: .constant),
        Parameter(
            "mixing.sin2-theta13", "squared sine of the mixing angle 13", \.experiment.mixing.sinSquared13,
            range: 1e-6...0.5, role: .constant),
        Parameter(
            "mixing.sin2-theta23", "squared sine of the mixing angle 23", \.experiment.mixing.sinSquared23,
            range: 0.01...0.99, role: .constant),
        Parameter(
            "mixing.delta", "CP phase", in: .angle, shownIn: "deg", \.experiment.mixing.phase,
            range: 1e-9...(2 * .pi), orZero: true, role: .constant),
        Parameter(
            "splitting.21", "m2^2 - m1^2", in: .energySquared, shownIn: "eV2", \.experiment.mixing.splitting21,
            range: 1e-24...1e-21, role: .constant),
        Parameter(
            "splitting.31", "m3^2 - m1^2, normal ordering", in: .energySquared, shownIn: "eV2",
            \.experiment.mixing.splitting31, range: 5e-22...1e-19, role: .constant),
        Parameter(
            "splitting.32-inverted", "m3^2 - m2^2, inverted ordering", in: .energySquared, shownIn: "eV2",
            \.experiment.invertedSplitting32, range: -1e-19...(-5e-22), role: .constant),
        Parameter(
            "baseline", "from the source to the detector", in: .length, shownIn: "km", \.experiment.length,
            range: 100e3...12_000e3),
        Parameter(
            "density", "mean along the way", in: .density, \.experiment.density, range: 1e-3...20),
        Parameter(
            "electron-fraction", "electrons per nucleon", \.experiment.electronFraction, range: 0.1...1),
        Parameter("grid.energies", "energies of a curve", \.sampling.energies, range: 20...2000),
        Parameter("grid.map-energies", "energies of the map", \.sampling.mapEnergies, range: 9...400),
        Parameter("grid.map-phases", "phases of the map", \.sampling.mapPhases, range: 9...400),
    ]

    /// The phases that are shown, in the order of the legend.
    static let phases = [-Double.pi / 2, 0, Double.pi / 2]
}

extension NeutrinoMixing {
    /// NuFIT 4.0, normal ordering, with the atmospheric data of Super-Kamiokande: I. Esteban et al., JHEP 01 (2019) 106.
    static let nufit4 = NeutrinoMixing(
        sinSquared12: 0.310, sinSquared13: 0.02240, sinSquared23: 0.582, phase: 217 * .pi / 180,
        splitting21: 7.39e-23, splitting31: 2.525e-21)
}

extension PhysicalDimension {
    static let density = PhysicalDimension("density", unit: "g/cm3", others: ["kg/m3": 1e-3], magnitudes: 1e-6...1e3)
}

extension DisplayUnit {
    static let kilometre = DisplayUnit("km", factor: 1e3)
    static let kilometrePerEnergy = DisplayUnit("km/GeV", factor: 1e3)
    static let density = DisplayUnit("g/cm3", factor: 1)
}
