import BuildGraph
import MuoneParameters
import NumericalMethods
import Reference
import TridentPhysics

extension PaperParameters {
    /// CCFR at the energy of these parameters.
    package var ccfr: TridentExperiment { .ccfr(neutrinoEnergy: landscape.ccfrEnergy) }
    /// CHARM-II at the energy of these parameters.
    package var charmII: TridentExperiment { .charmII(neutrinoEnergy: landscape.charmIIEnergy) }
}

/// The results on neutrino tridents: one node each, for one set of parameters.
package struct TridentNodes: Sendable {
    package let parameters: PaperParameters
    package let ccfr: Experiment
    package let charmII: Experiment
    /// CCFR with the beam's mean energy.
    package let ccfrAtMean: Experiment
    /// CCFR's limit at the two benchmark masses, over the energy.
    package let energyScan: Node<[Curve]>
    /// The fixed quantities along which σ/σ_SM is drawn: the benchmarks' couplings, and m/g′.
    package let paths: [TridentPath]

    /// m/g′ of the path of constant scale, GeV.
    package static let scale = 500.0
    /// The energies of the scan, GeV.
    package static let energies = LogarithmicGrid(lower: 20, upper: 500, count: 17)

    /// What is computed for one experiment.
    package struct Experiment: Sendable {
        package let experiment: TridentExperiment
        package let ratios: Node<[Curve]>
        package let limit: Node<Curve>
        package let facts: Node<TridentFacts.Facts>
        /// The excluded couplings at the two benchmark masses.
        package let atLight: Node<Estimate>
        package let atHeavy: Node<Estimate>
        /// Above this mass the band of two standard deviations of the magnetic moment is excluded.
        package let crossing: Node<Estimate?>
        /// The same with the band that the publication on tridents draws.
        package let crossingAsPublished: Node<Estimate?>
        /// The limit over points of the published curve of CCFR.
        package let overPublished: Node<[Estimate]>

        init(_ name: String, _ experiment: TridentExperiment, paths: [TridentPath], _ p: PaperParameters) {
            self.experiment = experiment
            let group = "trident/\(name)"
            ratios = Node(
                "\(group)/ratios",
                TridentRatioCurves(
                    particles: p.particles, experiment: experiment, paths: paths, masses: p.landscape.masses))
            limit = Node(
                "\(group)/limit",
                TridentLimitCurve(particles: p.particles, experiment: experiment, masses: p.landscape.masses))
            facts = Node("\(group)/facts", TridentFacts(particles: p.particles, experiment: experiment))
            atLight = Node(
                "\(group)/limit-light",
                TridentLimit(particles: p.particles, experiment: experiment, mass: p.light.mass))
            atHeavy = Node(
                "\(group)/limit-heavy",
                TridentLimit(particles: p.particles, experiment: experiment, mass: p.heavy.mass))
            func crossing(_ suffix: String, _ deviation: Measurement) -> Node<Estimate?> {
                Node(
                    "\(group)/crossing\(suffix)",
                    TridentCrossing(
                        particles: p.particles, experiment: experiment, deviation: deviation.shifted(bySigmas: -2)))
            }
            self.crossing = crossing("", p.magneticMoment.deviation)
            crossingAsPublished = crossing("-as-published", MagneticMomentMeasurements.deviationAltmannshofer2014)
            overPublished = Node(
                "\(group)/over-published-ccfr",
                TridentLimitRatios(
                    particles: p.particles, experiment: experiment, published: TridentExperiment.publishedCCFR))
        }
    }

    package init(_ parameters: PaperParameters) {
        let p = parameters
        self.parameters = p
        paths = [.coupling(p.light.coupling), .coupling(p.heavy.coupling), .scale(Self.scale)]
        ccfr = Experiment("ccfr", p.ccfr, paths: paths, p)
        charmII = Experiment("charm2", p.charmII, paths: paths, p)
        ccfrAtMean = Experiment(
            "ccfr-mean", .ccfr(neutrinoEnergy: TridentExperiment.ccfr.meanEnergy), paths: paths, p)
        energyScan = Node(
            "trident/ccfr/energy-scan",
            TridentEnergyScan(
                particles: p.particles, experiment: p.ccfr, masses: [p.light.mass, p.heavy.mass],
                energies: Self.energies))
    }
}
