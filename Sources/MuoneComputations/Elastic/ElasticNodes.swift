import BuildGraph
import ElasticPhysics
import Kinematics
import MeasurementPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// The results on μ e → μ e, MUonE's own measurement, for one set of parameters.
package struct ElasticNodes: Sendable {
    package let parameters: PaperParameters
    package let settings: ElasticSettings

    /// dσ₀/dT, GeV⁻³.
    package let spectrum: Node<Curve>
    /// dσ/dσ₀ − 1 of the hadronic vacuum polarisation, and of one per cent more of it.
    package let hadronic: Node<Curve>
    package let hadronicOnePercent: Node<Curve>
    /// σ₀ above 1 GeV, μb.
    package let crossSection: Node<Estimate>
    /// The benchmarks of Dev et al.
    package let benchmarks: [ElasticBenchmarkNodes]

    /// √s and T_max, GeV.
    package let facts: Node<ElasticFacts.Facts>
    /// |dσ/dσ₀ − 1| of Z exchange at the largest recoil.
    package let weakShift: Node<Estimate>
    /// The relative error of a_μ^had: statistics alone, and with 10⁻⁵ in each bin.
    package let hadronicError: Node<Estimate>
    package let hadronicErrorWithSystematic: Node<Estimate>
    /// Reach at single masses: of the vector (r = 1), the scalar (r = 1), both flavour-changing bosons and L_μ−L_τ.
    package let probes: [Probe]
    /// Reach of the vector at 100 MeV by number of bins.
    package let reachByBins: [(bins: Int, value: Node<ElasticReach?>)]
    /// Printed formulas against the Lagrangian's.
    package let printedFlavourVector: Node<[ElasticPrintedRatios.Point]>
    package let printedScalar: Node<[ElasticPrintedRatios.Point]>
    package let printedVertex: Node<[ElasticPrintedRatios.Point]>
    package let vectorWidth: Node<[ElasticPrintedRatios.Point]>
    package let scalarWidth: Node<[ElasticPrintedRatios.Point]>

    /// The reach of one model at one mass.
    package struct Probe: Sendable {
        /// Such as `vector/100MeV`.
        package var name: String
        package var model: ElasticModel
        /// GeV.
        package var mass: Double
        package var value: Node<ElasticReach?>
    }

    /// r of Dev et al., r² = g_e/g_μ.
    package static let vectorRoots = [1, 0.8, 0.6, 0.4]
    package static let scalarRoots = [1, 2, 0.5]
    /// Masses of the reach, GeV.
    package static let masses = LogarithmicGrid(lower: 1e-3, upper: 10, count: 121)
    /// χ² of the reach: 90 % of one parameter.
    package static let chiSquared = 2.71

    package init(_ parameters: PaperParameters) {
        let p = parameters
        self.parameters = p
        let settings = ElasticSettings(particles: p.particles, beamEnergy: p.beamEnergy)
        self.settings = settings
        let recoils = Self.recoils(p)
        spectrum = Node("elastic/spectrum", ElasticSpectrum(settings: settings, recoils: recoils))
        hadronic = Node("elastic/hadronic", ElasticRunningCurve(settings: settings, recoils: recoils))
        hadronicOnePercent = Node(
            "elastic/hadronic-1percent", ElasticRunningCurve(settings: settings, change: 0.01, recoils: recoils))
        weakShift = Node("elastic/weak-shift", WeakShiftAtLargestRecoil(settings: settings))
        crossSection = Node(
            "elastic/cross-section",
            ElasticCrossSection(settings: settings, electronMinimum: ElasticBins.smallestRecoil))
        benchmarks = ElasticBenchmark.all.map { ElasticBenchmarkNodes($0, settings, recoils: recoils) }
        facts = Node(
            "elastic/limits",
            ElasticFacts(
                particles: p.particles, beamEnergy: p.beamEnergy, minimumMuonAngle: p.minimumMuonAngle,
                maximumElectronEnergy: p.maximumElectronEnergy))
        hadronicError = Node(
            "elastic/hadronic-error", HadronicStrengthError(settings: settings, systematic: 0))
        hadronicErrorWithSystematic = Node(
            "elastic/hadronic-error-systematic",
            HadronicStrengthError(settings: settings, systematic: ElasticDeviation.systematic))
        let models: [ElasticModel] = [
            .vector(ratio: 1), .scalar(ratio: 1), .vectorFlavour, .scalarFlavour, .lmuLtau,
        ]
        probes = models.flatMap { model in
            [1, 10, 100, 1000].map { megaelectronvolts in
                let name = "\(model.name)/\(megaelectronvolts)MeV"
                let mass = Double(megaelectronvolts) * 1e-3
                return Probe(
                    name: name, model: model, mass: mass,
                    value: Node(
                        "elastic/probe/\(name)", ElasticReachPoint(settings: settings, model: model, mass: mass)))
            }
        }
        reachByBins = [1, 20, 50, 100, 1000].map { bins in
            var settings = settings
            settings.bins = bins
            return (
                bins,
                Node(
                    "elastic/probe/vector/100MeV-\(bins)bins",
                    ElasticReachPoint(settings: settings, model: .vector(ratio: 1), mass: 0.1))
            )
        }
        func printed(_ model: ElasticModel, _ masses: [Double]) -> Node<[ElasticPrintedRatios.Point]> {
            Node(
                "elastic/printed/\(model.name)",
                ElasticPrintedRatios(settings: settings, model: model, masses: masses))
        }
        printedFlavourVector = printed(.vectorFlavour, [0.11, 0.2, 0.3, 1, 10])
        printedScalar = printed(.scalar(ratio: 1), [1e-3, 0.1, 1])
        printedVertex = printed(.lmuLtau, [1e-3, 0.1, 1])
        func width(_ isVector: Bool) -> Node<[ElasticPrintedRatios.Point]> {
            Node(
                "elastic/width/\(isVector ? "vector" : "scalar")",
                FlavourWidthRatios(settings: settings, isVector: isVector, masses: [0.2, 10]))
        }
        vectorWidth = width(true)
        scalarWidth = width(false)
    }

    /// The reach of a model over ``masses``: a new node, of which a graph takes one only.
    package func reach(
        _ model: ElasticModel, form: ElasticForm = .lagrangian, bins: Int = ElasticBins.inferredCount,
        chiSquared: Double = chiSquared,
        masses: LogarithmicGrid = masses
    ) -> Node<ElasticReachCurve.Result> {
        var settings = settings
        settings.form = form
        settings.bins = bins
        let variant = [
            form == .lagrangian ? "" : "-\(form.rawValue)", bins == ElasticBins.inferredCount ? "" : "-\(bins)bins",
            chiSquared == Self.chiSquared ? "" : "-chi2-\(chiSquared)",
            masses == Self.masses ? "" : "-\(masses.count)masses-from-\(masses.lower)-to-\(masses.upper)",
        ].joined()
        return Node(
            "elastic/reach-\(model.nodeName)\(variant)",
            ElasticReachCurve(settings: settings, model: model, masses: masses, chiSquared: chiSquared))
    }

    /// T of the spectra: equally spaced in the logarithm, from 1 GeV to the largest.
    static func recoils(_ p: PaperParameters) -> Recoils {
        .toLargest(from: ElasticBins.smallestRecoil, count: p.spectrumCount)
    }
}

