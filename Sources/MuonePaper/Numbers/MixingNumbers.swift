import BuildGraph
import Manuscript
import MuoneComputations
import MuoneParameters
import NumericalMethods

/// The numbers of the section on kinetic mixing.
enum MixingNumbers {
    static func all(_ nodes: MixingNodes) -> [Quantity] {
        let hundredth = DisplayUnit("1e-2", factor: 1e-2)
        let loop = [
            Quantity(
                "mixing/at-zero", "loop mixing over the coupling at q2 = 0", in: hundredth, .digits(4),
                from: nodes.atZero),
            Quantity(
                "mixing/spacelike", "loop mixing over the coupling at q2 = -0.01 GeV2", in: hundredth, .digits(4),
                from: nodes.spacelike),
            Quantity(
                "mixing/at-threshold", "loop mixing over the coupling at the muon threshold", in: hundredth, .digits(4),
                from: nodes.atThreshold),
            Quantity(
                "mixing/coupling-per-mixing", "coupling over loop mixing at q2 = 0", .digits(3),
                from: nodes.couplingPerMixing),
            Quantity(
                "mixing/coupling-per-mixing-at-mz", "the same with alpha at the Z mass", .digits(3),
                from: nodes.couplingPerMixingAtMZ),
        ]
        let limits = nodes.limitsAt10MeV.map { name, value in
            Quantity("mixing/limit/\(name)", "limit of \(name) at 10 MeV", .digits(3), from: value) { $0 }
        }
        return loop + limits + [
            Quantity(
                "mixing/limit/borexino-recast-flux", "recast of Borexino at 10 MeV, twice the excess", .digits(3),
                from: nodes.borexinoWithFluxAt10MeV
            ) { $0 },
            change("octant", "the PDG's angles", nodes.borexinoWithOctant),
            change("threshold", "the PDG's angles and recoils above 270 keV", nodes.borexinoWithThreshold),
            Quantity(
                "mixing/babar/start", "root of the muons' share at the first mass of BABAR", .digits(2),
                from: nodes.muonRootAtStart),
            Quantity(
                "mixing/babar/1GeV", "root of the muons' share at 1 GeV", .digits(2), from: nodes.muonRootAt1GeV),
        ]
    }

    private static func change(_ id: String, _ choice: String, _ ratio: Node<Estimate?>) -> Quantity {
        Quantity(
            "mixing/borexino/\(id)", "change of Borexino's recast with \(choice), in percent",
            in: DisplayUnit("%", factor: 0.01), .digits(2), from: ratio
        ) { ratio in ratio.map { $0 - 1 } }
    }

    /// The parameters of the section.
    static func inputs(_ parameters: PaperParameters) throws -> [NumbersFile.Passage] {
        let excess = parameters.landscape.borexinoExcess
        return try [("mixing/excess", 100 * excess), ("mixing/excess-flux", 200 * excess)].map { id, value in
            NumbersFile.Passage(
                id, try CertifiedDecimal(.exact(value), significantDigits: 4).texText)
        }
    }
}
