import BuildGraph
import Foundation
import Manuscript
import MeasurementPhysics
import MuoneComputations
import NumericalMethods

/// The numbers and tables of the section on the measurement of the hadronic running.
enum MeasurementNumbers {
    /// Of moments.
    static let unit = DisplayUnit("1e-10", factor: 1e-10)

    static func quantities(_ nodes: MeasurementNodes) -> [Quantity] {
        precision(nodes) + pulls(nodes) + newParticles(nodes) + systematics(nodes)
    }

    private static func precision(_ nodes: MeasurementNodes) -> [Quantity] {
        nodes.precisions.map { precision in
            Quantity(
                "measurement/precision/\(precision.treatment.name)",
                "expected error of the moment, \(precision.treatment.name)", in: unit, .digits(3),
                from: precision.full
            ) { $0.uncertaintyEstimate }
        } + [
            Quantity(
                "measurement/precision/relative", "the same over the moment, statistics only, per cent",
                in: DisplayUnit("%", factor: 0.01), .digits(2), from: nodes.expected
            ) { relative($0) },
            Quantity(
                "measurement/first-run", "expected error of the first run over the moment, per cent",
                in: DisplayUnit("%", factor: 0.01), .digits(2), from: nodes.firstRun
            ) { relative($0) },
            Quantity(
                "measurement/without-leptons",
                "expected error without the leptons over that with them, less one, per cent",
                in: DisplayUnit("%", factor: 0.01), .digits(2),
                from: Node(
                    "measurement/without-leptons", from: nodes.precisions[0].hadronic, nodes.expected
                ) { without, with in
                    without.uncertaintyEstimate / with.uncertaintyEstimate - 1
                }),
            Quantity("measurement/k-error", "expected error of K, GeV⁻²", .digits(2), from: nodes.expected) {
                $0.deviationEstimate(0)
            },
            Quantity("measurement/m-error", "expected error of M, GeV²", .digits(2), from: nodes.expected) {
                $0.deviationEstimate(1)
            },
            Quantity("measurement/correlation", "expected correlation of K and M", .digits(2), from: nodes.expected) {
                $0.correlationEstimate(0, 1)
            },
            Quantity(
                "measurement/published-fixed", "expected error for the published input", in: unit, .digits(3),
                from: nodes.publishedFixed
            ) { $0.uncertaintyEstimate },
            Quantity(
                "measurement/published-free", "the same with free normalisation", in: unit, .digits(3),
                from: nodes.publishedFree
            ) { $0.uncertaintyEstimate },
        ]
    }

    /// Published numbers and settings that the text names.
    static func inputs(_ nodes: MeasurementNodes) throws -> [NumbersFile.Passage] {
        let numbers: [(String, Double, DisplayUnit)] = [
            ("published-input", MeasurementNodes.publishedInput, unit),
            ("published-error", MeasurementNodes.publishedError, unit),
            ("luminosity", nodes.settings.luminosity, .none), ("bins", Double(nodes.settings.bins), .none),
            ("smallest-recoil", nodes.settings.minimumRecoil, .none),
            ("stations-first", MeasurementNodes.stations.first, .none),
            ("stations", MeasurementNodes.stations.all, .none), ("months-first", MeasurementNodes.months.first, .none),
            ("months", MeasurementNodes.months.all, .none),
            ("spread", Systematic.beamSpread, DisplayUnit("%", factor: 0.01)),
            ("resolution", Systematic.angularResolution, .milliradian),
        ]
        return try numbers.map { id, value, unit in
            let shown = unit.display(.exact(value))
            return NumbersFile.Passage(
                "input/measurement/\(id)", try CertifiedDecimal(shown, significantDigits: 10).texText)
        }
    }

    private static func relative(_ result: MomentFit.Result) -> Estimate {
        result.uncertaintyEstimate / result.momentEstimate
    }

    private static func pulls(_ nodes: MeasurementNodes) -> [Quantity] {
        [
            Quantity("measurement/bias", "mean pull of pseudo-experiments", .withError, from: nodes.pulls) { $0.bias },
            Quantity("measurement/width", "width of the pulls", .withError, from: nodes.pulls) { $0.width },
            Quantity("measurement/spread", "spread of the fitted moments", in: unit, .withError, from: nodes.pulls) {
                $0.spread
            },
            Quantity("measurement/fits", "pseudo-experiments that were fitted", .wholeNumber, from: nodes.pulls) {
                .exact(Double($0.count))
            },
            Quantity("measurement/failures", "pseudo-experiments whose fit failed", .wholeNumber, from: nodes.pulls) {
                .exact(Double($0.failures.count))
            },
        ]
    }

