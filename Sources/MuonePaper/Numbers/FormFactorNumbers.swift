import BuildGraph
import Manuscript
import MuoneComputations
import NumericalMethods

/// The numbers of the section on the form factors.
enum FormFactorNumbers {
    static func all(_ nodes: FormFactorNodes) -> [Quantity] {
        benchmark("light", nodes.lightFacts) + benchmark("heavy", nodes.heavyFacts)
    }

    private static func benchmark(_ name: String, _ facts: Node<FormFactorFacts.Facts>) -> [Quantity] {
        let prefix = "form-factors/\(name)"
        let point = "\(name) benchmark, largest -q2"
        return [
            Quantity("\(prefix)/charge", "F1 over lambda, \(point)", .digits(3), from: facts) { $0.charge },
            Quantity("\(prefix)/magnetic", "F2 over lambda, \(point)", .digits(3), from: facts) { $0.magnetic },
            Quantity("\(prefix)/mixing", "mixing term over lambda, \(point)", .digits(3), from: facts) { $0.mixing },
            Quantity(
                "\(prefix)/magnetic-at-zero", "F2 over lambda, \(name) benchmark, q2 = 0", .digits(3), from: facts
            ) { $0.magneticAtZero },
            Quantity("\(prefix)/magnetic-share", "F2 over F2(0), \(point)", .digits(2), from: facts) {
                $0.magneticShare
            },
            Quantity("\(prefix)/charge-over-mixing", "F1 over the mixing term, \(point)", .digits(2), from: facts) {
                $0.chargeOverMixing
            },
            Quantity("\(prefix)/charge-shift", "relative change of the charge, \(point)", .digits(2), from: facts) {
                $0.chargeShift
            },
        ]
    }

    /// What follows from the beam alone.
    static func inputs(_ nodes: FormFactorNodes) throws -> [NumbersFile.Passage] {
        let range = nodes.momenta
        return try [("smallest", range.lowerBound), ("largest", range.upperBound)].map { name, value in
            NumbersFile.Passage(
                "form-factors/\(name)-momentum",
                try CertifiedDecimal(.closedForm(value), significantDigits: 3).texText)
        }
    }
}
