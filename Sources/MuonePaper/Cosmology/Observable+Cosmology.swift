import BosonPhysics
import BuildGraph
import CosmologyPhysics
import MuoneCommon
import MuoneParameters
import PaperKit

extension Observable<PaperParameters> {
    /// The early universe.
    package static let cosmology: [Observable<PaperParameters>] = [
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
}
