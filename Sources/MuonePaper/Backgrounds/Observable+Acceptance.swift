import BuildGraph
import Foundation
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SignalPhysics

extension Observable<PaperParameters> {
    /// Where the signal's electron arrives, and what the signal at least takes away.
    package static let acceptance: [Observable<PaperParameters>] = [
        Observable(
            "electron-acceptance", "share of the selected signal whose electron hits a centred square", unit: "1",
            [mass, .number("side", .length), .number("distance", .length)]
        ) { arguments, parameters in
            try requirePositive("side", arguments, unit: " m")
            try requirePositive("distance", arguments, unit: " m")
            return Node(
                "evaluate/electron-acceptance",
                ElectronAcceptance(
                    point: try signalPoint(arguments, parameters), cuts: parameters.cuts,
                    side: try arguments.required("side"), distance: try arguments.required("distance")))
        },
        Observable(
            "missing-energy-bound", "least energy that the Z′ takes from selected events", unit: "GeV", [mass]
        ) { arguments, parameters in
            Node(
                "evaluate/missing-energy-bound",
                MissingEnergyBound(point: try signalPoint(arguments, parameters), cuts: parameters.cuts))
        },
    ]

    /// A mass that the beam can make; the coupling drops out.
    private static func signalPoint(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> SignalPoint {
        let mass = try arguments.required("mass")
        let threshold = ZPrimeProduction.thresholdMass(
            inputs: parameters.particles, beamEnergy: parameters.beamEnergy)
        guard mass > 0, mass < threshold else {
            throw EvaluationError.outOfRange(
                argument: "mass", value: massText(mass),
                allowed: "larger than zero and below the threshold √s − m_μ − m_e = \(massText(threshold))")
        }
        return SignalPoint(
            particles: parameters.particles, beamEnergy: parameters.beamEnergy,
            benchmark: Benchmark(mass: mass, coupling: 1e-3))
    }
}
