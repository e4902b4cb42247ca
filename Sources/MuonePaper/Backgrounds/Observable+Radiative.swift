import Amplitudes
import BuildGraph
import DetectorPhysics
import Foundation
import Kinematics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit
import RadiativePhysics
import Reference
import SignalPhysics

extension Observable<PaperParameters> {
    /// μe → μeγ within the cuts, and what a photon veto has to do about it.
    package static let radiative: [Observable<PaperParameters>] = rates + merging + photons

    /// The arguments that change the selection.
    private static let selection: [Argument] = [
        .choice("cuts", ["published", "angle", "none"], .text("published")),
        .number("theta-min", .angle, .absent), .number("electron-min", .energy, .absent),
        .number("electron-max", .energy, .absent), .choice("charge", ["plus", "minus"], .text("plus")),
        .number("photon-min", .energy, .absent), .number("photon-theta-min", .angle, .absent),
        .number("separation-min", .angle, .absent),
    ]

    private static let rates: [Observable<PaperParameters>] = [
        Observable(
            "radiative-cross-section",
            "cross section of μe → μeγ within the cuts; resolution: window in measured energy, ratio-max: in all measured",
            unit: "fb",
            selection + [.number("resolution", .dimensionless, .absent), .number("ratio-max", .dimensionless, .absent)]
        ) { arguments, parameters in
            try crossSection(arguments, parameters).optional
        },
        Observable(
            "radiative-events", "events of μe → μeγ within the cuts, before any veto", unit: "events",
            selection + [.number("resolution", .dimensionless, .absent), .number("ratio-max", .dimensionless, .absent)]
        ) { arguments, parameters in
            Node(
                "evaluate/radiative-events", EventYield(luminosity: parameters.luminosity),
                from: try crossSection(arguments, parameters)
            ).optional
        },
    ]

    private static let merging: [Observable<PaperParameters>] = [
        Observable(
            "radiative-merged-fraction", "share of the radiative events with the photon this close to the electron",
            unit: "1", [.number("separation", .angle)] + selection
        ) { arguments, parameters in
            try requireNotNegative("separation", arguments, unit: " rad")
            return Node(
                "evaluate/radiative-merged-fraction",
                RadiativeMergedFraction(
                    process: try process(arguments, parameters), cuts: try cuts(arguments, parameters),
                    separation: try arguments.required("separation"))
            ).optional
        },
        Observable(
            "radiative-leakage", "merged radiative events whose summed energy is measured below electron-max",
            unit: "events", [.number("resolution", .dimensionless), .number("separation", .angle)] + selection
        ) { arguments, parameters in
            try requireNotNegative("resolution", arguments)
            try requireNotNegative("separation", arguments, unit: " rad")
            return Node(
                "evaluate/radiative-leakage", EventYield(luminosity: parameters.luminosity),
                from: Node(
                    "evaluate/radiative-leakage/cross-section",
                    RadiativeLeakage(
                        process: try process(arguments, parameters), cuts: try cuts(arguments, parameters),
                        resolution: EnergyResolution(constant: try arguments.required("resolution")),
                        separation: try arguments.required("separation")))
            ).optional
        },
        Observable(
            "veto-inefficiency", "share of the separated photons that a veto may miss for a number of events",
            unit: "1",
            [
                .number("events", .dimensionless),
                .number("separation", .angle, .parameter("detector.separation") { $0.detector.separation }),
            ] + selection.filter { $0.name != "separation-min" }
        ) { arguments, parameters in
            try requireNotNegative("events", arguments)
            try requireNotNegative("separation", arguments, unit: " rad")
            var cuts = try cuts(arguments, parameters)
            cuts.minimumSeparation = try arguments.required("separation")
            let separated = Node(
                "evaluate/separated-cross-section",
                RadiativeCrossSection(process: try process(arguments, parameters), cuts: cuts))
            return Node(
                "evaluate/veto-inefficiency", VetoInefficiency(events: try arguments.required("events")),
                from: Node(
                    "evaluate/separated", EventYield(luminosity: parameters.luminosity), from: separated)
            ).optional
        },
    ]

    private static let photons: [Observable<PaperParameters>] = [
        Observable(
            "radiative-escape",
            "radiative events whose electron hits a centred square and whose photon misses it, mean over the stations",
            unit: "events",
            [
                .number("side", .length),
                .count("stations", 1...1000, .parameter("detector.stations") { Double($0.detector.stations) }),
                .number("pitch", .length, .parameter("detector.pitch") { $0.detector.pitch }),
            ] + selection
        ) { arguments, parameters in
            try requirePositive("side", arguments, unit: " m")
            try requirePositive("pitch", arguments, unit: " m")
            return Node(
                "evaluate/radiative-escape", EventYield(luminosity: parameters.luminosity),
                from: Node(
                    "evaluate/radiative-escape/cross-section",
                    RadiativeEscape(
                        process: try process(arguments, parameters), cuts: try cuts(arguments, parameters),
                        side: try arguments.required("side"),
                        stations: arguments.count("stations") ?? parameters.detector.stations,
                        pitch: try arguments.required("pitch")))
            ).optional
        },
        Observable(
            "photon-acceptance", "share of the radiative events whose photon hits a centred square", unit: "1",
            [.number("side", .length), .number("distance", .length)] + selection
        ) { arguments, parameters in
            try requirePositive("side", arguments, unit: " m")
            try requirePositive("distance", arguments, unit: " m")
            return Node(
                "evaluate/photon-acceptance",
                PhotonAcceptance(
                    process: try process(arguments, parameters), cuts: try cuts(arguments, parameters),
                    side: try arguments.required("side"), distances: [try arguments.required("distance")])
            ).optional
        },
        Observable(
            "photon-energy-bound", "least photon energy of radiative events that pass the cuts", unit: "GeV",
            [.number("theta-min", .angle, .absent), .number("electron-max", .energy, .absent)]
        ) { arguments, parameters in
            Node(
                "evaluate/photon-energy-bound", from: try radiativeFacts(arguments, parameters)
            ) { $0?.minimumPhotonEnergy }
        },
    ]

