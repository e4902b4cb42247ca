import BeamPhysics
import BosonPhysics
import BuildGraph
import Cosmology
import Foundation
import LimitModel
import Limits
import MixingPhysics
import MuoneCommon
import MuoneComputations
import MuoneParameters
import NumericalMethods
import PaperKit

extension Observable<PaperParameters> {
    /// What the map of all constraints is made from.
    static let landscape: [Observable<PaperParameters>] = mixing + production + cosmology + [excluded, limit]

    // MARK: Through kinetic mixing

    private static let mixing: [Observable<PaperParameters>] = [
        Observable(
            "kinetic-mixing",
            "mixing Π(q²) with the photon from the loops of μ and τ (q² + i0 above 4m_μ²), tree level added",
            unit: "1",
            [
                .number("q2", .energySquared), coupling, .choice("part", MixingPoint.Part.self, .real), treeLevel,
            ]
        ) { arguments, parameters in
            // Linear in the coupling, so that its sign counts.
            let mixing = try kineticMixing(arguments, parameters)
            return Node(
                "evaluate/kinetic-mixing",
                MixingPoint(
                    mixing: mixing, q2: try arguments.required("q2"), part: try arguments.choice("part"))
            ).optional
        },
        Observable(
            "white-dwarf-limit", "coupling that the cooling of white dwarfs excludes", unit: "1",
            [mass]
        ) { arguments, parameters in
            try coupling(
                of: .whiteDwarfs(treeLevelMixing: parameters.landscape.treeLevelMixing), arguments, parameters)
        },
        Observable(
            "borexino-limit", "coupling that solar neutrinos on electrons exclude", unit: "1",
            [
                mass, .choice("curve", ["published", "recast"], .text("published")),
                .number(
                    "excess", .dimensionless,
                    .dependent("the parameter borexino.excess, for the recast") { arguments, parameters in
                        arguments.text("curve") == "recast" ? .number(parameters.landscape.borexinoExcess) : nil
                    }),
            ]
        ) { arguments, parameters in
            guard arguments.text("curve") == "recast" else {
                guard arguments.number("excess") == nil else {
                    throw EvaluationError.notTogether(
                        first: "excess", second: "curve=published", reason: "the published line allows one excess only",
                        remedy: "leave it out, or ask for curve=recast")
                }
                return try coupling(of: CitedTables(parameters).borexino, arguments)
            }
            try requirePositive("excess", arguments)
            return try coupling(
                of: .borexinoRecast(
                    allowedExcess: try arguments.required("excess"),
                    treeLevelMixing: parameters.landscape.treeLevelMixing), arguments, parameters)
        },
        Observable(
            "electron-g-2",
            "contribution Δa_e to the electron's magnetic moment; the coupling is the electron's own, or "
                + "through=mixing the muon's g′", unit: "1",
            [
                mass, coupling, .choice("through", ["direct", "mixing"], .text("direct")),
            ]
        ) { arguments, parameters in
            let point = try benchmark(arguments)
            var electron = ElectronMomentShift.Coupling.direct(point.coupling)
            if arguments.text("through") == "mixing" {
                try requireMass(
                    arguments, in: 0...BoundedLimit.electronMagneticMoment().bound.validity.upperBound,
                    "where the mixing at q² = 0 stands for that in the loop")
                electron = .mixing(try kineticMixing(arguments, parameters))
            }
            return Node(
                "evaluate/electron-g-2",
                ElectronMomentShift(particles: parameters.particles, mass: point.mass, coupling: electron)
            ).optional
        },
    ]

    private static let treeLevel = Argument.number(
        "tree-level", .dimensionless, .parameter("mixing.tree-level") { $0.landscape.treeLevelMixing })

    private static func kineticMixing(
        _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> KineticMixing {
        try KineticMixing(
            coupling: try arguments.required("coupling"),
            treeLevel: arguments.number("tree-level") ?? parameters.landscape.treeLevelMixing,
            inputs: parameters.particles)
    }

    /// The coupling of a curve, which ends with its validity.
    private static func coupling<B: Bound>(
        of limit: BoundedLimit<B>, _ arguments: ArgumentValues, _ parameters: PaperParameters
    ) throws -> Node<Estimate?> {
        try requireMass(arguments, in: limit.bound.validity, "where the curve is stated: it is not extrapolated")
        return Limit(limit, particles: parameters.particles)
            .coupling("evaluate/\(limit.name)", atMass: try arguments.required("mass"))
    }

    /// The same of a table, whose masses are known only when it is read.
    private static func coupling(of table: PublishedTable, _ arguments: ArgumentValues) throws -> Node<Estimate?> {
        let (name, mass) = ("evaluate/\(table.limit.name)", try arguments.required("mass"))
        return Node(name, from: table.limit.excluded("\(name)/ranges", atMass: mass), parameters: mass) { mass, limit in
            try requireMass(mass, in: limit.facts.masses, "where the curve is stated: it is not extrapolated")
            return limit.coupling
        }
    }

    // MARK: Beam dumps and kaons

    private static let experiment = Argument.choice("experiment", BeamDumpExperiment.all.map(\.name))

    private static let production: [Observable<PaperParameters>] = [
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

    // MARK: All together

    private static let excluded = Observable(
        "excluded", "which experiments exclude a point, and by how much: g/g_limit of each", unit: "1",
        [mass, coupling]
    ) { arguments, variant -> Question in
        try requirePositiveMass(arguments)
        let tables = try variant.limitTables()
        let nodes = ExclusionNodes(
            try benchmark(arguments), variant.parameters, LimitCatalogue(variant.parameters, sources: tables))
        return Question(nodes.verdicts, warnings: tables.ignored.map(\.description)) { verdicts in
            try ExclusionAnswer(verdicts, arguments)
        }
    }
}
