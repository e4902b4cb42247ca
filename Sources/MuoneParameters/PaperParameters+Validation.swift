import BeamPhysics
import ElasticPhysics
import Foundation
import Kinematics
import PaperKit
import Reference
import SignalPhysics
import TridentPhysics

extension PaperParameters {
    /// Refuses what no physics can be computed for. The ranges of single parameters are checked before.
    public func validate() throws {
        guard particles.electronMass < particles.muonMass, particles.muonMass < particles.tauMass else {
            throw outOfRange(
                "constants.muon-mass", "between those of the electron and the tau: the leptons keep their order")
        }
        guard beamEnergy > particles.muonMass else {
            throw outOfRange("beam.energy", "larger than the muon's mass")
        }
        let elastic = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        guard minimumMuonAngle >= 0, minimumMuonAngle < .pi / 2 else {
            throw outOfRange("cuts.theta", "at least 0 and below 90 degrees")
        }
        guard minimumElectronEnergy >= particles.electronMass else {
            throw outOfRange("cuts.electron-min", "at least the electron's mass")
        }
        guard maximumElectronEnergy > minimumElectronEnergy else {
            throw outOfRange("cuts.electron-max", "larger than cuts.electron-min")
        }
        // The elastic channel counts from there, in bins up to the largest recoil.
        guard elastic.maximumRecoil > ElasticBins.smallestRecoil else {
            throw outOfRange(
                "beam.energy",
                String(
                    format: "so large that elastic electrons get more than %.4g GeV; this beam gives them %.4g GeV",
                    ElasticBins.smallestRecoil, elastic.maximumRecoil))
        }
        for (name, mass) in [("light.mass", light.mass), ("heavy.mass", heavy.mass)] where mass >= elastic.thresholdMass
        {
            throw outOfRange(
                name, String(format: "below %.6g MeV, the threshold of the reaction", elastic.thresholdMass * 1e3))
        }
        for (name, mass) in [("light.mass", light.mass), ("heavy.mass", heavy.mass)]
        where mass < NeutrinoTrident.smallestMass {
            throw outOfRange(
                name,
                String(
                    format: "at least %.4g MeV, the lightest boson that neutrino tridents are computed for",
                    NeutrinoTrident.smallestMass * 1e3))
        }
        guard massGrid.upper > massGrid.lower else { throw outOfRange("grid.mass-max", "larger than grid.mass-min") }
        guard landscape.masses.upper > landscape.masses.lower else {
            throw outOfRange("landscape.mass-max", "larger than landscape.mass-min")
        }
        guard landscape.darkMatterRatio > 2 else {
            throw outOfRange("dark-matter.ratio", "larger than 2: below, the boson's resonance or its own pairs decide")
        }
        guard landscape.secondBeamEnergy > particles.muonMass else {
            throw outOfRange("landscape.beam-energy", "larger than the muon's mass")
        }
    }

    /// What a reader must know of these parameters although they are allowed; empty for the published ones.
    public func warnings() throws -> [String] {
        let kaons = KaonProjection.na62.with(
            backgroundEvents: landscape.kaonBackground, relativeSystematic: landscape.kaonSystematic)
        return try [
            elasticWarning(beam: "beam.energy", beamEnergy),
            elasticWarning(beam: "landscape.beam-energy", landscape.secondBeamEnergy),
            signalWarning(beam: "beam.energy", beamEnergy),
            signalWarning(beam: "landscape.beam-energy", landscape.secondBeamEnergy), kaons.warning,
        ].compactMap(\.self)
    }

    private func elasticWarning(beam: String, _ energy: Double) throws -> String? {
        let elastic = try ElasticKinematics(beamEnergy: energy, inputs: particles)
        let safe = elastic.largestMuonAngle(belowElectronEnergy: maximumElectronEnergy)
        guard minimumMuonAngle < safe else { return nil }
        return String(
            format: "cuts.theta = %.4g mrad lets elastic events in: with E_e < %.4g GeV the muon of an elastic "
                + "event reaches %.4g mrad at a beam of %.4g GeV (%@). The reach assumes no background and does not "
                + "hold; raise cuts.theta above %.4g mrad or lower cuts.electron-max.",
            minimumMuonAngle * 1e3, maximumElectronEnergy, safe * 1e3, energy, beam, safe * 1e3)
    }

    /// Whether the selection leaves no phase space for even the lightest boson of the scans.
    private func signalWarning(beam: String, _ energy: Double) throws -> String? {
        let lightest = min(massGrid.lower, light.mass, heavy.mass)
        let emission = ZPrimeProduction(inputs: particles, beamEnergy: energy, mass: lightest, coupling: 1)
        guard try !emission.hasPhaseSpace(cuts) else { return nil }
        return String(
            format: "no signal event passes the selection at a beam of %.4g GeV (%@): with cuts.theta = %.4g mrad and "
                + "%.4g GeV < E_e < %.4g GeV not even a boson of %.4g MeV can be made. Events are zero, and the figures "
                + "say that there is no signal; lower cuts.theta.",
            energy, beam, minimumMuonAngle * 1e3, minimumElectronEnergy, maximumElectronEnergy, lightest * 1e3)
    }
}
