import Computing
import DetectorPhysics
import KickPhysics
import Kinematics
import NumericalMethods
import Reference
import SignalPhysics

/// The signal's cross section within all cuts of a scan, fb.
package struct SignalTable: Computation {
    package var scenario: SearchScenario
    package var benchmark: Benchmark
    package var scan: CutScan
    /// Of each replica.
    package var points: Int

    package init(scenario: SearchScenario, benchmark: Benchmark, scan: CutScan = .standard, points: Int = 8192) {
        self.scenario = scenario
        self.benchmark = benchmark
        self.scan = scan
        self.points = points
    }

    package func compute(_ input: ()) throws -> SelectionTable {
        try scenario.validate()
        try scan.validate()
        let elastic = try scenario.elastic.kinematics()
        let sampler = SignalEventSampler(
            try SignalSampler(scenario.signal(benchmark).production, region: scenario.region(scan.widest)),
            measuredBy: EventDetector(scenario.detector, seed: 1))
        return SelectionTable(
            scan,
            bins: try SelectionTable.filled(
                scan, from: sampler, points: points * Refinement.factor, elastic: elastic, name: "SignalTable"))
    }
}

/// Kicked elastic events within all cuts of a scan, fb.
///
/// Each range of the ratio is filled from a sample whose electrons are aimed a little above its upper end: aimed below, few
/// events of large weights would make up the rest.
package struct KickTable: Computation {
    package var scenario: SearchScenario
    package var scan: CutScan
    /// Of each replica of each sample.
    package var points: Int
    /// The ratios that electrons are aimed at, ascending, each for cuts that lie at least 0.05 below; nothing is aimed for
    /// cuts beyond.
    package var aims: [Double]

    private static let margin = 0.05

    package init(
        scenario: SearchScenario, scan: CutScan = .standard, points: Int = 8192,
        aims: [Double] = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    ) {
        self.scenario = scenario
        self.scan = scan
        self.points = points
        self.aims = aims
    }

    package func compute(_ input: ()) throws -> SelectionTable {
        try scenario.validate()
        try scan.validate()
        let elastic = try scenario.elastic.kinematics()
        let settings = scenario.kicks(scan.widest)
        var bins = [Estimate](repeating: .exact(0, as: .statistical), count: scan.bins)
        var start = 0
        for aim in aims.map(Optional.some) + [nil] {
            let last = (aim ?? .infinity) - Self.margin
            let end = scan.ratios.firstIndex { $0 > last + 1e-9 } ?? scan.ratios.count
            guard start < end else { continue }
            let sampler = try KickedEventSampler(settings, ratioMaximum: aim, seed: 1)
            let filled = try SelectionTable.filled(
                scan, from: sampler, points: points * Refinement.factor, elastic: elastic,
                name: "KickTable/\(aim ?? 0)")
            for bin in bins.indices where (start..<end).contains(bin % scan.ratios.count) { bins[bin] = filled[bin] }
            start = end
        }
        return SelectionTable(scan, bins: bins)
    }
}

/// Elastic events that the energy resolution lets into all windows of a scan, fb, by quadrature. Their ratio is not looked at, so
/// that they count more than they are where it is cut on.
package struct LeakTable: Computation {
    package var scenario: SearchScenario
    package var scan: CutScan

    package init(scenario: SearchScenario, scan: CutScan = .standard) {
        self.scenario = scenario
        self.scan = scan
    }

    package func compute(_ input: ()) throws -> SelectionTable {
        try scenario.validate()
        try scan.validate()
        var elastic = scenario.elastic
        elastic.luminosity = 1
        var bins = [Estimate](repeating: .exact(0, as: .bound), count: scan.bins)
        for energy in 0..<scan.energies.count - 1 {
            var beyond = Estimate.exact(0, as: .bound)
            for angle in stride(from: scan.muonAngles.count - 1, through: 0, by: -1) {
                let window = SelectionCuts(
                    minimumMuonAngle: scan.muonAngles[angle], minimumElectronEnergy: scan.energies[energy],
                    maximumElectronEnergy: scan.energies[energy + 1])
                let events = try LeakedElasticEvents(
                    elastic: elastic, resolution: scenario.detector.energyResolution,
                    angularResolution: scenario.detector.angularResolution, cuts: window
                ).compute(())
                bins[SelectionTable.number(scan, angle, energy, 0)] = events - beyond
                beyond = events
            }
        }
        return SelectionTable(scan, bins: bins)
    }
}
