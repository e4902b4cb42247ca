import BuildGraph
import Manuscript
import NumericalMethods
import TridentPhysics

/// The numbers of the section on neutrino tridents.
extension Quantity {
    static func tridents(_ id: String, _ name: String, _ facts: Node<TridentFacts.Facts>) -> [Quantity] {
        [
            Quantity(
                ResultID("trident/{experiment}/contact-scale", id), "largest m/g that \(name) excludes, heavy boson",
                in: .gigaElectronVolt, .digits(3), from: facts
            ) { $0.contactScale },
            Quantity(
                ResultID("trident/{experiment}/axial-share", id), "axial over vector trident cross section, \(name)",
                .digits(3), from: facts
            ) { $0.axialShare },
            Quantity(
                ResultID("trident/{experiment}/standard-model", id),
                "trident cross section per nucleus, Standard Model, \(name)", in: .femtobarn, .digits(3), from: facts
            ) { $0.standardModel },
        ]
    }

    /// At the mass of one benchmark.
    static func tridentsAtMean(_ name: String, _ mean: Node<Estimate>, chosen: Node<Estimate>) -> [Quantity] {
        [
            Quantity(
                ResultID("trident/ccfr-mean/{benchmark}", name),
                "CCFR limit at the mean energy, \(name) benchmark mass", .digits(3), from: mean),
            Quantity(
                ResultID("trident/ccfr-mean/{benchmark}-change", name),
                "CCFR limit at the mean energy over the one used, minus one, in percent", in: .percent, .digits(3),
                from: Node("trident/ccfr-mean/\(name)-ratio", from: mean, chosen) { $0 / $1 }
            ) { $0 - 1 },
        ]
    }

    static func tridentScales(
        ccfr: Node<TridentFacts.Facts>, mean: Node<TridentFacts.Facts>
    ) -> [Quantity] {
        [
            Quantity(
                "trident/ccfr/contact-scale-massless", "largest m/g that CCFR excludes, heavy boson, massless muons",
                in: .gigaElectronVolt, .digits(3), from: ccfr
            ) { $0.masslessContactScale },
            Quantity(
                "trident/ccfr-mean/contact-scale", "largest m/g that CCFR excludes, heavy boson, mean energy",
                in: .gigaElectronVolt, .digits(3), from: mean
            ) { $0.contactScale },
        ]
    }

    static func tridentCrossings(_ own: Node<Estimate?>, asPublished published: Node<Estimate?>) -> [Quantity] {
        [
            Quantity(
                "trident/ccfr/crossing", "mass above which CCFR excludes the 2 sigma band of the magnetic moment",
                in: .megaElectronVolt, .digits(3), from: own
            ) { $0 },
            Quantity(
                "trident/ccfr/crossing-as-published",
                "mass above which CCFR excludes the band that the publication on tridents draws", in: .megaElectronVolt,
                .digits(3), from: published
            ) { $0 },
        ]
    }
}
