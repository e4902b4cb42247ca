import BeamPhysics
import BuildGraph
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit

extension Observable<PaperParameters> {
    /// Beam dumps and kaons.
    private static let experiment = Argument.choice("experiment", BeamDumpExperiment.all.map(\.name))

    package static let projections: [Observable<PaperParameters>] = [
        Observable(
            "kaon-branching-ratio", "branching ratio of K⁺ → μ⁺νZ′, whatever the boson decays to",
            unit: "1",
            [mass, coupling, .number("missing-mass-squared-min", .energySquared, .text("0GeV2"))]
        ) { arguments, parameters in
            let point = try benchmark(arguments)
            let threshold = KaonEmission.kaonMass - parameters.particles.muonMass
            guard point.mass > 0, point.mass < threshold else {
                throw EvaluationError.outOfRange(
                    argument: "mass", value: massText(point.mass),
                    allowed: "larger than zero and below the threshold m_K − m_μ = \(massText(threshold))")
            }
            let cut = try arguments.required("missing-mass-squared-min")
            guard cut >= 0 else {
                throw EvaluationError.outOfRange(
                    argument: "missing-mass-squared-min", value: "\(cut) GeV2", allowed: "zero or larger")
            }
            return Node(
                "evaluate/kaon-branching-ratio",
                KaonBranchingRatio(
                    particles: parameters.particles, benchmark: point, missingMassSquaredMinimum: cut)
            ).optional
        },
        Observable(
            "beam-dump-events", "events of a muon beam dump with an invisible boson, Weizsäcker–Williams approximation",
            unit: "events", [experiment, mass, coupling]
        ) { arguments, parameters in
            let experiment = try beamDump(arguments)
            return Node(
                "evaluate/beam-dump-events",
                BeamDumpEvents(
                    particles: parameters.particles, experiment: experiment, benchmark: try benchmark(arguments))
            ).optional
        },
        Observable(
            "beam-dump-limit", "coupling that a muon beam dump would exclude, Weizsäcker–Williams approximation",
            unit: "1",
            [experiment, mass]
        ) { arguments, parameters in
            Node(
                "evaluate/beam-dump-limit",
                BeamDumpLimit(
                    particles: parameters.particles, experiment: try beamDump(arguments),
                    mass: try arguments.required("mass"))
            ).optional
        },
    ]

    private static func beamDump(_ arguments: ArgumentValues) throws -> BeamDumpExperiment {
        try requirePositiveMass(arguments)
        try requireMass(
            arguments, in: 0...MuonBeamDump.largestTrustedMass, "where the Weizsäcker–Williams approximation holds")
        let name = arguments.text("experiment")
        guard let experiment = BeamDumpExperiment.all.first(where: { $0.name == name }) else {
            throw EvaluationError.missing(argument: "experiment", of: "this quantity")
        }
        return experiment
    }
}
