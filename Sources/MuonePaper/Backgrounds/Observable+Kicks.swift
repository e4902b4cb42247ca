import BuildGraph
import DetectorPhysics
import Foundation
import KickPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SearchPhysics
import SignalPhysics

extension Observable<PaperParameters> {
    /// Elastic events that resolutions or nuclei bring over the cuts, and what a cut on the electron's angle leaves of them and of
    /// the signal.
    package static let kicks: [Observable<PaperParameters>] = leakage + scattering + vetoes

    private static let materialArgument = Argument.choice("material", ["beryllium", "silicon"], .text("beryllium"))
    private static let positionArgument = Argument.choice("position", KickPosition.allCases.map(\.rawValue))
    private static let resolutionArgument = Argument.number("resolution", .dimensionless)
    private static let incoherentArgument = Argument.count("incoherent", 0...1, .text("0"))
    /// Of model M.
    private static let trackArgument = Argument.number("theta-resolution", .angle, .text("0.02mrad"))

    private static let leakage: [Observable<PaperParameters>] = [
        Observable(
            "elastic-events", "elastic events within the cuts, by default on the muon's angle alone", unit: "events",
            selectionArguments("angle")
        ) { arguments, parameters in
            Node(
                "evaluate/elastic-events",
                ElasticEvents(elastic: elasticScattering(parameters), cuts: try selectionCuts(arguments, parameters))
            ).optional
        },
        Observable(
            "elastic-leakage", "elastic events that Gaussian errors of energy and angle let pass", unit: "events",
            [
                resolutionArgument, .number("stochastic", .dimensionless, .text("0")),
                .number("theta-resolution", .angle, .text("0mrad")),
            ] + selectionArguments()
        ) { arguments, parameters in
            Node(
                "evaluate/elastic-leakage",
                LeakedElasticEvents(
                    elastic: elasticScattering(parameters), resolution: try energyResolution(arguments),
                    angularResolution: try angularResolution(arguments),
                    cuts: try selectionCuts(arguments, parameters))
            ).optional
        },
        Observable(
            "leakage-electron-max", "largest end of the electron's window with a number of leaking elastic events",
            unit: "GeV",
            [
                resolutionArgument, .number("events", .dimensionless, .text("1")),
                .number("theta-resolution", .angle, .text("0mrad")),
            ]
        ) { arguments, parameters in
            try requirePositive("events", arguments)
            return Node(
                "evaluate/leakage-electron-max",
                LeakageElectronMaximum(
                    elastic: elasticScattering(parameters), resolution: try energyResolution(arguments),
                    angularResolution: try angularResolution(arguments), cuts: parameters.cuts,
                    events: try arguments.required("events"))
            ).optional
        },
    ]

    private static let scattering: [Observable<PaperParameters>] = [
        Observable(
            "kick-probability", "probability that a nucleus of a layer kicks a muon beyond an angle", unit: "1",
            [
                Argument.choice("material", ["beryllium", "silicon"]), .number("thickness", .length),
                .number("energy", .energy), .number("theta", .angle), incoherentArgument,
            ]
        ) { arguments, parameters in
            let energy = try arguments.required("energy")
            let mass = parameters.particles.muonMass
            guard energy > mass else {
                throw EvaluationError.outOfRange(
                    argument: "energy", value: "\(energy) GeV", allowed: "above the muon's mass of \(mass) GeV")
            }
            let angle = try arguments.required("theta")
            guard angle >= 0, angle <= 0.5 * .pi else {
                throw EvaluationError.outOfRange(
                    argument: "theta", value: "\(angle) rad", allowed: "from 0 to 90 degrees")
            }
            return Node(
                "evaluate/kick-probability",
                KickProbability(
                    particles: parameters.particles, material: material(arguments), thickness: try thickness(arguments),
                    energy: energy, angle: angle, isIncoherent: isIncoherent(arguments))
            ).optional
        },
        Observable(
            "kick-events", "elastic events whose muon one nucleus kicks over the angle cut", unit: "events",
            [
                positionArgument, materialArgument, .number("thickness", .length, .text("7.5mm")),
                .choice("form-factor", NuclearFormFactor.self, .gaussian), incoherentArgument,
            ] + selectionArguments()
        ) { arguments, parameters in
            let formFactor = try arguments.choice("form-factor", as: NuclearFormFactor.self)
            let material = material(arguments)
            guard formFactor != .oscillator || material == .beryllium else {
                throw EvaluationError.outOfRange(
                    argument: "form-factor", value: "oscillator",
                    allowed: "gaussian or point with material=\(material.name): the oscillator is made for beryllium")
            }
            return Node(
                "evaluate/kick-events",
                KickEvents(
                    elastic: elasticScattering(parameters), position: try arguments.choice("position"),
                    material: material,
                    thickness: try thickness(arguments), formFactor: formFactor,
                    isIncoherent: isIncoherent(arguments), cuts: try selectionCuts(arguments, parameters))
            ).optional
        },
    ]

