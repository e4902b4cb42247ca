import BuildGraph
import Foundation
import Manuscript
import MeasurementPhysics
import MuoneCommon
import NumericalMethods
import PaperKit

/// The tables of the section.
enum MeasurementTables {
    /// Rows: treatment, error without and with the leptons in the rate, shifts of the new particles in its units.
    static func precision(_ precisions: [Precision], _ particles: [NewParticle]) -> Passage {
        let hadronic = Node("paper/measurement-hadronic", collecting: precisions.map(\.hadronic))
        let full = Node("paper/measurement-full", collecting: precisions.map(\.full))
        let shifts = Node(
            "paper/measurement-shifts",
            collecting: particles.map { particle in
                Node("paper/measurement-shifts-\(particle.benchmark.name)", collecting: particle.shifts.map(\.shift))
            })
        return Passage(
            "table/measurement/precision",
            Node(
                "texts/table/measurement/precision", from: hadronic, full, shifts,
                parameters: precisions.map { $0.treatment.text(capitalised: true) }
            ) { names, hadronic, full, shifts in
                let lists = [hadronic.count, full.count] + shifts.map(\.count)
                for count in lists where count != names.count {
                    throw UnequalLengths(first: names.count, second: count)
                }
                return try names.indices.map { row in
                    let errors = try [hadronic[row], full[row]].map {
                        try number($0.uncertaintyEstimate.scaled(by: 1e10))
                    }
                    let pulls = try shifts.map { column in
                        try column[row].pull.map { try number($0, digits: 2) } ?? "no fit"
                    }
                    return ([names[row]] + errors + pulls).joined(separator: " & ") + " \\\\"
                }.joined(separator: "\n  ")
            })
    }

    /// Rows: effect, shift by the fit, χ² of the fit, error with the size of the effect fitted along.
    static func systematics(_ systematics: [(Systematic, Node<EffectOnMoment.Shift>)]) -> Passage {
        Passage(
            "table/measurement/systematics",
            from: Node("paper/measurement-systematics", collecting: systematics.map(\.1)),
            parameters: systematics.map(\.0.label)
        ) { labels, shifts in
            try paired(labels, shifts).map { name, shift in
                // A shift below the fit's own accuracy is known from the first order only.
                let seen = shift.fitted.flatMap { $0.value.magnitude > 2 * $0.error ? $0 : nil }
                let fitted = try shift.failure != nil ? "no fit" : seen.map { try number($0.scaled(by: 1e10)) } ?? "--"
                let linear = try number(
                    shift.linear.scaled(by: 1e10), digits: shift.fitted == nil || seen == nil ? 2 : 3)
                let chiSquared = shift.chiSquared.map { $0 < 0.005 ? "$<0.01$" : threeDigits($0) } ?? "--"
                let free = shift.uncertaintyWithNuisance.map { threeDigits($0 * 1e10) } ?? "--"
                return [name, linear, fitted, chiSquared, free].joined(separator: " & ") + " \\\\"
            }.joined(separator: "\n  ")
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