    /// What kinematics fixes of the photon for a muon angle and a largest electron energy, those of the paper where none is given.
    private static func radiativeFacts(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> Node<RadiativeFacts.Facts?> {
        try requireNotNegative("theta-min", arguments, unit: " rad")
        try requireElectronMaximum(arguments, parameters)
        return Node(
            "evaluate/radiative-facts",
            RadiativeFacts(
                particles: parameters.particles, beamEnergy: parameters.beamEnergy,
                minimumMuonAngle: arguments.number("theta-min") ?? parameters.minimumMuonAngle,
                maximumElectronEnergy: arguments.number("electron-max") ?? parameters.maximumElectronEnergy))
    }

    private static func crossSection(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> Node<Estimate> {
        try requireNotNegative("resolution", arguments)
        try requirePositive("ratio-max", arguments)
        let resolution = arguments.number("resolution")
        let ratio = arguments.number("ratio-max")
        var detector: DetectorModel?
        if resolution != nil || ratio != nil {
            detector = DetectorModel(
                energyResolution: EnergyResolution(
                    constant: resolution ?? parameters.detector.energyResolution),
                angularResolution: parameters.detector.angularResolution,
                targetThickness: parameters.detector.targetThickness)
        }
        return Node(
            "evaluate/radiative-cross-section",
            RadiativeCrossSection(
                process: try process(arguments, parameters), cuts: try cuts(arguments, parameters), detector: detector,
                maximumRatio: ratio))
    }

    private static func process(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> RadiativeProcess {
        RadiativeProcess(
            particles: parameters.particles, beamEnergy: parameters.beamEnergy,
            beam: arguments.text("charge") == "minus" ? .negative : .positive)
    }

    private static func cuts(_ arguments: ArgumentValues, _ parameters: PaperParameters) throws -> RadiativeCuts {
        var selection: SelectionCuts =
            switch arguments.text("cuts") {
            case "angle": SelectionCuts(minimumMuonAngle: parameters.minimumMuonAngle)
            case "none": SelectionCuts.none
            default: parameters.cuts
            }
        try requireEnergy("electron-min", arguments)
        try requireElectronMaximum(arguments, parameters)
        for (name, unit) in [
            ("photon-min", " GeV"), ("photon-theta-min", " rad"), ("separation-min", " rad"), ("theta-min", " rad"),
        ] {
            try requireNotNegative(name, arguments, unit: unit)
        }
        if let energy = arguments.number("electron-min") { selection.minimumElectronEnergy = energy }
        if let energy = arguments.number("electron-max") { selection.maximumElectronEnergy = energy }
        if let angle = arguments.number("theta-min") {
            guard angle < 0.5 * Double.pi else {
                throw EvaluationError.outOfRange(
                    argument: "theta-min", value: "\(angle) rad", allowed: "from 0 to below 90 degrees")
            }
            selection.minimumMuonAngle = angle
        }
        if let low = selection.minimumElectronEnergy, let high = selection.maximumElectronEnergy, !(low < high) {
            throw EvaluationError.outOfRange(
                argument: "electron-min", value: "\(low) GeV", allowed: "below electron-max = \(high) GeV")
        }
        if let energy = arguments.number("photon-min"), energy >= parameters.beamEnergy {
            throw EvaluationError.outOfRange(
                argument: "photon-min", value: "\(energy) GeV",
                allowed: "below the beam's energy, \(parameters.beamEnergy) GeV")
        }
        return RadiativeCuts(
            selection, minimumPhotonEnergy: arguments.number("photon-min") ?? 0,
            minimumPhotonAngle: arguments.number("photon-theta-min") ?? 0,
            minimumSeparation: arguments.number("separation-min") ?? 0)
    }

    private static func requireElectronMaximum(_ arguments: ArgumentValues, _ parameters: PaperParameters) throws {
        guard let energy = arguments.number("electron-max"), !(energy >= parameters.particles.electronMass) else {
            return
        }
        throw EvaluationError.outOfRange(
            argument: "electron-max", value: "\(energy) GeV",
            allowed: "at least the electron's mass, which the energy contains")
    }
}
