import Computing
import Kinematics
import NumericalMethods
import RadiativePhysics
import SignalPhysics

/// Events of μ e → μ e γ whose photon is separated from the electron, before a veto.
struct SeparatedPhotons {
    let scenario: SearchScenario
    /// GeV: with less, an event is an elastic one and counted among those that leak.
    private static let smallestEnergy = 1.0
    /// How many events outside of the cuts are generated, in true variables, for one that lies within.
    private static let emphasisOutside = 0.02

    func sampler(_ window: SelectionCuts, seed: UInt64) throws -> RadiativeEventSampler {
        let region = RadiativeCuts(
            scenario.region(window), minimumPhotonEnergy: Self.smallestEnergy, minimumSeparation: scenario.separation)
        let process = RadiativeProcess(
            particles: scenario.particles, beamEnergy: scenario.beamEnergy, beam: scenario.beam)
        // Most of what is generated around the cuts are soft photons of elastic events, few of which come to be measured within.
        let wanted = RadiativeCuts(window)
        let sampler = try RadiativeSampler(process, region: region) {
            wanted.accepts($0) ? 1 : Self.emphasisOutside
        }
        return RadiativeEventSampler(sampler, measuredBy: EventDetector(scenario.detector, seed: seed))
    }
}

/// Events with separated photons within all cuts of a scan, before the veto, fb.
package struct PhotonTable: Computation {
    package var scenario: SearchScenario
    package var scan: CutScan
    /// Of each replica.
    package var points: Int

    package init(scenario: SearchScenario, scan: CutScan = .standard, points: Int = 8192) {
        self.scenario = scenario
        self.scan = scan
        self.points = points
    }

    package func compute(_ input: ()) throws -> SelectionTable {
        try scenario.validate()
        try scan.validate()
        let sampler = try SeparatedPhotons(scenario: scenario).sampler(scan.widest, seed: 1)
        return SelectionTable(
            scan,
            bins: try SelectionTable.filled(
                scan, from: sampler, points: points * Refinement.factor, elastic: scenario.elastic.kinematics(),
                name: "PhotonTable"))
    }
}

/// Events with separated photons within cuts, before the veto.
package struct SeparatedPhotonEvents: Computation {
    package var scenario: SearchScenario
    /// Of each replica.
    package var points: Int

    package init(scenario: SearchScenario, points: Int = 8192) {
        self.scenario = scenario
        self.points = points
    }

    package func compute(_ cuts: MeasuredCuts) throws -> Estimate {
        try scenario.validate()
        let elastic = try scenario.elastic.kinematics()
        let sampler = try SeparatedPhotons(scenario: scenario).sampler(cuts.window, seed: 2)
        let selection = cuts.selection
        return try sampler.sums(1, points: points * Refinement.factor, name: "SeparatedPhotonEvents") {
            event, weight, sums in
            sums[0] += weight * selection.share(of: event, elastic)
        }[0].scaled(by: scenario.luminosity)
    }
}
