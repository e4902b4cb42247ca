import BuildGraph
import MuoneCommon
import MuoneComputations
import MuoneParameters
import PaperKit
import Reference
import TridentPhysics

extension Observable<PaperParameters> {
    private static let experiment = Argument.choice("experiment", ["ccfr", "charm2"])

    static let tridents: [Observable<PaperParameters>] = [
        Observable(
            "trident-ratio", "neutrino trident cross section over the Standard Model's", unit: "1",
            [experiment, mass, coupling]
        ) { arguments, parameters in
            let coupling = try arguments.required("coupling")
            try requireCoupling(coupling)
            return Node(
                "evaluate/trident-ratio",
                TridentRatio(
                    particles: parameters.particles, experiment: tridentExperiment(arguments, parameters),
                    benchmark: Benchmark(mass: try arguments.required("mass"), coupling: coupling))
            ).optional
        },
        Observable(
            "trident-limit", "coupling that neutrino tridents exclude", unit: "1",
            [experiment, mass]
        ) { arguments, parameters in
            Node(
                "evaluate/trident-limit",
                TridentLimit(
                    particles: parameters.particles, experiment: tridentExperiment(arguments, parameters),
                    mass: try arguments.required("mass"))
            ).optional
        },
    ]

    private static func tridentExperiment(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) -> TridentExperiment {
        arguments.text("experiment") == "charm2" ? parameters.charmII : parameters.ccfr
    }
}
