import BuildGraph
import DetectorPhysics
import Foundation
import Kinematics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SearchPhysics
import SignalPhysics

extension Observable<PaperParameters> {
    /// What the letter is about: the signal, and the kinematics of what it is told apart from.
    package static let signal: [Observable<PaperParameters>] = events + kinematics

    /// The arguments that replace true by measured values.
    private static let measurement: [Argument] = [
        .number("resolution", .dimensionless, .absent), .number("ratio-max", .dimensionless, .absent),
        .number("theta-resolution", .angle, .absent),
    ]

    private static let events: [Observable<PaperParameters>] = [
        Observable(
            "signal-cross-section", "cross section of μe → μeZ′ within the cuts", unit: "fb",
            [mass, coupling] + selectionArguments()
        ) { arguments, parameters in
            try crossSection(arguments, parameters).optional
        },
        Observable(
            "signal-events", "expected signal events within the cuts", unit: "events",
            [mass, coupling] + selectionArguments() + measurement
        ) { arguments, parameters in
            if let events = try measuredEvents(arguments, parameters) { return events.optional }
            let luminosity = EventYield(luminosity: parameters.luminosity)
            return Node("evaluate/events", luminosity, from: try crossSection(arguments, parameters)).optional
        },
        Observable(
            "signal-spectrum", "dN/dE_e with the angle cut alone", unit: "1/GeV",
            [mass, coupling, .number("electron-energy", .energy)]
        ) { arguments, parameters in
            try requireEnergy("electron-energy", arguments)
            return Node(
                "evaluate/spectrum",
                SignalSpectrumPoint(
                    point: try point(arguments, parameters), minimumMuonAngle: parameters.minimumMuonAngle,
                    luminosity: parameters.luminosity, electronEnergy: try arguments.required("electron-energy"))
            ).optional
        },
        Observable(
            "signal-fraction", "fraction of the selected signal below an electron angle", unit: "1",
            [mass, .number("theta-e-max", .angle)]
        ) { arguments, parameters in
            let angle = try arguments.required("theta-e-max")
            guard angle >= 0 else {
                throw EvaluationError.outOfRange(
                    argument: "theta-e-max", value: "\(angle) rad", allowed: "zero or larger")
            }
            // The coupling drops out of the fraction.
            let point = try point(arguments, parameters, coupling: 1e-3)
            var cuts = parameters.cuts
            let whole = Node("evaluate/whole", SignalCrossSection(point: point, cuts: cuts))
            cuts.maximumElectronAngle = angle
            return Node(
                "evaluate/fraction", Fraction(),
                from: Node("evaluate/part", SignalCrossSection(point: point, cuts: cuts)), whole)
        },
        Observable(
            "reach", "coupling at which the selection keeps a number of events", unit: "1",
            [
                mass, .number("events", .dimensionless, .parameter("reach.events") { $0.requiredEvents }),
            ]
        ) { arguments, parameters in
            let events = try arguments.required("events")
            guard events > 0 else {
                throw EvaluationError.outOfRange(argument: "events", value: "\(events)", allowed: "larger than zero")
            }
            let point = try point(arguments, parameters, coupling: 1e-3)
            return Node(
                "evaluate/reach",
                CouplingForEvents(
                    events: events, luminosity: parameters.luminosity, coupling: point.benchmark.coupling),
                from: Node("evaluate/cross-section", SignalCrossSection(point: point, cuts: parameters.cuts)))
        },
    ]

    /// With a resolution, the electron's energy as measured; with a largest ratio of its angle to the elastic one, all angles too.
    /// Nil without either.
    private static func measuredEvents(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> Node<Estimate>? {
        let (resolution, ratio) = (arguments.number("resolution"), arguments.number("ratio-max"))
        guard resolution != nil || ratio != nil else { return nil }
        if let resolution, !(resolution >= 0 && resolution <= 1) {
            throw EvaluationError.outOfRange(
                argument: "resolution", value: "\(resolution)", allowed: "from 0 to 1, as a share such as 0.05")
        }
        try requirePositive("ratio-max", arguments)
        var detector = DetectorModel()
        if let resolution { detector.energyResolution = EnergyResolution(constant: resolution) }
        if let angle = arguments.number("theta-resolution") {
            guard angle >= 0, angle <= 0.1 else {
                throw EvaluationError.outOfRange(
                    argument: "theta-resolution", value: "\(angle) rad", allowed: "from 0 to 0.1 rad")
            }
            detector.angularResolution = angle
        }
        let signal = MeasuredSignal(
            point: try point(arguments, parameters), detector: detector, cuts: try selectionCuts(arguments, parameters))
        return Node(
            "evaluate/measured-events",
            MeasuredSignalYield(signal: signal, luminosity: parameters.luminosity, ratioMaximum: ratio))
    }

    private static func crossSection(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> Node<Estimate> {
        Node(
            "evaluate/cross-section",
            SignalCrossSection(point: try point(arguments, parameters), cuts: try selectionCuts(arguments, parameters)))
    }

    private static func point(
        _ arguments: ArgumentValues, _ parameters: PaperParameters, coupling: Double? = nil
    ) throws -> SignalPoint {
        let mass = try arguments.required("mass")
        let coupling = try coupling ?? arguments.required("coupling")
        let threshold = try ElasticKinematics(
            beamEnergy: parameters.beamEnergy, inputs: parameters.particles
        ).thresholdMass
        guard mass > 0, mass < threshold else {
            throw EvaluationError.outOfRange(
                argument: "mass", value: "\(mass * 1e3) MeV",
                allowed: String(
                    format: "larger than zero and below the threshold √s − m_μ − m_e = %.2f MeV at a beam of %.6g GeV",
                    threshold * 1e3, parameters.beamEnergy))
        }
        try requireCoupling(coupling)
        return SignalPoint(
            particles: parameters.particles, beamEnergy: parameters.beamEnergy,
            benchmark: Benchmark(mass: mass, coupling: coupling))
    }

    // MARK: Elastic kinematics and radiation

    private static let kinematics: [Observable<PaperParameters>] = [
        Observable(
            "elastic-minimum-energy", "least electron energy of elastic events above a muon angle",
            unit: "GeV", [.number("theta", .angle)]
        ) { arguments, parameters in
            Node(
                "evaluate/elastic-minimum-energy",
                ElasticMinimumEnergy(
                    particles: parameters.particles, beamEnergy: parameters.beamEnergy,
                    muonAngle: try arguments.required("theta"))
            ).optional
        },
        Observable(
            "elastic-maximum-angle", "largest muon angle of elastic events", unit: "rad", []
        ) { _, parameters in
            Node("evaluate/elastic-maximum-angle", from: SignalKinematics.elastic(parameters)) {
                $0.maximumMuonAngle
            }
        },
        Observable(
            "photon-angle-bound", "largest photon angle of radiative events that pass the cuts",
            unit: "rad",
            [.number("theta-min", .angle, .absent), .number("electron-max", .energy, .absent)]
        ) { arguments, parameters in
            try requireNotNegative("theta-min", arguments, unit: " rad")
            try requirePositive("electron-max", arguments, unit: " GeV")
            let facts = Node(
                "evaluate/radiative-facts",
                RadiativeFacts(
                    particles: parameters.particles, beamEnergy: parameters.beamEnergy,
                    minimumMuonAngle: arguments.number("theta-min") ?? parameters.minimumMuonAngle,
                    maximumElectronEnergy: arguments.number("electron-max") ?? parameters.maximumElectronEnergy))
            return Node("evaluate/photon-angle-bound", from: facts) { $0?.photonAngle }
        },
    ]
}
