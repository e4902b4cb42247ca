import Computing
import NumericalMethods
import Reference

/// The cuts of a scan with the smallest expected limit on the coupling: g₁ √(s₉₅(B)/S) with S signal events at the coupling g₁,
/// and B kicked, unvetoed and leaked events.
///
/// B is taken one statistical error larger, so that no cuts are chosen for a background that the samples happen to miss.
package struct OptimiseCuts: Computation {
    package var scenario: SearchScenario
    package var benchmark: Benchmark
    /// Whether an optimum at an end of the scan is an error or only said.
    package var refusesEdges: Bool

    package init(scenario: SearchScenario, benchmark: Benchmark, refusesEdges: Bool = false) {
        self.scenario = scenario
        self.benchmark = benchmark
        self.refusesEdges = refusesEdges
    }

    /// By which the limit may grow within the ranges that are given for each cut.
    private static let tolerance = 1.05

    /// - Parameter input: the tables of the signal, kicked events, separated photons before the veto, and leaked ones.
    package func compute(
        _ input: (SelectionTable, SelectionTable, SelectionTable, SelectionTable)
    ) throws -> OptimisedCuts {
        try scenario.validate()
        let objective = try Objective(scenario, benchmark, input)
        let scan = input.0.scan
        var best: (choice: CutScan.Choice, coupling: Double)?
        for angle in scan.muonAngles.indices {
            for lower in 0..<scan.energies.count - 1 {
                for upper in lower + 1..<scan.energies.count {
                    for ratio in scan.ratios.indices {
                        let choice = CutScan.Choice(muonAngle: angle, lower: lower, upper: upper, ratio: ratio)
                        guard let coupling = objective.coupling(choice) else { continue }
                        if coupling < best?.coupling ?? .infinity { best = (choice, coupling) }
                    }
                }
            }
        }
        guard let best else { throw OptimisationError.noSignal(mass: benchmark.mass) }
        let edges = Self.edges(best.choice, scan)
        if refusesEdges, !edges.isEmpty { throw OptimisationError.onEdge(cuts: edges) }
        return try result(best.choice, best.coupling, objective, scan, edges: edges)
    }

    /// The cuts at an end of what was scanned.
    private static func edges(_ choice: CutScan.Choice, _ scan: CutScan) -> [String] {
        var edges: [String] = []
        if choice.muonAngle == 0 || choice.muonAngle == scan.muonAngles.count - 1 { edges.append("muon angle") }
        if choice.lower == 0 { edges.append("smallest electron energy") }
        if choice.upper == scan.energies.count - 1 { edges.append("largest electron energy") }
        if choice.ratio == 0 || choice.ratio == scan.ratios.count - 1 { edges.append("ratio of angles") }
        return edges
    }

    private func result(
        _ choice: CutScan.Choice, _ coupling: Double, _ objective: Objective, _ scan: CutScan, edges: [String]
    ) throws -> OptimisedCuts {
        /// The values of one cut, the others as they are, around the best one.
        func range(_ values: [Double], at best: Int, _ vary: (Int) -> CutScan.Choice?) -> ClosedRange<Double> {
            func isGood(_ index: Int) -> Bool {
                guard values.indices.contains(index), let varied = vary(index),
                    let found = objective.coupling(varied)
                else { return false }
                return found <= Self.tolerance * coupling
            }
            var (low, high) = (best, best)
            while isGood(low - 1) { low -= 1 }
            while isGood(high + 1) { high += 1 }
            return values[low]...values[high]
        }
        func varied(_ change: (inout CutScan.Choice) -> Void) -> CutScan.Choice? {
            var other = choice
            change(&other)
            return other.lower < other.upper ? other : nil
        }
        let widest = CutScan.Choice(
            muonAngle: 0, lower: 0, upper: scan.energies.count - 1, ratio: scan.ratios.count - 1)
        guard let widestCoupling = objective.coupling(widest) else {
            throw OptimisationError.noSignal(mass: benchmark.mass)
        }
        return OptimisedCuts(
            cuts: scan.cuts(choice), signal: objective.signal(choice), background: objective.background(choice),
            coupling: coupling, widestCoupling: widestCoupling,
            muonAngles: range(scan.muonAngles, at: choice.muonAngle) { index in varied { $0.muonAngle = index } },
            lowerEnergies: range(scan.energies, at: choice.lower) { index in varied { $0.lower = index } },
            upperEnergies: range(scan.energies, at: choice.upper) { index in varied { $0.upper = index } },
            ratios: range(scan.ratios, at: choice.ratio) { index in varied { $0.ratio = index } }, edges: edges)
    }

    /// The limit on the coupling as a function of the cuts.
    private struct Objective {
        private let tables:
            (signal: SelectionTable, kicks: SelectionTable, photons: SelectionTable, leak: SelectionTable)
        private let luminosity: Double
        private let inefficiency: Double
        private let limits: LimitTable
        private let benchmarkCoupling: Double

        init(
            _ scenario: SearchScenario, _ benchmark: Benchmark,
            _ tables: (SelectionTable, SelectionTable, SelectionTable, SelectionTable)
        ) throws {
            let (signal, kicks, photons, leak) = tables
            guard [kicks.scan, photons.scan, leak.scan].allSatisfy({ $0 == signal.scan }) else {
                throw OptimisationError.gridsDiffer
            }
            self.tables = (signal, kicks, photons, leak)
            luminosity = scenario.luminosity
            inefficiency = scenario.vetoInefficiency
            limits = try LimitTable(uncertainty: scenario.uncertainty)
            benchmarkCoupling = benchmark.coupling
        }

        func signal(_ choice: CutScan.Choice) -> Double { luminosity * tables.signal.value(choice) }

        func background(_ choice: CutScan.Choice) -> Double {
            let values =
                tables.kicks.value(choice) + inefficiency * tables.photons.value(choice) + tables.leak.value(choice)
            let errors = (tables.kicks.error(choice), inefficiency * tables.photons.error(choice))
            return luminosity * (values + (errors.0 * errors.0 + errors.1 * errors.1).squareRoot())
        }

        /// Nil without signal.
        func coupling(_ choice: CutScan.Choice) -> Double? {
            let signal = signal(choice)
            guard signal > 0 else { return nil }
            return benchmarkCoupling * (limits.limit(background: background(choice)) / signal).squareRoot()
        }
    }
}
