import BuildGraph
import ElasticPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// The results on μ e → μ e, MUonE's own measurement, for one set of parameters.
public struct ElasticNodes: Sendable {
    public let parameters: PaperParameters
    public let settings: ElasticSettings

    /// dσ₀/dT, GeV⁻³.
    public let spectrum: Node<Curve>
    /// dσ/dσ₀ − 1 of the hadronic vacuum polarisation, and of one per cent more of it.
    public let hadronic: Node<Curve>
    public let hadronicOnePercent: Node<Curve>
    /// σ₀ above 1 GeV, μb.
    public let crossSection: Node<Estimate>
    /// The benchmarks of Dev et al.
    public let benchmarks: [ElasticBenchmarkNodes]

    /// √s and T_max, GeV.
    public let facts: Node<ElasticFacts.Facts>
    /// |dσ/dσ₀ − 1| of Z exchange at the largest recoil.
    public let weakShift: Node<Estimate>
    /// The relative error of a_μ^had: statistics alone, and with 10⁻⁵ in each bin.
    public let hadronicError: Node<Estimate>
    public let hadronicErrorWithSystematic: Node<Estimate>
    /// Reach at single masses: of the vector (r = 1), the scalar (r = 1), both flavour-changing bosons and L_μ−L_τ.
    public let probes: [Probe]
    /// Reach of the vector at 100 MeV by number of bins.
    public let reachByBins: [(bins: Int, value: Node<ElasticReach?>)]
    /// Printed formulas against the Lagrangian's.
    public let printedFlavourVector: Node<[ElasticPrintedRatios.Point]>
    public let printedScalar: Node<[ElasticPrintedRatios.Point]>
    public let printedVertex: Node<[ElasticPrintedRatios.Point]>
    public let vectorWidth: Node<[ElasticPrintedRatios.Point]>
    public let scalarWidth: Node<[ElasticPrintedRatios.Point]>

    /// The reach of one model at one mass.
    public struct Probe: Sendable {
        /// Such as `vector/100MeV`.
        public var name: String
        public var model: ElasticModel
        /// GeV.
        public var mass: Double
        public var value: Node<ElasticReach?>
    }

    /// r of Dev et al., r² = g_e/g_μ.
    public static let vectorRoots = [1, 0.8, 0.6, 0.4]
    public static let scalarRoots = [1, 2, 0.5]
    /// Masses of the reach, GeV.
    public static let masses = LogarithmicGrid(lower: 1e-3, upper: 10, count: 121)
    /// χ² of the reach: 90 % of one parameter.
    public static let chiSquared = 2.71

    public init(_ parameters: PaperParameters) {
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
    public func reach(
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

/// A point of a model that Dev et al. choose.
public struct ElasticBenchmark: Codable, Hashable, Sendable {
    /// `np1`, `np2-plus`, `np2-minus`.
    public var name: String
    public var model: ElasticModel
    public var point: Benchmark

    public static let np1 = ElasticBenchmark(
        name: "np1", model: .vector(root: 0.8), point: Benchmark(mass: 0.0295, coupling: 5.89e-4))
    public static let np2Plus = ElasticBenchmark(
        name: "np2-plus", model: .vector(root: 0.4), point: Benchmark(mass: 0.126, coupling: 1.26e-3))
    public static let np2Minus = ElasticBenchmark(
        name: "np2-minus", model: .vector(root: -0.4), point: Benchmark(mass: 0.126, coupling: 1.26e-3))
    public static let all = [np1, np2Plus, np2Minus]
}

/// What is computed for one benchmark.
public struct ElasticBenchmarkNodes: Sendable {
    public let benchmark: ElasticBenchmark
    /// dσ/dσ₀ − 1.
    public let ratio: Node<Curve>
    /// χ² with 50 bins, and by number of bins.
    public let chiSquared: Node<Estimate>
    public let chiSquaredByBins: [(bins: Int, value: Node<Estimate>)]

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