    private static let vetoes: [Observable<PaperParameters>] = [
        Observable(
            "kick-survivors", "kicked events as measured, whose electron lies below a share of the elastic angle",
            unit: "events",
            [
                positionArgument, resolutionArgument, .number("ratio-max", .dimensionless), trackArgument,
                incoherentArgument,
            ] + selectionArguments()
        ) { arguments, parameters in
            try requirePositive("ratio-max", arguments)
            return Node(
                "evaluate/kick-survivors",
                KickSurvivors(
                    settings: KickSettings(
                        elastic: elasticScattering(parameters), position: try arguments.choice("position"),
                        detector: try detector(arguments), isIncoherent: isIncoherent(arguments),
                        cuts: try selectionCuts(arguments, parameters)),
                    ratioMaximum: try arguments.required("ratio-max"))
            ).optional
        },
        Observable(
            "veto-efficiency", "share of the measured signal whose electron lies below a share of the elastic angle",
            unit: "1",
            [mass, resolutionArgument, .number("ratio-max", .dimensionless), trackArgument] + selectionArguments()
        ) { arguments, parameters in
            try requirePositive("ratio-max", arguments)
            return Node(
                "evaluate/veto-efficiency",
                VetoEfficiency(
                    signal: try measuredSignal(arguments, parameters),
                    ratioMaximum: try arguments.required("ratio-max"))
            ).optional
        },
        Observable(
            "acoplanarity-efficiency", "share of the measured signal off a plane with the beam by more than an angle",
            unit: "1",
            [mass, resolutionArgument, .number("acoplanarity-min", .angle), trackArgument] + selectionArguments()
        ) { arguments, parameters in
            let angle = try arguments.required("acoplanarity-min")
            guard angle >= 0, angle <= .pi else {
                throw EvaluationError.outOfRange(
                    argument: "acoplanarity-min", value: "\(angle) rad", allowed: "from 0 to 180 degrees")
            }
            return Node(
                "evaluate/acoplanarity-efficiency",
                AcoplanarityEfficiency(signal: try measuredSignal(arguments, parameters), minimum: angle)
            ).optional
        },
    ]

    private static func elasticScattering(_ parameters: PaperParameters) -> ElasticScattering {
        ElasticScattering(
            particles: parameters.particles, beamEnergy: parameters.beamEnergy, luminosity: parameters.luminosity)
    }

    private static func material(_ arguments: ArgumentValues) -> Material {
        arguments.text("material") == "silicon" ? .silicon : .beryllium
    }

    private static func isIncoherent(_ arguments: ArgumentValues) -> Bool { arguments.count("incoherent") == 1 }

    private static func thickness(_ arguments: ArgumentValues) throws -> Double {
        let thickness = try arguments.required("thickness")
        guard thickness >= 0 else {
            throw EvaluationError.outOfRange(
                argument: "thickness", value: "\(thickness) m", allowed: "zero or larger")
        }
        return thickness
    }

    private static func energyResolution(_ arguments: ArgumentValues) throws -> EnergyResolution {
        for name in ["resolution", "stochastic"] {
            guard let value = arguments.number(name), !(value >= 0 && value <= 1) else { continue }
            throw EvaluationError.outOfRange(
                argument: name, value: "\(value)", allowed: "from 0 to 1, as a share such as 0.05")
        }
        return EnergyResolution(
            constant: try arguments.required("resolution"), stochastic: arguments.number("stochastic") ?? 0)
    }

    private static func angularResolution(_ arguments: ArgumentValues) throws -> Double {
        let angle = try arguments.required("theta-resolution")
        guard angle >= 0, angle <= 0.1 else {
            throw EvaluationError.outOfRange(
                argument: "theta-resolution", value: "\(angle) rad", allowed: "from 0 to 0.1 rad")
        }
        return angle
    }

    private static func detector(_ arguments: ArgumentValues) throws -> DetectorModel {
        DetectorModel(
            energyResolution: try energyResolution(arguments), angularResolution: try angularResolution(arguments))
    }

    /// A mass that the beam can make; the coupling drops out.
    private static func measuredSignal(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> MeasuredSignal {
        let mass = try arguments.required("mass")
        let threshold = ZPrimeProduction.thresholdMass(
            inputs: parameters.particles, beamEnergy: parameters.beamEnergy)
        guard mass > 0, mass < threshold else {
            throw EvaluationError.outOfRange(
                argument: "mass", value: massText(mass),
                allowed: "larger than zero and below the threshold √s − m_μ − m_e = \(massText(threshold))")
        }
        return MeasuredSignal(
            point: SignalPoint(
                particles: parameters.particles, beamEnergy: parameters.beamEnergy,
                benchmark: Benchmark(mass: mass, coupling: 1e-3)),
            detector: try detector(arguments), cuts: try selectionCuts(arguments, parameters))
    }
}
