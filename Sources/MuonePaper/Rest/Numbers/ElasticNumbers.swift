import BuildGraph
import ElasticPhysics
import Foundation
import LimitModel
import Manuscript
import MuoneCommon
import MuoneComputations
import MuoneParameters
import NumericalMethods
import Reference

/// The numbers of the elastic channel that the text prints.
enum ElasticNumbers {
    static let microbarn = DisplayUnit("microbarn", factor: 1)
    static let percent = DisplayUnit("%", factor: 0.01)

    static func quantities(_ nodes: ElasticNodes) -> [Quantity] {
        rate(nodes) + benchmarks(nodes) + reach(nodes) + printed(nodes)
    }

    /// Numbers that are choices of this work, or of the experiment.
    static func inputs() throws -> [NumbersFile.Passage] {
        let numbers: [(String, Double)] = [
            ("input/elastic/bins", Double(ElasticBins.inferredCount)), ("input/elastic/chi2", ElasticNodes.chiSquared),
            ("input/elastic/smallest-recoil", ElasticBins.smallestRecoil),
            ("input/elastic/confidence", (100 * erf((ElasticNodes.chiSquared / 2).squareRoot())).rounded()),
            ("input/elastic/luminosity", ElasticDeviation.luminosity),
            ("input/elastic/systematic", ElasticDeviation.systematic),
            ("input/elastic/np1/mass", 1e3 * ElasticBenchmark.np1.point.mass),
            ("input/elastic/np1/coupling", ElasticBenchmark.np1.point.coupling),
            ("input/elastic/np2/mass", 1e3 * ElasticBenchmark.np2Plus.point.mass),
            ("input/elastic/np2/coupling", ElasticBenchmark.np2Plus.point.coupling),
        ]
        return try numbers.map { id, value in
            let decimal = try CertifiedDecimal(.exact(value), significantDigits: 4)
            return NumbersFile.Passage(id, decimal.texText)
        }
    }

    private static func rate(_ nodes: ElasticNodes) -> [Quantity] {
        [
            Quantity(
                "elastic/cross-section", "elastic cross section above 1 GeV", in: microbarn, .digits(6),
                from: nodes.crossSection),
            Quantity("elastic/events", "elastic events above 1 GeV", .digits(4), from: nodes.crossSection) {
                $0.scaled(by: ElasticDeviation.luminosity)
            },
            Quantity(
                "elastic/hadronic/largest", "hadronic vacuum polarisation in the rate at the largest recoil",
                in: percent, .digits(3), from: nodes.hadronic
            ) { last($0) },
            Quantity(
                "elastic/hadronic/one-percent", "one per cent of it in the rate at the largest recoil", in: percent,
                .digits(3), from: nodes.hadronicOnePercent
            ) { last($0) },
            Quantity(
                "elastic/hadronic/error", "error of the hadronic moment, shape known, statistics alone", in: percent,
                .digits(3), from: nodes.hadronicError),
            Quantity(
                "elastic/hadronic/error-systematic", "the same with ten parts per million in each bin", in: percent,
                .digits(3), from: nodes.hadronicErrorWithSystematic),
        ]
    }

    private static func benchmarks(_ nodes: ElasticNodes) -> [Quantity] {
        nodes.benchmarks.flatMap { benchmark in
            benchmark.chiSquaredByBins.map { bins, value in
                let name = benchmark.benchmark.name
                return Quantity(
                    "elastic/\(name)/chi2-\(bins)bins", "chi^2 of \(name) with \(bins) bins", .digits(4), from: value)
            }
        }
    }

    private static func reach(_ nodes: ElasticNodes) -> [Quantity] {
        nodes.probes.map { probe in
            Quantity(
                "elastic/reach/\(probe.name)", "elastic reach, \(probe.name)", .digits(3), from: probe.value
            ) { $0?.coupling }
        }
            + nodes.reachByBins.map { bins, value in
                Quantity(
                    "elastic/reach/vector/100MeV-\(bins)bins", "elastic reach, vector/100MeV, \(bins) bins",
                    .digits(3), from: value
                ) { $0?.coupling }
            }
    }

    private static func printed(_ nodes: ElasticNodes) -> [Quantity] {
        let comparisons = [
            ("vector-flavour", nodes.printedFlavourVector), ("scalar", nodes.printedScalar),
            ("lmu-ltau", nodes.printedVertex),
        ]
        return comparisons.map { name, node in
            Quantity(
                "elastic/printed/\(name)", "largest ratio of the printed formula's reach to the Lagrangian's, \(name)",
                .digits(4), from: node
            ) { points in
                points.map(\.ratio).max { ($0.value - 1).magnitude < ($1.value - 1).magnitude }
            }
        }
    }

    private static func last(_ curve: Curve) -> Estimate? {
        curve.last
    }
}
