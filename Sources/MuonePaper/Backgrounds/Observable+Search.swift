import BuildGraph
import DetectorPhysics
import Foundation
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SearchPhysics
import SignalPhysics

extension Observable<PaperParameters> {
    /// What a search on a background reaches, and what a measurement of the muon's momentum adds.
    package static let search: [Observable<PaperParameters>] = limits + spectrometer

    // MARK: Limits and discoveries

    /// Of all expected backgrounds and their relative uncertainties.
    private static let background: [Argument] = [
        .number("background", .dimensionless), .number("uncertainty", .dimensionless),
    ]

    private static let confidence = Argument.number("confidence", .dimensionless, .text("0.95"))

    private static let limits: [Observable<PaperParameters>] = [
        Observable(
            "expected-signal-limit",
            "median expected CL_s limit on the signal in one bin (asymptotic, on/off nuisance)",
            unit: "events", background + [confidence]
        ) { arguments, _ in
            try signalLimit(arguments).optional
        },
        Observable(
            "expected-limit", "coupling whose signal within the cuts is as large as expected-signal-limit", unit: "1",
            background + [mass, confidence], undefined: "no signal of this mass passes the cuts"
        ) { arguments, parameters in
            let point = try searchPoint(arguments, parameters, coupling: 1e-3)
            return Node(
                "evaluate/expected-limit",
                CouplingForSignal(luminosity: parameters.luminosity, coupling: point.benchmark.coupling),
                from: try signalLimit(arguments),
                Node("evaluate/cross-section", SignalCrossSection(point: point, cuts: parameters.cuts)))
        },
        Observable(
            "discovery-signal", "signal that is discovered with a median significance on a background in one bin",
            unit: "events", background + [.number("significance", .dimensionless, .text("5"))]
        ) { arguments, _ in
            Node(
                "evaluate/discovery-signal",
                DiscoverySignal(
                    experiment: try experiment(arguments), significance: try arguments.required("significance"))
            ).optional
        },
    ]

    private static func experiment(_ arguments: ArgumentValues) throws -> CountingExperiment {
        let background = try arguments.required("background")
        let uncertainty = try arguments.required("uncertainty")
        guard background >= 0 else {
            throw EvaluationError.outOfRange(
                argument: "background", value: "\(background)", allowed: "zero or more expected events")
        }
        guard uncertainty >= 0 else {
            throw EvaluationError.outOfRange(
                argument: "uncertainty", value: "\(uncertainty)",
                allowed: "zero or more, relative to the background, such as 0.05")
        }
        return CountingExperiment(background: background, uncertainty: uncertainty)
    }

    private static func signalLimit(_ arguments: ArgumentValues) throws -> Node<Estimate> {
        let level = try arguments.required("confidence")
        guard level > 0, level < 1 else {
            throw EvaluationError.outOfRange(
                argument: "confidence", value: "\(level)", allowed: "larger than 0 and smaller than 1")
        }
        return Node(
            "evaluate/expected-signal-limit",
            ExpectedSignalLimit(experiment: try experiment(arguments), confidenceLevel: level))
    }

    // MARK: The muon's spectrometer

    /// All of them are zero where they are left out.
    private static let resolutions: [Argument] = [
        .number("beam-spread", .dimensionless, .text("0")), .number("muon-resolution", .dimensionless, .text("0")),
        .number("resolution", .dimensionless, .text("0")), .number("theta-resolution", .angle, .text("0mrad")),
        .count("scattering", 0...1, .text("0")),
    ]

    private static let spectrometer: [Observable<PaperParameters>] = [
        Observable(
            "missing-mass-resolution", "half of the central 68 % of m²_meas − m² of the selected signal", unit: "GeV2",
            // The coupling drops out of a shape; who asks for a series of quantities may give it to all.
            [mass, .number("coupling", .dimensionless, .text("1e-3"), largest: 1e3)] + resolutions,
            undefined: "no signal of this mass passes the cuts"
        ) { arguments, parameters in
            Node(
                "evaluate/missing-mass-resolution",
                MissingMassResolution(
                    point: try searchPoint(arguments, parameters, coupling: 1e-3), cuts: parameters.cuts,
                    spectrometer: try spectrometer(arguments)))
        },
        Observable(
            "mass-precision", "error of the mass from a fit of mass and coupling to the missing mass squared",
            unit: "GeV", [mass, coupling] + resolutions, undefined: "no signal of this mass passes the cuts"
        ) { arguments, parameters in
            Node("evaluate/mass-precision", from: try precision(arguments, parameters)) { $0?.massError }
        },
        Observable(
            "coupling-precision", "relative error of the coupling from the fit of mass-precision", unit: "1",
            [mass, coupling] + resolutions, undefined: "no signal of this mass passes the cuts"
        ) { arguments, parameters in
            Node("evaluate/coupling-precision", from: try precision(arguments, parameters)) { $0?.couplingError }
        },
    ]

    private static func precision(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> Node<SpectrometerPrecision.Result?> {
        try requirePositive("coupling", arguments)
        return Node(
            "evaluate/spectrometer-precision",
            SpectrometerPrecision(
                point: try searchPoint(arguments, parameters, coupling: try arguments.required("coupling")),
                cuts: parameters.cuts, luminosity: parameters.luminosity, spectrometer: try spectrometer(arguments)))
    }

    private static func spectrometer(_ arguments: ArgumentValues) throws -> MuonSpectrometer {
        for name in ["beam-spread", "muon-resolution", "resolution"] {
            let value = try arguments.required(name)
            guard value >= 0, value <= 0.5 else {
                throw EvaluationError.outOfRange(
                    argument: name, value: "\(value)", allowed: "from 0 to 0.5, as a share such as 0.01")
            }
        }
        let angle = try arguments.required("theta-resolution")
        guard angle >= 0, angle <= 0.1 else {
            throw EvaluationError.outOfRange(
                argument: "theta-resolution", value: "\(angle) rad", allowed: "from 0 to 0.1 rad")
        }
        return MuonSpectrometer(
            beamSpread: try arguments.required("beam-spread"),
            muonResolution: try arguments.required("muon-resolution"),
            energyResolution: EnergyResolution(constant: try arguments.required("resolution")),
            angularResolution: angle, scatters: arguments.count("scattering") == 1)
    }

    /// A mass that the beam can make.
    private static func searchPoint(
        _ arguments: ArgumentValues, _ parameters: PaperParameters, coupling: Double
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
            benchmark: Benchmark(mass: mass, coupling: coupling))
    }
}
