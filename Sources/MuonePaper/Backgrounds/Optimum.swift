import BuildGraph
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SearchPhysics

/// Cuts that minimise the expected limit, for several assumptions and masses.
struct Optimum {
    /// What the search is optimised for.
    enum Assumption: String, CaseIterable, Codable, Sendable {
        /// The parameters' own veto.
        case own
        /// The same with coherent kicks alone.
        case coherent
        /// A veto that is a hundred times worse.
        case worse

        var label: String {
            switch self {
            case .own: "$\\varepsilon$"
            case .coherent: "$\\varepsilon$, coherent kicks"
            case .worse: "$100\\,\\varepsilon$"
            }
        }

        func scenario(_ p: PaperParameters) -> SearchScenario {
            var scenario = SearchScenario(
                particles: p.particles, beamEnergy: p.beamEnergy, luminosity: p.luminosity, detector: p.detector.model,
                separation: p.detector.separation, vetoInefficiency: p.detector.vetoInefficiency,
                uncertainty: p.detector.backgroundUncertainty)
            if self == .coherent { scenario.isIncoherent = false }
            if self == .worse { scenario.vetoInefficiency = min(1, 100 * scenario.vetoInefficiency) }
            return scenario
        }
    }

    /// An optimum and the limit that is found with it on samples of its own.
    struct Row: Codable, Sendable {
        var assumption: Assumption
        /// GeV.
        var mass: Double
        var optimum: OptimisedCuts
        var found: CutYields
    }

    let rows: Node<[Row]>

    /// GeV.
    static let masses = [0.010, 0.100, 0.200]

    init(_ p: PaperParameters) {
        let benchmarks = Self.masses.map { Benchmark(mass: $0, coupling: MeasuredSignals.coupling) }
        func name(_ mass: Double) -> String { "\(decimal(mass * 1e3))MeV" }
        let signals = benchmarks.map { benchmark in
            Node(
                "search/optimum/signal-\(name(benchmark.mass))",
                SignalTable(scenario: Assumption.own.scenario(p), benchmark: benchmark))
        }
        let leak = Node("search/optimum/leak", LeakTable(scenario: Assumption.own.scenario(p)))
        let photons = Node("search/optimum/photons", PhotonTable(scenario: Assumption.own.scenario(p)))
        let kicks = (
            all: Node("search/optimum/kicks", KickTable(scenario: Assumption.own.scenario(p))),
            coherent: Node(
                "search/optimum/kicks-coherent", KickTable(scenario: Assumption.coherent.scenario(p)))
        )
        let rows = Assumption.allCases.flatMap { assumption in
            zip(benchmarks, signals).map { benchmark, signal in
                let id = "search/optimum/\(assumption.rawValue)-\(name(benchmark.mass))"
                let optimum = Node(
                    id, OptimiseCuts(scenario: assumption.scenario(p), benchmark: benchmark), from: signal,
                    assumption == .coherent ? kicks.coherent : kicks.all, photons, leak)
                let cuts = Node("\(id)-cuts", from: optimum) { $0.cuts }
                let separated = Node(
                    "\(id)-photons",
                    SeparatedPhotonEvents(scenario: assumption.scenario(p), points: 1024), from: cuts)
                let found = Node(
                    "\(id)-limit", LimitWithCuts(scenario: assumption.scenario(p), benchmark: benchmark), from: cuts,
                    separated)
                return Node(
                    "\(id)-row", from: optimum, found, parameters: Setup(assumption: assumption, mass: benchmark.mass)
                ) { setup, optimum, found in
                    Row(assumption: setup.assumption, mass: setup.mass, optimum: optimum, found: found)
                }
            }
        }
        self.rows = Node("search/optimum", collecting: rows)
    }

    private struct Setup: Codable, Sendable {
        var assumption: Assumption
        var mass: Double
    }

    /// Rows: assumption, mass, cuts with the ranges within which the limit is at most 5 % worse, limit.
    var table: Passage {
        Passage("table/search/optimum", from: rows) { rows in
            try rows.map { row in
                let (cuts, optimum) = (row.optimum.cuts, row.optimum)
                func range(_ value: Double, _ range: ClosedRange<Double>, _ factor: Double = 1) -> String {
                    "$\(decimal(value * factor, digits: 3))$ ($\(decimal(range.lowerBound * factor, digits: 3))$"
                        + "--$\(decimal(range.upperBound * factor, digits: 3))$)"
                }
                return [
                    row.assumption.label, decimal(row.mass * 1e3),
                    range(cuts.minimumMuonAngle, optimum.muonAngles, 1e3),
                    "$\(decimal(cuts.minimumElectronEnergy))$--$\(decimal(cuts.maximumElectronEnergy))$",
                    cuts.maximumRatio.map { range($0, optimum.ratios) } ?? "--",
                    try SearchReach.number(row.found.coupling, digits: 2) + (optimum.edges.isEmpty ? "" : "$^*$"),
                ].joined(separator: " & ") + " \\\\"
            }.joined(separator: "\n  ")
        }
    }
}