/// What is computed for one benchmark.
package struct ElasticBenchmarkNodes: Sendable {
    package let benchmark: ElasticBenchmark
    /// dσ/dσ₀ − 1.
    package let ratio: Node<Curve>
    /// χ² with 50 bins, and by number of bins.
    package let chiSquared: Node<Estimate>
    package let chiSquaredByBins: [(bins: Int, value: Node<Estimate>)]

    init(_ benchmark: ElasticBenchmark, _ settings: ElasticSettings, recoils: Recoils) {
        self.benchmark = benchmark
        let group = "elastic/\(benchmark.name)"
        ratio = Node(
            "\(group)/ratio",
            ElasticRatioCurve(
                settings: settings, model: benchmark.model, benchmark: benchmark.point, recoils: recoils))
        func chiSquared(_ bins: Int) -> Node<Estimate> {
            var settings = settings
            settings.bins = bins
            return Node(
                "\(group)/chi2-\(bins)bins",
                ElasticChiSquared(settings: settings, model: benchmark.model, benchmark: benchmark.point))
        }
        let usual = chiSquared(settings.bins)
        self.chiSquared = usual
        chiSquaredByBins = BinningCurve.counts.map { ($0, $0 == settings.bins ? usual : chiSquared($0)) }
    }
}

extension ElasticModel {
    /// The name in the graph, with the ratio of the couplings.
    var nodeName: String {
        switch self {
        case .vector(let ratio), .scalar(let ratio): "\(name)-\(ratio)"
        case .vectorFlavour, .lmuLtau, .scalarFlavour: name
        }
    }
}
