import BuildGraph
import HadronicPhysics
import MuoneParameters
import NumericalMethods
import PaperKit

extension Observable<PaperParameters> {
    /// The hadronic running of α.
    package static let hadronic: [Observable<PaperParameters>] = [
        Observable(
            "hadronic-running", "Δα_had(t) of the (K, M) form; t < 0 in scattering, the real part above 4M", unit: "1",
            [.number("t", .energySquared)] + runningParameters
        ) { arguments, _ in
            Node(
                "evaluate/hadronic-running",
                HadronicRunningPoint(running: try running(arguments), q2: try arguments.required("t"))
            ).optional
        },
        Observable(
            "hadronic-moment", "a_μ^HLO, the hadronic contribution to the muon's magnetic moment",
            unit: "1",
            runningParameters + [
                .choice("method", ["spacelike", "timelike"], .text("spacelike"))
            ]
        ) { arguments, parameters in
            Node(
                "evaluate/hadronic-moment",
                HadronicMomentPoint(
                    particles: parameters.particles, running: try running(arguments),
                    method: try arguments.choice("method"))
            ).optional
        },
    ]

    private static let runningParameters: [Argument] = [
        // Abbiendi et al. state K without its unit, GeV⁻².
        Argument("K", .bareNumber(.inverseEnergySquared), .text("0.137GeV-2")),
        .number("M", .energySquared, .text("0.0525GeV2")),
    ]

    private static func running(_ arguments: ArgumentValues) throws -> HadronicRunning {
        let mass = try arguments.required("M")
        guard mass > 0 else {
            throw EvaluationError.outOfRange(argument: "M", value: "\(mass) GeV2", allowed: "larger than zero")
        }
        return try HadronicRunning(k: try arguments.required("K"), m: mass)
    }
}
