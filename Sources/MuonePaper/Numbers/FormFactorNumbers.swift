import BuildGraph
import FormFactorPhysics
import Manuscript
import MuoneComputations
import NumericalMethods

/// The numbers of the section on the form factors.
enum FormFactorNumbers {
    static func all(_ nodes: FormFactorNodes) -> [Quantity] {
        benchmark("light", nodes.lightFacts) + benchmark("heavy", nodes.heavyFacts) + [
            Quantity(
                "form-factors/smallest-momentum", "-q2 of the smallest recoil that counts, GeV2", .digits(3),
                from: nodes.momenta
            ) { $0.smallest },
            Quantity(
                "form-factors/largest-momentum", "-q2 of the largest recoil, GeV2", .digits(3), from: nodes.momenta
            ) { $0.largest },
        ]
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
}
