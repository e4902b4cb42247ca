import BuildGraph
import MomentPhysics
import MuoneCommon
import MuoneParameters
import PaperKit
import Reference

extension Observable<PaperParameters> {
    package static let magneticMoment: [Observable<PaperParameters>] = [
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
}
