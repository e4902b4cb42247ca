import BuildGraph
import ElasticPhysics
import MeasurementPhysics
import MuoneParameters
import NumericalMethods
import Reference

/// MUonE's measurement of the hadronic running: its precision, pseudo-experiments, and what distorts it.
package struct MeasurementNodes: Sendable {
    package let parameters: PaperParameters
    package let settings: MeasurementSettings

    /// What a measurement is expected to reach, for each treatment of systematic errors and each rate.
    package let precisions: [Precision]
    /// With statistical errors only and a fixed normalisation, with the leptons in the rate.
    package let expected: Node<MomentFit.Result>
    /// For a running that gives ``publishedInput``.
    package let publishedFixed: Node<MomentFit.Result>
    package let publishedFree: Node<MomentFit.Result>
    /// Ten stations for four months.
    package let firstRun: Node<MomentFit.Result>

    /// Of pseudo-experiments, in shares of a fixed number.
    package let outcomes: Node<[[PseudoExperiment.Outcome]]>
    package let pulls: Node<PullSummary>
    /// χ² above its minimum by 2.30 and 5.99: 68.3 and 95 % of two parameters.
    package let contours: Node<[RunningContour.Line]>

    /// New particles in the data, for each treatment of ``Treatment/all``.
    package let newParticles:
        [(benchmark: ElasticBenchmark, shifts: [(treatment: Treatment, shift: Node<EffectOnMoment.Shift>)])]
    package let systematics: [(systematic: Systematic, shift: Node<EffectOnMoment.Shift>)]

    package static let experimentCount = 1000
    static let experimentsPerShare = 50
    package static let levels = [Level(deltaChiSquared: 2.30, share: 0.68), Level(deltaChiSquared: 5.99, share: 0.95)]

    /// How far χ² rises, and the share of two parameters' outcomes that this encloses.
    package struct Level: Hashable, Sendable {
        package var deltaChiSquared: Double
        package var share: Double

        /// `68%`.
        package var text: String { "\(Int((share * 100).rounded()))%" }
    }

    /// The input of the published pseudo-experiment, its result and error (Abbiendi2022).
    package static let publishedInput = 688.6e-10
    package static let publishedResult = 688.8e-10
    package static let publishedError = 2.4e-10
    /// What the first run has of the whole: 10 of 40 stations, four months of two years (MUonELoI).
    package static let stations = (first: 10.0, all: 40.0)
    package static let months = (first: 4.0, all: 24.0)

    package init(_ parameters: PaperParameters) {
        self.parameters = parameters
        let settings = parameters.measurement
        self.settings = settings
        precisions = Treatment.all.map { treatment in
            func node(_ polarisation: MeasurementSettings.Polarisation) -> Node<MomentFit.Result> {
                var own = treatment.applied(to: settings)
                own.polarisation = polarisation
                return Node(
                    "measurement/expected-\(treatment.name)-\(polarisation.rawValue)", ExpectedMoment(settings: own))
            }
            return Precision(treatment: treatment, full: node(.full), hadronic: node(.hadronic))
        }
        let expected = precisions[0].full
        self.expected = expected
        func published(_ name: String, _ treatment: Treatment) -> Node<MomentFit.Result> {
            Node(
                "measurement/published-\(name)",
                PublishedRunning(settings: treatment.applied(to: settings), moment: Self.publishedInput), from: expected
            )
        }
        publishedFixed = published("fixed", .statistical)
        publishedFree = published("free", .free)
        var first = settings
        first.luminosity *= Self.stations.first / Self.stations.all * Self.months.first / Self.months.all
        firstRun = Node("measurement/first-run", ExpectedMoment(settings: first))

        let stream = "measurement/pseudo-experiments"
        let size = Self.experimentsPerShare
        outcomes = Node(
            stream,
            collecting: (0..<Self.experimentCount / size).map { share in
                Node(
                    "\(stream)-\(share)",
                    PseudoExperiments(settings: settings, stream: stream, first: share * size, count: size))
            })
        pulls = Node("measurement/pulls", SummarisePulls(), from: outcomes, expected)
        contours = Node(
            "measurement/contours", RunningContour(settings: settings, levels: Self.levels.map(\.deltaChiSquared)))

        newParticles = ElasticBenchmark.all.map { benchmark in
            let effect = MeasurementEffect.newParticle(
                benchmark.model, mass: benchmark.point.mass, coupling: benchmark.point.coupling, beam: .positive)
            return (
                benchmark,
                Treatment.all.map { treatment in
                    (
                        treatment,
                        Node(
                            "measurement/\(benchmark.name)-\(treatment.name)",
                            EffectOnMoment(settings: treatment.applied(to: settings), effect: effect))
                    )
                }
            )
        }
        systematics = Systematic.all.map { systematic in
            (
                systematic,
                Node(
                    "measurement/systematic-\(systematic.name)",
                    EffectOnMoment(settings: settings, effect: systematic.effect))
            )
        }
    }

    /// The expected results with one treatment.
    package struct Precision: Sendable {
        package let treatment: Treatment
        /// With the leptons' vacuum polarisation in the rate, and without.
        package let full: Node<MomentFit.Result>
        package let hadronic: Node<MomentFit.Result>
    }
}

/// How errors beyond statistics are treated.
package struct Treatment: Codable, Hashable, Sendable {
    package var name: String
    /// Per bin.
    package var systematic: Double
    package var normalisation: MeasurementSettings.Normalisation

    package static let statistical = Treatment(name: "statistical", systematic: 0, normalisation: .fixed)
    package static let free = Treatment(name: "free", systematic: 0, normalisation: .free)
    package static let bins = Treatment(name: "bins", systematic: 1e-5, normalisation: .fixed)
    package static let both = Treatment(name: "both", systematic: 1e-5, normalisation: .free)
    package static let all = [statistical, free, bins, both]

    package func applied(to settings: MeasurementSettings) -> MeasurementSettings {
        var own = settings
        own.systematic = systematic
        own.normalisation = normalisation
        return own
    }
}

/// A row of the table of systematic effects.
package struct Systematic: Codable, Hashable, Sendable {
    package var name: String
    /// What it is, as TeX.
    package var label: String
    package var effect: MeasurementEffect

    /// Relative standard deviation of the beam's energy.
    package static let beamSpread = 0.009
    /// Of the electron's angle, radians.
    package static let angularResolution = 2e-5

    package static let all = [
        Systematic(name: "beam-up", label: "Energy $+5\\MeV$", effect: .beamEnergy(shift: 0.005)),
        Systematic(name: "beam-down", label: "Energy $-5\\MeV$", effect: .beamEnergy(shift: -0.005)),
        Systematic(name: "spread", label: "Spread, left out", effect: .beamSpread(beamSpread)),
        Systematic(
            name: "spread-error", label: "\\quad 1\\,\\% larger", effect: .beamSpreadError(beamSpread, share: 0.01)),
        Systematic(
            name: "resolution", label: "Resolution, left out", effect: .angularResolution(angularResolution)),
        Systematic(
            name: "resolution-error", label: "\\quad 1\\,\\% larger",
            effect: .angularResolutionError(angularResolution, share: 0.01)),
        Systematic(name: "normalisation", label: "Events $+10^{-5}$", effect: .normalisation(1e-5)),
        Systematic(name: "weak", label: "$Z$ exchange, $\\mu^+$", effect: .weakExchange(.positive)),
        Systematic(name: "weak-minus", label: "$Z$ exchange, $\\mu^-$", effect: .weakExchange(.negative)),
        Systematic(name: "scalar", label: "Higgs exchange, $\\mu^+$", effect: .scalarExchange(.positive)),
    ]
}
