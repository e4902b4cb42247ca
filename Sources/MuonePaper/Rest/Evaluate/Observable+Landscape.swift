import BeamPhysics
import BosonPhysics
import BuildGraph
import CosmologyPhysics
import Foundation
import LimitModel
import Limits
import MixingPhysics
import MuoneCommon
import MuoneComputations
import MuoneParameters
import NumericalMethods
import PaperKit
import Projections

extension Observable<PaperParameters> {
    /// What the map of all constraints is made from.
    static let landscape: [Observable<PaperParameters>] = mixing + projections + cosmology + [excluded, limit]

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

    // MARK: Cosmology

    private static let cosmology: [Observable<PaperParameters>] = [
        Observable(
            "thermal-coupling",
            "g′ = g_χ that leaves the observed dark matter of mass m_Z′/ratio: σv at rest = 4.4e-26 cm³/s "
                + "(closed), or freeze-out", unit: "1",
            [
                mass, .choice("dark-matter", DarkMatterKind.self, .dirac),
                .number("ratio", .dimensionless, .parameter("dark-matter.ratio") { $0.landscape.darkMatterRatio }),
                .choice(
                    "method", ThermalCoupling.Method.allCases.map(\.rawValue),
                    .dependent("closed for dirac, freeze-out for the others, whose σv falls with v²") { arguments, _ in
                        let isDirac = arguments.text("dark-matter") == DarkMatterKind.dirac.rawValue
                        return .text((isDirac ? ThermalCoupling.Method.closed : .freezeOut).rawValue)
                    }),
            ]
        ) { arguments, parameters in
            let kind: DarkMatterKind = try arguments.choice("dark-matter")
            let method: ThermalCoupling.Method = try arguments.choice("method")
            guard kind.velocityOrder == 0 || method == .freezeOut else {
                throw EvaluationError.notTogether(
                    first: "method=closed", second: "dark-matter=\(kind.rawValue)",
                    reason: "its annihilation falls with v², so that a cross section at rest fixes no coupling",
                    remedy: "ask for method=freeze-out")
            }
            let ratio = try arguments.required("ratio")
            guard ratio > 2 else {
                throw EvaluationError.outOfRange(
                    argument: "ratio", value: "\(ratio)",
                    allowed: "larger than 2: below, the boson's resonance or its own pairs decide")
            }
            let range = method == .freezeOut ? ThermalTargets.masses : DarkMatterAnnihilation.masses
            try requireMass(
                arguments, in: (range.lowerBound * ratio)...(range.upperBound * ratio),
                "so that dark matter of a mass of m_Z′/\(ratio) is from \(massText(range.lowerBound)) to "
                    + massText(range.upperBound))
            return Node(
                "evaluate/thermal-coupling",
                ThermalCoupling(
                    particles: parameters.particles, kind: kind, mass: try arguments.required("mass"),
                    ratio: ratio, method: method)
            ).optional
        },
        Observable(
            "effective-neutrinos", "N_eff with a boson that ends in ν_μ and ν_τ after they left the plasma", unit: "1",
            [
                mass,
                .number(
                    "decoupling-temperature", .energy,
                    .parameter("neutrinos.decoupling-temperature") { $0.landscape.decouplingTemperature }),
            ]
        ) { arguments, _ in
            try requireEnergy("mass", arguments)
            try requirePositive("decoupling-temperature", arguments, unit: " GeV")
            return Node(
                "evaluate/effective-neutrinos",
                NeutrinoNumber(
                    mass: try arguments.required("mass"),
                    decouplingTemperature: try arguments.required("decoupling-temperature"))
            ).optional
        },
    ]

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
