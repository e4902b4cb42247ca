import BuildGraph
import ElasticPhysics
import Kinematics
import Limits
import Manuscript
import MeasurementPhysics
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

extension Section {
    /// μ e → μ e, MUonE's own measurement, with and without a new boson: the channel, and what its figures show.
    ///
    /// - Parameter emitted: the reach of the boson that a muon emits.
    package static func elastic(
        _ p: PaperParameters, _ catalogue: LimitCatalogue, emitted: Node<Curve>
    ) -> (channel: Section, reach: Section) {
        let elastic = ElasticChannel(p)
        let settings = elastic.settings
        // T of the spectra: equally spaced in the logarithm, from 1 GeV to the largest.
        let recoils = Recoils.toLargest(from: ElasticBins.smallestRecoil, count: p.spectrumCount)
        let facts = Node(
            "elastic/limits",
            ElasticFacts(
                particles: p.particles, beamEnergy: p.beamEnergy, minimumMuonAngle: p.minimumMuonAngle,
                maximumElectronEnergy: p.maximumElectronEnergy))
        let crossSection = Node(
            "elastic/cross-section",
            ElasticCrossSection(settings: settings, electronMinimum: ElasticBins.smallestRecoil))
        // |dσ/dσ₀ − 1| of Z exchange at the largest recoil.
        let weakShift = Node("elastic/weak-shift", WeakShiftAtLargestRecoil(settings: settings))
        // dσ/dσ₀ − 1 of the hadronic vacuum polarisation, and of one per cent more of it.
        let hadronic = Node("elastic/hadronic", ElasticRunningCurve(settings: settings, recoils: recoils))
        let hadronicOnePercent = Node(
            "elastic/hadronic-1percent", ElasticRunningCurve(settings: settings, change: 0.01, recoils: recoils))
        let hadronicError = Node("elastic/hadronic-error", HadronicStrengthError(settings: settings, systematic: 0))
        func chiSquaredOfNP1(_ bins: Int) -> Node<Estimate> {
            var settings = settings
            settings.bins = bins
            return Node(
                "elastic/np1/chi2-\(bins)bins",
                ElasticChiSquared(
                    settings: settings, model: ElasticBenchmark.np1.model, benchmark: ElasticBenchmark.np1.point))
        }
        let np1 = chiSquaredOfNP1(settings.bins)
        let ratios = ElasticBenchmark.all.map { benchmark in
            Node(
                "elastic/\(benchmark.name)/ratio",
                ElasticRatioCurve(
                    settings: settings, model: benchmark.model, benchmark: benchmark.point, recoils: recoils))
        }
        let events = Node("elastic/events", ElasticBinnedEvents(settings: settings))
        // For the figure of the rate, at the mass of NP1: Dev et al. choose none.
        let scalarAtReach = Node(
            "elastic/scalar-at-reach",
            ElasticRatioAtReach(
                settings: settings, model: .scalar(root: 1), mass: ElasticBenchmark.np1.point.mass,
                chiSquared: ElasticChannel.chiSquared, recoils: recoils))
        let strengths = StrengthFit.all(settings)
        let loopLimits = ModelLimits.drawn(
            [catalogue.computed.ccfr, catalogue.cited.babarFourMuon.limit], "elastic/lmu-ltau/limits")
        let vectors = ElasticReachPlane.vectors(elastic, catalogue)
        let scalars = ElasticReachPlane.scalars(elastic, catalogue)

        return (
            channel: Section("elastic") {
                ElasticNumbers.rate(crossSection)
                ElasticNumbers.np1(BinningCurve.counts.map { ($0, $0 == settings.bins ? np1 : chiSquaredOfNP1($0)) })
                ElasticNumbers.reach(settings)
                ElasticClaims.rate(facts, crossSection, weakShift: weakShift, hadronic)
                ElasticClaims.sensitivity(hadronicError: hadronicError, np1: np1)
                ElasticClaims.overlap(strengths)
                ElasticClaims.deviations
                PrintedFormulas.claims(settings)
                ElasticNumbers.inputs
            },
            reach: Section("elastic-reach") {
                Figure.elasticRate(events, hadronicOnePercent, ratios, scalarAtReach, p)
                Figure.elasticVector(vectors, p)
                Figure.elasticStrength(strengths, p)
                Figure.elasticFlavour(
                    vector: ElasticReachPlane("vector-flavour", elastic, catalogue, .vectorFlavour, .vectorFlavour),
                    scalar: ElasticReachPlane("scalar-flavour", elastic, catalogue, .scalarFlavour, .scalarFlavour), p)
                // The muon's own loop is that of the vector's figure.
                Figure.elasticLoop(elastic.reach(.lmuLtau), loopLimits, vectors.band, vectors.edge, emitted, p)
                Figure.elasticScalar(scalars, p)
                Figure.elasticBinning(BinningCurve.all(elastic, among: vectors), p)
                ElasticNumbers.strengths(strengths)
                ElasticNumbers.scalar(scalarAtReach)
                Input("input/elastic-reach/central", StrengthFit.central, in: ElasticNumbers.tenBillionths)
            }
        )
    }
}

