import Foundation
import PaperKit
import Units

extension PaperParameters {
    private static let shares = 1e-15...1.0

    /// The apparatus.
    static let detectorParameters: [Parameter<PaperParameters>] = [
        Parameter(
            "detector.energy-resolution", "constant part of the calorimeter's resolution", \.detector.energyResolution,
            range: 1e-4...0.5, orZero: true),
        Parameter(
            "detector.stochastic", "stochastic part, over the root of the energy in GeV",
            \.detector.stochasticResolution, range: 1e-4...0.5, orZero: true),
        Parameter(
            "detector.low-energy-tail", "probability that the calorimeter loses most of an electron's energy",
            \.detector.lowEnergyTail, range: shares, orZero: true),
        Parameter(
            "detector.angular-resolution", "resolution of a track's angle, a projection", in: .angle, shownIn: "mrad",
            \.detector.angularResolution, range: 1e-9...1e-4, orZero: true),
        Parameter(
            "detector.muon-resolution", "relative resolution of a muon spectrometer", \.detector.muonResolution,
            range: 1e-5...0.5, orZero: true),
        Parameter(
            "detector.beam-spread", "relative spread of the beam's momentum", \.detector.beamSpread, range: 1e-5...0.2,
            orZero: true),
        Parameter(
            "detector.ratio-max", "largest electron angle over the elastic one at its energy",
            \.detector.largestRatio, range: 0.2...2),
        Parameter(
            "detector.separation", "angle from which electron and photon are told apart", in: .angle, shownIn: "mrad",
            \.detector.separation, range: 1e-5...0.01),
        Parameter(
            "detector.veto-inefficiency", "share of separated photons that the veto misses",
            \.detector.vetoInefficiency, range: shares, orZero: true),
        Parameter(
            "detector.stations", "stations with a target each", \.detector.stations, range: 1...1000, role: .condition),
        Parameter("detector.pitch", "distance of two stations", in: .length, \.detector.pitch, range: 0.01...100),
        Parameter(
            "detector.target-thickness", "thickness of one target", in: .length, shownIn: "mm",
            \.detector.targetThickness, range: 1e-5...1),
        Parameter(
            "detector.sensor-thickness", "thickness of one silicon sensor", in: .length, shownIn: "um",
            \.detector.sensorThickness, range: 1e-5...0.01),
        Parameter(
            "detector.sensors", "silicon sensors in a station", \.detector.sensors, range: 0...1000, role: .condition),
        Parameter(
            "detector.calorimeter-side", "side of the square calorimeter", in: .length, \.detector.calorimeterSide,
            range: 0.05...100),
        Parameter(
            "detector.small-calorimeter-side", "side of the calorimeter of the test run", in: .length, shownIn: "cm",
            \.detector.smallCalorimeterSide, range: 0.05...100),
        Parameter(
            "detector.calorimeter-depth", "depth of the calorimeter in radiation lengths",
            \.detector.calorimeterDepth, range: 0.1...1000),
        Parameter("grid.events", "unweighted signal events", \.detector.eventCount, range: 10_000...100_000_000),
        Parameter(
            "search.background-uncertainty", "relative uncertainty of the background",
            \.detector.backgroundUncertainty, range: 1e-6...10, orZero: true),
    ]

    /// What the estimates assume.
    static let estimateParameters: [Parameter<PaperParameters>] = [
        Parameter(
            "estimates.photon-nucleon", "cross section of real photons on a nucleon", in: .crossSection, shownIn: "ub",
            \.detector.estimates.photonNucleonCrossSection, range: 1...1e15),
        Parameter(
            "estimates.rho-mass", "mass of the photon's form factor", in: .energy, \.detector.estimates.rhoMass,
            range: 0.1...10),
        Parameter(
            "estimates.pion-misidentification", "share of hadronic events taken for one electron",
            \.detector.estimates.pionMisidentification, range: shares),
        Parameter(
            "estimates.multiplicity", "share of events with more tracks that pass as one",
            \.detector.estimates.multiplicityInefficiency, range: shares),
        Parameter(
            "estimates.unseen-lepton", "largest energy of a lepton that leaves no track", in: .energy, shownIn: "MeV",
            \.detector.estimates.unseenLeptonEnergy, range: 1e-3...1),
        Parameter(
            "estimates.unrecovered-radiation", "share of radiated energy that the calorimeter does not add",
            \.detector.estimates.unrecoveredRadiation, range: shares),
        Parameter(
            "estimates.unseen-photonuclear", "share of photonuclear reactions that the veto does not see",
            \.detector.estimates.unseenPhotonuclear, range: shares),
        Parameter(
            "beam.rate", "muons a second", in: .rate, \.detector.estimates.beamRate, range: 1...1e12),
        Parameter(
            "beam.crossing", "time in which two muons are taken for one event", in: .time, shownIn: "ns",
            \.detector.estimates.crossingTime, range: 1e-12...1e-3),
        Parameter(
            "beam.spot-width", "width of the beam's spot", in: .length, shownIn: "mm", \.detector.estimates.spotWidth,
            range: 1e-6...1),
        Parameter(
            "beam.spot-height", "height of the beam's spot", in: .length, shownIn: "mm",
            \.detector.estimates.spotHeight, range: 1e-6...1),
        Parameter(
            "estimates.vertex-match", "distance within which two vertices are one", in: .length, shownIn: "mm",
            \.detector.estimates.vertexMatch, range: 1e-9...1),
    ]
}
