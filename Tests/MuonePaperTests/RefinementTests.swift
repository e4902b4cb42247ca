import ContentHash
import Foundation
import Reference
import Testing

@testable import BuildGraph
@testable import Landscape
@testable import MuoneCommon
@testable import NumericalMethods
@testable import PaperKit

/// Every quantity of `evaluate` at random points, against itself with rules of twice the order, scans of twice the density
/// and tables of twice the points.
@Suite("The stated error of a quantity")
struct RefinementTests {
    /// Those whose error is that of a sample, one standard deviation: a finer sample is another one. Second methods are
    /// compared with them instead (`BackgroundTests`).
    private static let monteCarlo: Set<String> = [
        "radiative-cross-section", "radiative-events", "radiative-merged-fraction", "radiative-leakage",
        "radiative-escape", "photon-acceptance", "veto-inefficiency", "kick-survivors", "veto-efficiency",
        "acoplanarity-efficiency", "neutrino-background", "missing-mass-resolution", "mass-precision",
        "coupling-precision",
    ]

    @Test("is that of a sample where it is excepted from this", arguments: ["radiative-cross-section"])
    func statistical(_ name: String) throws {
        let observable = try #require(Observable.listed.first { $0.name == name })
        #expect(try Self.estimates(observable, []).map(\.kind) == [.statistical])
        #expect(Self.monteCarlo.isSubset(of: Observable.listed.map(\.name)))
    }

    @Test(
        "covers the difference to a computation of twice the order or density",
        arguments: Observable.listed.map(\.name).filter { !monteCarlo.contains($0) })
    func covers(_ name: String) throws {
        let observable = try #require(Observable.listed.first { $0.name == name })
        var points = RandomPoints(observable)
        var found = 0
        for _ in 0..<(20 * Self.points(of: name)) where found < Self.points(of: name) {
            let assignments = points.next()
            // A point that an observable refuses is none.
            guard let own = try? Self.estimates(observable, assignments), !own.isEmpty else { continue }
            found += 1
            for factor in Self.factors(of: name) {
                let finer = try Refinement.with(factor: factor) {
                    try Self.estimates(observable, assignments)
                }
                #expect(own.count == finer.count)
                for (own, finer) in zip(own, finer) {
                    let difference = (own.value - finer.value).magnitude
                    #expect(
                        difference <= own.error,
                        "\(name) \(assignments.joined(separator: " ")): \(own.value) ± \(own.error), \(factor) times finer \(finer.value)"
                    )
                }
            }
        }
        #expect(found == Self.points(of: name), "\(name) had no value at most of the points: give it better ranges")
    }

    /// The work that a point takes decides how many there are; many more in a soak.
    private static func points(of name: String) -> Int {
        let usual: Int
        switch name {
        case "signal-fraction", "signal-events", "reach", "excluded", "electron-acceptance": usual = 1
        case "signal-cross-section", "thermal-coupling": usual = 3
        default: usual = 6
        }
        let soak = ProcessInfo.processInfo.environment["PAPERBUILD_SOAK"].flatMap(Int.init) ?? 1
        return usual * max(1, min(soak, 20))
    }

    private static func factors(of name: String) -> [Int] {
        switch name {
        case "signal-fraction", "signal-cross-section", "signal-events", "reach", "excluded", "electron-acceptance": [2]
        default: [2, 3]
        }
    }

    private static func estimates(_ observable: Observable, _ assignments: [String]) throws -> [Estimate] {
        let node = try Evaluation(observable, assignments).question.node
        if observable.name == "limit" {
            let found = try value(LimitAnswer.self, of: node).limit
            return [found?.coupling].compactMap(\.self)
        }
        guard observable.name == "excluded" else { return try value(Estimate?.self, of: node).map { [$0] } ?? [] }
        let verdicts = try value(ExcludedPoint.Verdicts.self, of: node)
        return verdicts.experiments.flatMap { [$0.limit, $0.ratio].compactMap(\.self) }
            + [verdicts.magneticMoment.shift, verdicts.magneticMoment.ratio].compactMap(\.self)
    }

    /// What is kept of the node behind `limit`.
    private struct LimitAnswer: Decodable {
        var limit: ExperimentLimit?
        var known: [String]
    }

    /// Runs a node and all that it needs in this thread, where ``Refinement`` is seen, and keeps nothing.
    private static func value<Output: Decodable>(_ type: Output.Type, of node: AnyNode) throws -> Output {
        let graph = try Graph([node])
        var results: [[UInt8]] = []
        for (next, inputs) in zip(graph.nodes, graph.inputs) {
            if next.kind == .file {
                let file = Package.folder.appending(path: next.name)
                results.append(Array(try Data(contentsOf: file)))
                continue
            }
            results.append(try next.core.run(inputs.map { results[$0] }))
        }
        let position = try #require(graph.position(of: node.name))
        return try CanonicalDecoder().decode(type, from: results[position])
    }

    @Test("is looked at by rules that are finer: integrals, scans, roots and tables change in the last digits")
    func refines() throws {
        let points = [
            "signal-cross-section mass=0.1GeV coupling=1e-3", "trident-limit experiment=ccfr mass=0.1GeV",
            "beam-dump-limit experiment=na64mu mass=0.05GeV", "hadronic-moment",
            "thermal-coupling mass=0.5GeV dark-matter=majorana", "moment-precision",
            "elastic-chi2 model=lmu-ltau mass=0.1GeV coupling=0.01",
        ]
        for point in points {
            let parts = point.split(separator: " ").map(String.init)
            let observable = try #require(Observable.listed.first { $0.name == parts[0] })
            func value() throws -> Double {
                try #require(try Self.estimates(observable, Array(parts.dropFirst())).first).value
            }
            let finer = try Refinement.with(factor: 2) { try value() }
            #expect(try value() != finer, "\(point) knows nothing of a refinement")
        }
    }
}

