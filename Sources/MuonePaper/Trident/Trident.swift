import BuildGraph
import Limits
import Manuscript
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import TridentPhysics

extension Section {
    /// Neutrino tridents: CCFR at the energy of the parameters and at its beam's mean, and CHARM-II.
    package static func trident(_ p: PaperParameters, _ catalogue: LimitCatalogue) -> Section {
        let (ccfr, charmII) = (p.ccfr, p.charmII)
        // The fixed quantities along which σ/σ_SM is drawn: the benchmarks' couplings, and m/g′ (GeV).
        let paths: [TridentPath] = [.coupling(p.light.coupling), .coupling(p.heavy.coupling), .scale(500)]

        func ratios(_ name: String, _ experiment: TridentExperiment) -> Node<[Curve]> {
            Node(
                "trident/\(name)/ratios",
                TridentRatioCurves(
                    particles: p.particles, experiment: experiment, paths: paths, masses: p.landscape.masses))
        }
        func limit(_ name: String, _ experiment: TridentExperiment) -> Node<Curve> {
            Node(
                "trident/\(name)/limit",
                TridentLimitCurve(particles: p.particles, experiment: experiment, masses: p.landscape.masses))
        }
        func facts(_ name: String, _ experiment: TridentExperiment) -> Node<TridentFacts.Facts> {
            Node("trident/\(name)/facts", TridentFacts(particles: p.particles, experiment: experiment))
        }
        func point(_ name: String, _ experiment: TridentExperiment, _ benchmark: Benchmark) -> Node<Estimate> {
            Node(
                "trident/\(name)",
                TridentLimit(particles: p.particles, experiment: experiment, mass: benchmark.mass))
        }
        // Above this mass the band of two standard deviations of the magnetic moment is excluded.
        func crossing(_ name: String, _ deviation: Measurement) -> Node<Estimate?> {
            Node(
                "trident/ccfr/\(name)",
                TridentCrossing(
                    particles: p.particles, experiment: ccfr, deviation: deviation.shifted(bySigmas: -2)))
        }
        // The limit over points of the published curve of CCFR.
        func overPublished(_ name: String, _ experiment: TridentExperiment) -> Node<[Estimate]> {
            Node(
                "trident/\(name)/over-published-ccfr",
                TridentLimitRatios(
                    particles: p.particles, experiment: experiment, published: TridentExperiment.publishedCCFR))
        }
        let (ccfrRatios, charmIIRatios) = (ratios("ccfr", ccfr), ratios("charm2", charmII))
        let (ccfrFacts, charmIIFacts) = (facts("ccfr", ccfr), facts("charm2", charmII))
        let ccfrAtLight = point("ccfr/limit-light", ccfr, p.light)
        let crossingAsPublished = crossing(
            "crossing-as-published", MagneticMomentMeasurements.deviationAltmannshofer2014)
        // CCFR's limit at the two benchmark masses, over the energy (GeV).
        let scan = Node(
            "trident/ccfr/energy-scan",
            TridentEnergyScan(
                particles: p.particles, experiment: ccfr, masses: [p.light.mass, p.heavy.mass],
                energies: LogarithmicGrid(lower: 20, upper: 500, count: 17)))

        return Section("trident") {
            Figure.tridentRatio(ccfr: ccfrRatios, charmII: charmIIRatios, paths, p)
            Figure.tridentEnergy(
                chosen: limit("ccfr", ccfr), mean: limit("ccfr-mean", .ccfrAtMean), charmII: limit("charm2", charmII),
                scan: scan, p)
            Quantity.tridents("ccfr", "CCFR", ccfrFacts)
            Quantity.tridents("charm2", "CHARM-II", charmIIFacts)
            Quantity.tridentsAtMean("light", point("ccfr-mean/limit-light", .ccfrAtMean, p.light), chosen: ccfrAtLight)
            Quantity.tridentsAtMean(
                "heavy", point("ccfr-mean/limit-heavy", .ccfrAtMean, p.heavy),
                chosen: point("ccfr/limit-heavy", ccfr, p.heavy))
            Quantity(
                "trident/ccfr/light", "CCFR limit at the light benchmark mass", .digits(3), from: ccfrAtLight)
            Quantity(
                "trident/charm2/light", "CHARM-II limit at the light benchmark mass", .digits(3),
                from: point("charm2/limit-light", charmII, p.light))
            Quantity.tridentScales(ccfr: ccfrFacts, mean: facts("ccfr-mean", .ccfrAtMean))
            Quantity.tridentCrossings(
                crossing("crossing", p.magneticMoment.deviation), asPublished: crossingAsPublished)
            Claim.tridentCurves(
                chosen: overPublished("ccfr", ccfr), mean: overPublished("ccfr-mean", .ccfrAtMean))
            Claim.tridents(crossing: crossingAsPublished, ccfr: ccfrRatios, charmII: charmIIRatios)
            inputs(ccfr: ccfr, charmII: charmII)
            Passage.captions(
                "caption/trident",
                of: Node(
                    "trident/declarations",
                    collecting: [catalogue.computed.ccfr.declaration, catalogue.computed.charmII.declaration]))
        }
    }

    /// What the experiments measured.
    private static func inputs(ccfr: TridentExperiment, charmII: TridentExperiment) -> [Input] {
        [
            Input("trident/ccfr/mean-energy", ccfr.meanEnergy),
            Input("trident/ccfr/calibrated-energy", TridentExperiment.ccfr.neutrinoEnergy),
            Input("trident/ccfr/measured", ccfr.measuredRatio),
            Input("trident/ccfr/measured-error", ccfr.ratioUncertainty),
            Input("trident/ccfr/ceiling", ccfr.maximumRatio, digits: 4),
            Input("trident/charm2/measured", charmII.measuredRatio),
            Input("trident/charm2/measured-error", charmII.ratioUncertainty),
            Input(
                "trident/ccfr/published-tolerance", TridentExperiment.publishedTolerance - 1, in: .percent, digits: 4),
        ]
    }
}

extension TridentExperiment {
    /// CCFR at the mean energy of its beam.
    static let ccfrAtMean = ccfr(neutrinoEnergy: ccfr.meanEnergy)
}
