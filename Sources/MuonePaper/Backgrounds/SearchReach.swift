import BuildGraph
import DetectorPhysics
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import RadiativePhysics
import SearchPhysics
import SignalPhysics

/// The expected limits of the scenarios.
struct SearchReach {
    let backgrounds: [(scenario: ReachScenario, events: Node<Estimate>)]
    let limits: [(scenario: ReachScenario, events: Node<Estimate>)]
    let curves: Node<[ScenarioCurve]>
    private let p: PaperParameters
    private let atBenchmarks: Node<[BenchmarkLimits]>

    /// The limit of a scenario at the masses of the benchmarks; nil where there is no signal.
    struct BenchmarkLimits: Codable, Sendable {
        var light: Estimate?
        var heavy: Estimate?
    }

    /// - Parameters:
    ///   - reach: the coupling of the required events, over the mass, without background.
    ///   - atBenchmarks: the same at the benchmarks' masses.
    init(
        radiative: RadiativeBackground, kicked: KickedBackground, elastic: ElasticBackground,
        further: FurtherBackgrounds, signals: MeasuredSignals, reach: Node<Curve>,
        atBenchmarks: (light: Node<Estimate?>, heavy: Node<Estimate?>), _ p: PaperParameters
    ) {
        self.p = p
        let detector = p.detector
        // What the calorimeter lets in, whatever the electron's angle: an electron of too much energy has a smaller one.
        let leaked = Node(
            "search/background/leaked", from: radiative.leaks.own, elastic.leak, elastic.tail
        ) { $0 + $1 + $2 }
        let missed = Node(
            "search/background/missed", from: radiative.separated, parameters: detector.vetoInefficiency
        ) { share, separated in separated.scaled(by: share) }
        let unseen = Node("search/background/unseen", from: radiative.separated, further.leastInefficiency) {
            $0 * $1
        }
        func background(_ scenario: ReachScenario) -> Node<Estimate> {
            let name = "search/background/\(scenario.rawValue)"
            return switch scenario {
            case .noBackground: Node(name, parameters: scenario) { _ in .exact(0) }
            case .window: Node(name, from: missed, leaked, kicked.all) { $0 + $1 + $2 }
            case .ratio: Node(name, from: missed, leaked, kicked.survivors) { $0 + $1 + $2 }
            case .spectrometer: Node(name, from: missed, leaked) { $0 + $1 }
            case .matterVeto: Node(name, from: unseen, leaked) { $0 + $1 }
            }
        }
        let backgrounds = ReachScenario.allCases.map { (scenario: $0, events: background($0)) }
        let limits = backgrounds.map { scenario, events in
            (
                scenario: scenario,
                events: Node(
                    "search/limit/\(scenario.rawValue)",
                    ExpectedSignalLimitOn(uncertainty: detector.backgroundUncertainty), from: events)
            )
        }
        (self.backgrounds, self.limits) = (backgrounds, limits)

        // The share of the signal that the electron's angle keeps.
        let masses = LogarithmicGrid(lower: p.massGrid.lower, upper: min(p.massGrid.upper, 0.25), count: 12).points
        let kept = Node(
            "search/kept",
            from: Node(
                "search/kept-points",
                collecting: masses.enumerated().map { index, mass in
                    Node(
                        "search/kept-\(index)",
                        VetoEfficiency(
                            signal: MeasuredSignals.signal(mass, MeasuredSignals.coupling, p),
                            ratioMaximum: detector.largestRatio, points: 2048))
                }), parameters: masses
        ) { masses, shares in Curve(x: masses, estimates: shares) }
        func curve(_ scenario: ReachScenario, _ limit: Node<Estimate>) -> Node<ScenarioCurve> {
            let name = "search/reach/\(scenario.rawValue)"
            let setup = CurveSetup(scenario: scenario, requiredEvents: p.requiredEvents)
            return scenario == .ratio
                ? Node(name, from: reach, limit, kept, parameters: setup) { $0.curve($1, limit: $2, kept: $3) }
                : Node(name, from: reach, limit, parameters: setup) { $0.curve($1, limit: $2) }
        }
        curves = Node(
            "search/reach", collecting: limits.map { curve($0.scenario, $0.events) })
        self.atBenchmarks = Node(
            "search/at-benchmarks",
            collecting: limits.map { scenario, limit in
                Node(
                    "search/at-benchmarks-\(scenario.rawValue)", from: limit, atBenchmarks.light, atBenchmarks.heavy,
                    signals.ratio.light, signals.ratio.heavy,
                    parameters: CurveSetup(scenario: scenario, requiredEvents: p.requiredEvents)
                ) { setup, limit, light, heavy, keptLight, keptHeavy in
                    BenchmarkLimits(
                        light: light.map { setup.coupling($0, limit: limit, kept: keptLight) },
                        heavy: heavy.map { setup.coupling($0, limit: limit, kept: keptHeavy) })
                }
            })
    }

    private struct CurveSetup: Codable, Sendable {
        var scenario: ReachScenario
        var requiredEvents: Double

        /// The coupling grows with the root of the events, and the events that pass are fewer.
        func coupling(_ own: Estimate, limit: Estimate, kept: Estimate) -> Estimate {
            let share = scenario == .ratio ? kept : .exact(1)
            return own * (limit / (requiredEvents * share)).squareRoot()
        }

        func curve(_ reach: Curve, limit: Estimate) -> ScenarioCurve {
            ScenarioCurve(
                scenario: scenario,
                curve: reach.mapY { $0 * (limit / requiredEvents).squareRoot() })
        }

        /// Where the share that is kept is known.
        func curve(_ reach: Curve, limit: Estimate, kept: Curve) -> ScenarioCurve {
            let points = kept.x.indices.compactMap { index -> (Double, Estimate)? in
                guard kept.y[index] > 0, let own = reach.interpolated(at: kept.x[index]) else { return nil }
                return (kept.x[index], coupling(own, limit: limit, kept: kept.estimate(at: index)))
            }
            return ScenarioCurve(
                scenario: scenario, curve: Curve(x: points.map(\.0), estimates: points.map(\.1)))
        }
    }

    /// Rows: scenario, events of background, limits at the benchmarks' masses.
    @ListBuilder<SectionPart>
    var parts: [SectionPart] {
        Passage(
            "table/search/scenarios",
            Node(
                "texts/search/scenarios",
                from: Node("texts/search/backgrounds", collecting: backgrounds.map(\.events)), atBenchmarks,
                parameters: backgrounds.map(\.scenario)
            ) { scenarios, backgrounds, limits in
                try paired(try paired(scenarios, backgrounds), limits).map { row, limits in
                    let couplings = try [limits.light, limits.heavy].map { try Self.number($0, digits: 2) }
                    return ([row.0.label, try Self.number(row.1, digits: 2)] + couplings).joined(separator: " & ")
                        + " \\\\"
                }.joined(separator: "\n  ")
            })
        for (scenario, events) in backgrounds where scenario != .noBackground {
            Quantity(
                ResultID("search/background/{scenario}", scenario.rawValue),
                "background events, scenario \(scenario.rawValue)", in: .events, .digits(2), from: events)
        }
    }

    /// The value to two digits of its error.
    static func withError(_ estimate: Estimate) throws -> String {
        "$\(try ErrorNotation(estimate).texText)$"
    }

    /// A dash where there is nothing.
    static func number(_ estimate: Estimate?, digits: Int) throws -> String {
        guard let estimate else { return "--" }
        return "$\(try CertifiedDecimal(estimate, significantDigits: digits).texText)$"
    }
}
