import BuildGraph
import Manuscript
import MuoneCommon
import MuoneComputations
import NumericalMethods
import TridentPhysics

/// The numbers of the section on neutrino tridents.
enum TridentNumbers {
    static func all(_ nodes: TridentNodes) -> [Quantity] {
        experiment("ccfr", "CCFR", nodes.ccfr) + experiment("charm2", "CHARM-II", nodes.charmII) + [
            Quantity(
                "trident/ccfr/light", "CCFR limit at the light benchmark mass", .digits(3), from: nodes.ccfr.atLight),
            Quantity(
                "trident/ccfr/heavy", "CCFR limit at the heavy benchmark mass", .digits(3), from: nodes.ccfr.atHeavy),
            Quantity(
                "trident/charm2/light", "CHARM-II limit at the light benchmark mass", .digits(3),
                from: nodes.charmII.atLight),
            Quantity(
                "trident/charm2/heavy", "CHARM-II limit at the heavy benchmark mass", .digits(3),
                from: nodes.charmII.atHeavy),
            Quantity(
                "trident/ccfr-mean/light", "CCFR limit at the mean energy, light benchmark mass", .digits(3),
                from: nodes.ccfrAtMean.atLight),
            Quantity(
                "trident/ccfr-mean/heavy", "CCFR limit at the mean energy, heavy benchmark mass", .digits(3),
                from: nodes.ccfrAtMean.atHeavy),
            weakening("light", nodes.ccfrAtMean.atLight, nodes.ccfr.atLight),
            weakening("heavy", nodes.ccfrAtMean.atHeavy, nodes.ccfr.atHeavy),
            Quantity(
                "trident/ccfr/crossing-as-published",
                "mass above which CCFR excludes the band that the publication on tridents draws", in: .megaElectronVolt,
                .digits(3), from: nodes.ccfr.crossingAsPublished
            ) { $0 },
            Quantity(
                "trident/ccfr-mean/contact-scale", "largest m/g that CCFR excludes, heavy boson, mean energy",
                in: .gigaElectronVolt, .digits(3), from: nodes.ccfrAtMean.facts
            ) { $0.contactScale },
        ]
    }

    /// The parameters of the section.
    static func inputs(_ nodes: TridentNodes) throws -> [NumbersFile.Passage] {
        let experiments = [("ccfr", nodes.ccfr.experiment), ("charm2", nodes.charmII.experiment)]
        let numbers =
            experiments.flatMap { name, experiment in
                [
                    ("trident/\(name)/energy", experiment.neutrinoEnergy),
                    ("trident/\(name)/mean-energy", experiment.meanEnergy),
                    ("trident/\(name)/measured", experiment.measuredRatio),
                    ("trident/\(name)/measured-error", experiment.ratioUncertainty),
                    ("trident/\(name)/ceiling", experiment.maximumRatio),
                ]
            } + [
                ("trident/scale", TridentNodes.scale),
                ("trident/ccfr/published-tolerance", 100 * (TridentExperiment.publishedTolerance - 1)),
            ] + (nodes.ccfr.experiment.calibratedEnergy.map { [("trident/ccfr/calibrated-energy", $0)] } ?? [])
        return try numbers.map { id, value in
            NumbersFile.Passage(
                id, try CertifiedDecimal(.exact(value), significantDigits: 4).texText)
        }
    }

    private static func experiment(_ id: String, _ name: String, _ nodes: TridentNodes.Experiment) -> [Quantity] {
        [
            Quantity(
                "trident/\(id)/contact-scale", "largest m/g that \(name) excludes, heavy boson", in: .gigaElectronVolt,
                .digits(3), from: nodes.facts
            ) { $0.contactScale },
            Quantity(
                "trident/\(id)/contact-scale-massless",
                "largest m/g that \(name) excludes, heavy boson, massless muons", in: .gigaElectronVolt, .digits(3),
                from: nodes.facts
            ) { $0.masslessContactScale },
            Quantity(
                "trident/\(id)/axial-share", "axial over vector trident cross section, \(name)", .digits(3),
                from: nodes.facts
            ) { $0.axialShare },
            Quantity(
                "trident/\(id)/standard-model", "trident cross section per nucleus, Standard Model, \(name)",
                in: .femtobarn, .digits(3), from: nodes.facts
            ) { $0.standardModel },
            Quantity(
                "trident/\(id)/crossing", "mass above which \(name) excludes the 2 sigma band of the magnetic moment",
                in: .megaElectronVolt, .digits(3), from: nodes.crossing
            ) { $0 },
        ]
    }

    private static func weakening(_ name: String, _ mean: Node<Estimate>, _ chosen: Node<Estimate>) -> Quantity {
        Quantity(
            "trident/ccfr-mean/\(name)-change",
            "CCFR limit at the mean energy over the one used, minus one, in percent",
            in: DisplayUnit("%", factor: 0.01), .digits(3), from: TridentNumbers.ratio(name, mean, chosen)
        ) { $0 - 1 }
    }

    /// One limit over another.
    static func ratio(_ name: String, _ numerator: Node<Estimate>, _ denominator: Node<Estimate>) -> Node<Estimate> {
        Node("trident/ccfr-mean/\(name)-ratio", from: numerator, denominator) { numerator, denominator in
            numerator / denominator
        }
    }
}
