import BuildGraph
import ElasticPhysics
import Manuscript
import MeasurementPhysics
import MuoneParameters
import NumericalMethods
import PaperKit

extension Section {
    /// MUonE's measurement of the hadronic running: precision, pseudo-experiments, new particles, systematic effects.
    package static func measurement(_ p: PaperParameters) -> Section {
        let settings = p.measurement
        func precision(_ treatment: Treatment) -> Precision {
            func node(_ polarisation: MeasurementSettings.Polarisation) -> Node<MomentFit.Result> {
                var own = treatment.applied(to: settings)
                own.polarisation = polarisation
                return Node(
                    "measurement/expected-\(treatment.name)-\(polarisation.rawValue)", ExpectedMoment(settings: own))
            }
            return Precision(treatment: treatment, full: node(.full), hadronic: node(.hadronic))
        }
        // With statistical errors only and a fixed normalisation, with the leptons in the rate.
        let statistical = precision(.statistical)
        let precisions = Treatment.all.map { $0 == .statistical ? statistical : precision($0) }
        let expected = statistical.full
        func published(_ name: String, _ treatment: Treatment) -> Node<MomentFit.Result> {
            Node(
                "measurement/published-\(name)",
                PublishedRunning(settings: treatment.applied(to: settings), moment: Published.input), from: expected)
        }
        let (publishedFixed, publishedFree) = (published("fixed", .statistical), published("free", .free))
        var first = settings
        first.luminosity *= FirstRun.stations / FirstRun.allStations * FirstRun.months / FirstRun.allMonths
        let firstRun = Node("measurement/first-run", ExpectedMoment(settings: first))

        let stream = "measurement/pseudo-experiments"
        // Of pseudo-experiments, in shares of a fixed number.
        let (experiments, size) = (1000, 50)
        let outcomes = Node(
            stream,
            collecting: (0..<experiments / size).map { share in
                Node(
                    "\(stream)-\(share)",
                    PseudoExperiments(settings: settings, stream: stream, first: share * size, count: size))
            })
        let pulls = Node("measurement/pulls", SummarisePulls(), from: outcomes, expected)
        let contours = Node(
            "measurement/contours", RunningContour(settings: settings, levels: ContourLevel.all.map(\.deltaChiSquared)))

        let newParticles = ElasticBenchmark.all.map { benchmark in
            let effect = MeasurementEffect.newParticle(
                benchmark.model, mass: benchmark.point.mass, coupling: benchmark.point.coupling, beam: .positive)
            return NewParticle(
                benchmark: benchmark,
                shifts: Treatment.all.map { treatment in
                    (
                        treatment,
                        Node(
                            "measurement/\(benchmark.name)-\(treatment.name)",
                            EffectOnMoment(settings: treatment.applied(to: settings), effect: effect))
                    )
                })
        }
        let systematics = Systematic.all.map { systematic in
            (
                systematic,
                Node(
                    "measurement/systematic-\(systematic.name)",
                    EffectOnMoment(settings: settings, effect: systematic.effect))
            )
        }
        return Section("measurement") {
            Figure.pseudoExperiments(outcomes, expected, contours, p)
            Figure.momentShifts(newParticles, expected, p)
            MeasurementNumbers.precision(precisions, statistical: statistical, firstRun: firstRun)
            MeasurementNumbers.published(fixed: publishedFixed, free: publishedFree)
            MeasurementNumbers.pulls(pulls)
            MeasurementNumbers.newParticles(newParticles)
            MeasurementNumbers.systematics(systematics)
            MeasurementClaims.published(fixed: publishedFixed, free: publishedFree)
            MeasurementClaims.precision(expected, firstRun: firstRun)
            MeasurementNumbers.inputs(settings)
            MeasurementTables.precision(precisions, newParticles)
            MeasurementTables.systematics(systematics)
        }
    }
}

extension PaperParameters {
    /// MUonE's measurement of the running with these parameters: statistics only.
    var measurement: MeasurementSettings {
        var settings = MeasurementSettings()
        settings.inputs = particles
        settings.beamEnergy = beamEnergy
        // nb⁻¹ from fb⁻¹.
        settings.luminosity = luminosity * 1e6
        return settings
    }
}

/// The expected results with one treatment of systematic errors.
struct Precision {
    let treatment: Treatment
    /// With the leptons' vacuum polarisation in the rate, and without.
    let full: Node<MomentFit.Result>
    let hadronic: Node<MomentFit.Result>
}

/// A new particle in the data: how it shifts the moment, for each treatment.
struct NewParticle {
    let benchmark: ElasticBenchmark
    let shifts: [(treatment: Treatment, shift: Node<EffectOnMoment.Shift>)]
}

/// The pseudo-experiment of Abbiendi2022: its input, result and error.
enum Published {
    static let input = 688.6e-10
    static let result = 688.8e-10
    static let error = 2.4e-10
}

/// What the first run has of the whole (MUonELoI).
enum FirstRun {
    static let (stations, allStations) = (10.0, 40.0)
    static let (months, allMonths) = (4.0, 24.0)
}

/// How far χ² rises, and the share of two parameters' outcomes that this encloses.
struct ContourLevel {
    var deltaChiSquared: Double
    var share: Double

    /// `68%`.
    var text: String { "\(Int((share * 100).rounded()))%" }

    static let all = [
        ContourLevel(deltaChiSquared: 2.30, share: 0.68), ContourLevel(deltaChiSquared: 5.99, share: 0.95),
    ]
}