/// MUonE's elastic channel for one set of parameters, and the choices of this work.
struct ElasticChannel {
    let parameters: PaperParameters
    let settings: ElasticSettings

    /// Masses of the reach, GeV.
    static let masses = LogarithmicGrid(lower: 1e-3, upper: 10, count: 121)
    /// χ² of the reach: 90 % of one parameter.
    static let chiSquared = 2.71

    init(_ p: PaperParameters) {
        parameters = p
        settings = ElasticSettings(particles: p.particles, beamEnergy: p.beamEnergy)
    }

    /// The reach of a model over ``masses``: a new node, of which a graph takes one only.
    func reach(
        _ model: ElasticModel, bins: Int = ElasticBins.inferredCount, chiSquared: Double = chiSquared
    ) -> Node<ElasticReachCurve.Result> {
        var settings = settings
        settings.bins = bins
        let variant = [
            bins == ElasticBins.inferredCount ? "" : "-\(bins)bins",
            chiSquared == Self.chiSquared ? "" : "-chi2-\(chiSquared)",
        ].joined()
        return Node(
            "elastic/reach-\(model.nodeName)\(variant)",
            ElasticReachCurve(settings: settings, model: model, masses: Self.masses, chiSquared: chiSquared))
    }
}

extension ElasticModel {
    /// The name in the graph, with the ratio of the couplings.
    fileprivate var nodeName: String {
        switch self {
        case .vector(let ratio), .scalar(let ratio): "\(name)-\(ratio)"
        case .vectorFlavour, .lmuLtau, .scalarFlavour: name
        }
    }
}

/// The reach for the model of NP1 with another number of bins, or another χ².
struct BinningCurve {
    let bins: Int
    let chiSquared: Double
    let reach: Node<ElasticReachCurve.Result>

    /// 95 % and 99.73 % of one parameter, and one standard deviation, beside the usual 90 %.
    private static let otherTargets = [1, 3.84, 9]
    static let counts = [20, ElasticBins.inferredCount, 100]

    /// - Parameter plane: which may have the curve of the usual bins and χ² already.
    static func all(_ elastic: ElasticChannel, among plane: ElasticReachPlane) -> [BinningCurve] {
        let model = ElasticBenchmark.np1.model
        let variants =
            counts.map { ($0, ElasticChannel.chiSquared) } + otherTargets.map { (ElasticBins.inferredCount, $0) }
        let usual = plane.panels.first { $0.model == model }?.reach
        return variants.map { bins, target in
            let known = bins == elastic.settings.bins && target == ElasticChannel.chiSquared ? usual : nil
            return BinningCurve(
                bins: bins, chiSquared: target, reach: known ?? elastic.reach(model, bins: bins, chiSquared: target))
        }
    }
}

/// A fit of a_μ^had by the strength of the running alone, to data with or without a new boson: with the statistical errors
/// alone, and with the systematic one.
struct StrengthFit {
    /// Nil in the Standard Model's data.
    let benchmark: ElasticBenchmark?
    let statistical: Node<HadronicStrengthFit.Result>
    let total: Node<HadronicStrengthFit.Result>

    /// a_μ^had of Dev2020, to which κ = 1 belongs.
    static let central = MagneticMomentMeasurements.hadronicRatio2019.value

    /// The Standard Model's data first.
    static func all(_ settings: ElasticSettings) -> [StrengthFit] {
        // κ of the curves.
        let strengths = (0...120).map { 0.981 + 0.037 * Double($0) / 120 }
        return ([nil] + ElasticBenchmark.all.map(Optional.some)).map { benchmark in
            func fit(_ name: String, _ systematic: Double) -> Node<HadronicStrengthFit.Result> {
                Node(
                    "elastic/strength/\(benchmark?.name ?? "sm")-\(name)",
                    HadronicStrengthFit(
                        settings: settings, moment: central, benchmark: benchmark, systematic: systematic,
                        strengths: strengths))
            }
            return StrengthFit(
                benchmark: benchmark, statistical: fit("statistical", 0),
                total: fit("total", ElasticDeviation.systematic))
        }
    }
}