/// Random arguments of an observable, from a fixed stream.
private struct RandomPoints {
    private let observable: Observable
    private let stream: RandomStream
    private var counter: UInt64 = 0

    init(_ observable: Observable) {
        self.observable = observable
        stream = RandomStream("refinement of \(observable.name)")
    }

    mutating func next() -> [String] {
        observable.arguments.compactMap { argument in
            if case .required = argument.fallback {} else if uniform() < 0.5 { return nil }
            return value(of: argument).map { "\(argument.name)=\($0)" }
        }
    }

    private mutating func uniform() -> Double {
        counter += 1
        return stream.uniform(at: counter)
    }

    private static let limits = [
        "ccfr", "charm2", "borexino-recast", "white-dwarfs", "electron-g-2", "na62", "na64mu-ww",
    ]

    private mutating func value(of argument: Observable.Argument) -> String? {
        switch argument.kind {
        case .choice(let names): return names[Int(uniform() * Double(names.count))]
        case .text:
            let names = Self.limits
            return (observable.name, argument.name) == ("limit", "name")
                ? names[Int(uniform() * Double(names.count))] : nil
        case .count: return String(1 + Int(uniform() * 60))
        case .number(let dimension), .bareNumber(let dimension):
            guard let range = range(of: argument.name) else { return nil }
            let size = range.lowerBound * pow(range.upperBound / range.lowerBound, uniform())
            let sign = Self.mayBeNegative(observable.name, argument.name) && uniform() < 0.7 ? -1.0 : 1
            let unit = dimension == .dimensionless ? "" : dimension.internalUnit.symbol
            return "\(sign * size)\(unit)"
        }
    }

    private static func mayBeNegative(_ observable: String, _ argument: String) -> Bool {
        ["q2", "t", "ratio"].contains(argument) && !observable.hasPrefix("thermal")
            || observable == "kinetic-mixing" && argument == "tree-level"
    }

    /// Where an argument is asked for, in internal units; nil leaves it out.
    private func range(of argument: String) -> ClosedRange<Double>? {
        switch (observable.name, argument) {
        case ("signal-cross-section", "mass"), ("signal-events", "mass"), ("signal-spectrum", "mass"),
            ("signal-fraction", "mass"), ("reach", "mass"), ("excluded", "mass"):
            0.005...0.25
        case ("electron-acceptance", "mass"), ("missing-energy-bound", "mass"), ("expected-limit", "mass"): 0.005...0.2
        case ("electron-acceptance", "side"): 0.1...1
        case ("electron-acceptance", "distance"): 1...40
        case ("elastic-leakage", "resolution"), ("leakage-electron-max", "resolution"): 0.04...0.1
        case ("elastic-leakage", "stochastic"): 0.01...0.2
        case ("elastic-leakage", "theta-resolution"), ("leakage-electron-max", "theta-resolution"): 1e-5...5e-5
        case ("leakage-electron-max", "events"): 1...100
        case ("kick-probability", "thickness"), ("kick-events", "thickness"): 1e-3...0.02
        case ("kick-probability", "energy"): 20...160
        case ("kick-probability", "theta"): 5e-4...3e-3
        case (_, "background"): 1...1e5
        case (_, "uncertainty"): 0.01...0.3
        case (_, "significance"): 2...6
        case ("beam-dump-events", "mass"), ("beam-dump-limit", "mass"): 0.001...0.3
        case ("borexino-limit", "mass"): 0.002...0.025
        case ("white-dwarf-limit", "mass"): 0.001...1
        case ("kaon-branching-ratio", "mass"): 0.001...0.37
        case ("thermal-coupling", "mass"): 0.005...1000
        case ("thermal-coupling", "ratio"): 2.2...10
        case ("effective-neutrinos", "mass"): 1e-4...0.04
        case ("trident-limit", "mass"), ("trident-ratio", "mass"): 1e-3...100
        case ("elastic-spectrum", _), ("elastic-cross-section", _): 0.5...130
        case ("electron-g-2", "mass"): 1e-4...0.1
        case (_, "mass"): 0.002...5
        case (_, "coupling"): 1e-5...1e-2
        case (_, "ratio"): 0.3...2
        case (_, "q2"), (_, "t"): 1e-4...30
        case (_, "K"): 0.05...0.3
        case (_, "M"): 0.02...0.2
        case (_, "missing-mass-squared-min"): 1e-3...0.1
        case (_, "electron-energy"): 1...100
        case (_, "electron-min"): 0.5...5
        case (_, "electron-max"): 10...60
        case (_, "theta-min"): 5e-4...3e-3
        case (_, "theta-e-max"): 5e-3...0.03
        case (_, "theta"): 1e-4...4.5e-3
        case (_, "events"): 1...100
        case (_, "deviation"): 1e-10...1e-8
        case (_, "decoupling-temperature"): 1e-3...3e-3
        case (_, "excess"): 0.02...0.3
        case (_, "chi2"): 0.5...10
        case (_, "systematic"): 1e-6...1e-4
        case (_, "tree-level"): 1e-7...1e-4
        default: nil
        }
    }
}
