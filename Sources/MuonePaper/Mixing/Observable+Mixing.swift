import BosonPhysics
import BuildGraph
import LimitModel
import Limits
import MixingPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit

extension Observable<PaperParameters> {
    /// Through kinetic mixing.
    package static let mixing: [Observable<PaperParameters>] = [
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
}