    private static func newParticles(_ nodes: MeasurementNodes) -> [Quantity] {
        nodes.newParticles.flatMap { benchmark, shifts in
            shifts.flatMap { treatment, shift in
                let id = "measurement/\(benchmark.name)/\(treatment.name)"
                let of = "of \(benchmark.name), \(treatment.name)"
                return [
                    Quantity("\(id)/pull", "shift of the moment in standard deviations \(of)", .digits(2), from: shift)
                    { $0.pull },
                    Quantity(
                        "\(id)/linear", "the same to first order \(of)", .digits(2), from: shift
                    ) { $0.linearPull },
                    Quantity("\(id)/chi2", "chi-squared of the fit \(of)", .digits(2), from: shift) {
                        $0.chiSquaredEstimate
                    },
                ]
            }
        }
    }

    private static func systematics(_ nodes: MeasurementNodes) -> [Quantity] {
        nodes.systematics.map { systematic, shift in
            Quantity(
                "measurement/systematic/\(systematic.name)", "shift of the moment to first order, \(systematic.name)",
                in: unit, .digits(2), from: shift
            ) { $0.linear }
        }
    }
}

/// The tables of the section.
enum MeasurementTables {
    static func all(_ nodes: MeasurementNodes) -> [Node<NumbersFile.Passage>] {
        [precision(nodes), systematics(nodes)]
    }

    /// Rows: treatment, error without and with the leptons in the rate, shifts of the new particles in its units.
    private static func precision(_ nodes: MeasurementNodes) -> Node<NumbersFile.Passage> {
        let names = nodes.precisions.map { $0.treatment.text(capitalised: true) }
        let hadronic = Node("paper/measurement-hadronic", collecting: nodes.precisions.map(\.hadronic))
        let full = Node("paper/measurement-full", collecting: nodes.precisions.map(\.full))
        let shifts = Node(
            "paper/measurement-shifts",
            collecting: nodes.newParticles.map { benchmark, shifts in
                Node("paper/measurement-shifts-\(benchmark.name)", collecting: shifts.map(\.shift))
            })
        return Node("paper/table-measurement-precision", from: hadronic, full, shifts, parameters: names) {
            names, hadronic, full, shifts in
            let lists = [hadronic.count, full.count] + shifts.map(\.count)
            for count in lists where count != names.count { throw UnequalLengths(first: names.count, second: count) }
            let rows = try names.indices.map { row in
                let errors = try [hadronic[row], full[row]].map { try number($0.uncertaintyEstimate.scaled(by: 1e10)) }
                let pulls = try shifts.map { column in
                    try column[row].pull.map { try number($0, digits: 2) } ?? "no fit"
                }
                return ([names[row]] + errors + pulls).joined(separator: " & ") + " \\\\"
            }
            return NumbersFile.Passage("table/measurement/precision", rows.joined(separator: "\n  "))
        }
    }

    /// Rows: effect, shift by the fit, χ² of the fit, error with the size of the effect fitted along.
    private static func systematics(_ nodes: MeasurementNodes) -> Node<NumbersFile.Passage> {
        Node(
            "paper/table-measurement-systematics",
            from: Node("paper/measurement-systematics", collecting: nodes.systematics.map(\.shift)),
            parameters: nodes.systematics.map(\.systematic.label)
        ) { labels, shifts in
            let rows = try paired(labels, shifts).map { name, shift in
                // A shift below the fit's own accuracy is known from the first order only.
                let seen = shift.fitted.flatMap { $0.value.magnitude > 2 * $0.error ? $0 : nil }
                let fitted = try shift.failure != nil ? "no fit" : seen.map { try number($0.scaled(by: 1e10)) } ?? "--"
                let linear = try number(
                    shift.linear.scaled(by: 1e10), digits: shift.fitted == nil || seen == nil ? 2 : 3)
                let chiSquared = shift.chiSquared.map { $0 < 0.005 ? "$<0.01$" : threeDigits($0) } ?? "--"
                let free = shift.uncertaintyWithNuisance.map { threeDigits($0 * 1e10) } ?? "--"
                return [name, linear, fitted, chiSquared, free].joined(separator: " & ") + " \\\\"
            }
            return NumbersFile.Passage("table/measurement/systematics", rows.joined(separator: "\n  "))
        }
    }

    private static func threeDigits(_ value: Double) -> String {
        value < 100 ? String(format: "$%.2f$", value) : String(format: "$%.0f$", value)
    }

    /// A dash for what the error leaves no digit of.
    private static func number(_ estimate: Estimate, digits: Int = 3) throws(NumberError) -> String {
        do throws(NumberError) {
            return "$\(try CertifiedDecimal(estimate, significantDigits: digits).texText)$"
        } catch .noCertainDigit {
            return "--"
        }
    }
}
