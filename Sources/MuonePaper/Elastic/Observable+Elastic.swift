import Amplitudes
import BuildGraph
import ElasticPhysics
import Foundation
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit

extension Observable<PaperParameters> {
    /// μ e → μ e, MUonE's own measurement, with and without a new boson.
    package static let elasticScattering: [Observable<PaperParameters>] = [
        Observable(
            "elastic-spectrum", "dσ/dT of μe → μe by one photon, T the electron's kinetic energy",
            unit: "1/GeV3", [.number("recoil", .energy)]
        ) { arguments, parameters in
            let recoil = try arguments.required("recoil")
            try requireRecoil("recoil", arguments, parameters)
            let spectrum = ElasticSpectrum(settings: settings(parameters), recoils: .given([recoil]))
            return Node("evaluate/elastic-spectrum-value", from: Node("evaluate/elastic-spectrum", spectrum)) { curve in
                curve.estimate(at: 0, as: .rounding)
            }
        },
        Observable(
            "elastic-cross-section", "σ of μe → μe by one photon with the electron's kinetic energy above electron-min",
            unit: "ub",
            [.number("electron-min", .energy)]
        ) { arguments, parameters in
            try requireRecoil("electron-min", arguments, parameters)
            return Node(
                "evaluate/elastic-cross-section",
                ElasticCrossSection(
                    settings: settings(parameters), electronMinimum: try arguments.required("electron-min"))
            ).optional
        },
        Observable(
            "elastic-chi2", "χ² of a boson in μe → μe; ratio is r of r|r| = g_e/g_μ, coupling is g_μ",
            unit: "1", [elasticModel, mass, coupling] + elasticOptions
        ) { arguments, parameters in
            try requireMass(of: try model(arguments), arguments)
            return Node(
                "evaluate/elastic-chi2",
                ElasticChiSquared(
                    settings: try settings(arguments, parameters), model: try model(arguments),
                    benchmark: try benchmark(arguments))
            ).optional
        },
        Observable(
            "elastic-reach",
            "smallest coupling at which χ² of a boson in μe → μe reaches chi2; ratio as in elastic-chi2",
            unit: "1", [elasticModel, mass, .number("chi2", .dimensionless, .text("2.71"))] + elasticOptions
        ) { arguments, parameters in
            try requireMass(of: try model(arguments), arguments)
            try requirePositive("chi2", arguments)
            let reach = ElasticReachPoint(
                settings: try settings(arguments, parameters), model: try model(arguments),
                mass: try arguments.required("mass"), chiSquared: try arguments.required("chi2"))
            return Node(
                "evaluate/elastic-reach-value", from: Node("evaluate/elastic-reach", reach), parameters: reach
            ) { asked, found in
                guard let found else {
                    throw ElasticError.outOfReach(
                        chiSquared: asked.chiSquared, mass: asked.mass, largestCoupling: ElasticReach.largestCoupling)
                }
                return found.coupling
            }
        },
    ]

    private static let elasticModel = Argument.choice(
        "model", ["vector", "vector-flavour", "lmu-ltau", "scalar", "scalar-flavour"])

    private static let elasticOptions: [Argument] = [
        .number(
            "ratio", .dimensionless,
            .dependent("1, for vector and scalar") { arguments, _ in hasRatio(arguments) ? .number(1) : nil }),
        .count("bins", 1...100_000, .text("50")), .choice("beam", BeamCharge.self, .positive),
        .choice("form", ElasticForm.self, .lagrangian),
    ]

    /// Whether electron and muon couple by themselves, each with a strength of its own.
    private static func hasRatio(_ arguments: ArgumentValues) -> Bool {
        ["vector", "scalar"].contains(arguments.text("model"))
    }

    private static func model(_ arguments: ArgumentValues) throws -> ElasticModel {
        let name = arguments.text("model") ?? ""
        if arguments.number("ratio") != nil, !hasRatio(arguments) {
            throw EvaluationError.notTogether(
                first: "ratio", second: "model=\(name)", reason: "it has one coupling only",
                remedy: "leave it out, or ask for model=vector or model=scalar")
        }
        let root = arguments.number("ratio") ?? 1
        return switch name {
        case "vector": .vector(root: root)
        case "scalar": .scalar(root: root)
        case "vector-flavour": .vectorFlavour
        case "scalar-flavour": .scalarFlavour
        case "lmu-ltau": .lmuLtau
        default: throw EvaluationError.missing(argument: "model", of: "this quantity")
        }
    }

    private static func settings(_ parameters: PaperParameters) -> ElasticSettings {
        ElasticSettings(particles: parameters.particles, beamEnergy: parameters.beamEnergy)
    }

    private static func settings(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> ElasticSettings {
        var settings = settings(parameters)
        settings.bins = arguments.count("bins") ?? settings.bins
        settings.beam = try arguments.choice("beam")
        settings.form = try arguments.choice("form")
        return settings
    }

    private static func requireMass(of model: ElasticModel, _ arguments: ArgumentValues) throws {
        switch model {
        case .vectorFlavour, .lmuLtau: try requirePositiveMass(arguments)
        case .vector, .scalar, .scalarFlavour: try requireEnergy("mass", arguments)
        }
    }

    /// An energy that an elastic electron can take.
    private static func requireRecoil(
        _ name: String, _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws {
        let recoil = try arguments.required(name)
        let maximum = try settings(parameters).rate().maximumRecoil
        guard !(recoil > 0 && recoil <= maximum) else { return }
        throw EvaluationError.outOfRange(
            argument: name, value: massText(recoil), allowed: "above 0 and up to \(massText(maximum))")
    }
}
