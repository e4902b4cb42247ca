import BuildGraph
import Foundation
import Kinematics
import MomentPhysics
import MuoneCommon
import MuoneComputations
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference
import SignalPhysics
import TridentPhysics

extension Observable<PaperParameters> {
    /// What the letter is about.
    static let letter: [Observable<PaperParameters>] = signal + kinematics + moments + tridents

    // MARK: Signal

    /// The arguments that change the selection.
    private static let selection: [Argument] = [
        .choice("cuts", ["published", "angle", "none"], .text("published")),
        .number("electron-min", .energy, .absent), .number("electron-max", .energy, .absent),
        .number("theta-min", .angle, .absent),
    ]

    private static let signal: [Observable<PaperParameters>] = [
        Observable(
            "signal-cross-section", "cross section of μe → μeZ′ within the cuts", unit: "fb",
            [mass, coupling] + selection
        ) { arguments, parameters in
            try crossSection(arguments, parameters).optional
        },
        Observable(
            "signal-events", "expected signal events within the cuts", unit: "events",
            [mass, coupling] + selection
        ) { arguments, parameters in
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

    private static func crossSection(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> Node<Estimate> {
        Node(
            "evaluate/cross-section",
            SignalCrossSection(point: try point(arguments, parameters), cuts: try cuts(arguments, parameters)))
    }

    private static func cuts(_ arguments: ArgumentValues, _ parameters: PaperParameters) throws -> SelectionCuts {
        var cuts: SelectionCuts =
            switch arguments.text("cuts") {
            case "angle": SelectionCuts(minimumMuonAngle: parameters.minimumMuonAngle)
            case "none": SelectionCuts.none
            default: parameters.cuts
            }
        try requireEnergy("electron-min", arguments)
        try requireEnergy("electron-max", arguments)
        if let energy = arguments.number("electron-min") { cuts.minimumElectronEnergy = energy }
        if let energy = arguments.number("electron-max") { cuts.maximumElectronEnergy = energy }
        if let angle = arguments.number("theta-min") {
            guard angle >= 0, angle < .pi else {
                throw EvaluationError.outOfRange(
                    argument: "theta-min", value: "\(angle) rad", allowed: "from 0 to 180 degrees")
            }
            cuts.minimumMuonAngle = angle
        }
        if let low = cuts.minimumElectronEnergy, let high = cuts.maximumElectronEnergy, !(low < high) {
            throw EvaluationError.outOfRange(
                argument: "electron-min", value: "\(low) GeV", allowed: "below electron-max = \(high) GeV")
        }
        return cuts
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
            Node("evaluate/elastic-maximum-angle", from: PhysicsNodes.elasticFacts(parameters)) {
                $0.maximumMuonAngle
            }
        },
        Observable(
            "photon-angle-bound", "largest photon angle of radiative events that pass the cuts",
            unit: "rad", []
        ) { _, parameters in
            Node("evaluate/photon-angle-bound", from: PhysicsNodes.radiativeFacts(parameters)) {
                $0?.photonAngle
            }
        },
    ]

    // MARK: Magnetic moment

    private static let moments: [Observable<PaperParameters>] = [
        Observable(
            "muon-g-2", "contribution Δa_μ of the boson to the muon's magnetic moment", unit: "1",
            [mass, coupling]
        ) { arguments, parameters in
            let coupling = try arguments.required("coupling")
            try requireCoupling(coupling)
            return Node(
                "evaluate/muon-g-2",
                MagneticMomentShift(
                    particles: parameters.particles,
                    benchmark: Benchmark(mass: try arguments.required("mass"), coupling: coupling))
            ).optional
        },
        Observable(
            "gminus2-coupling", "coupling that gives a deviation Δa_μ", unit: "1",
            [mass, .number("deviation", .dimensionless)]
        ) { arguments, parameters in
            Node(
                "evaluate/gminus2-coupling",
                MagneticMomentCoupling(
                    particles: parameters.particles, mass: try arguments.required("mass"),
                    deviation: try arguments.required("deviation"))
            ).optional
        },
    ]

    // MARK: Tridents

    private static let experiment = Argument.choice("experiment", ["ccfr", "charm2"])

    private static let tridents: [Observable<PaperParameters>] = [
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
