import BuildGraph
import FormFactorPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit

extension Observable<PaperParameters> {
    /// The photon–muon vertex at one loop, and the mixing.
    package static let formFactor: Observable<PaperParameters> =
        Observable(
            "form-factor",
            "photon–muon form factors with the boson in the loop, F1(0) = 0, and the mixing term "
                + "-(g/e) Π(q²) q²/(q²-m²); below q² = 4m_μ²",
            unit: "e g²/16π²",
            [
                .choice("name", FormFactorPoint.Name.allCases.map(\.rawValue)), mass, .number("q2", .energySquared),
            ]
        ) { arguments, parameters in
            let name: FormFactorPoint.Name = try arguments.choice("name")
            try requireEnergy("mass", arguments)
            // A massless boson has no F1 that is free of infrared divergence.
            if name == .charge { try requirePositiveMass(arguments) }
            let (mass, q2) = (try arguments.required("mass"), try arguments.required("q2"))
            let threshold = 4 * parameters.particles.muonMass * parameters.particles.muonMass
            guard q2 < threshold else {
                throw EvaluationError.outOfRange(
                    argument: "q2", value: "\(q2) GeV2",
                    allowed: "below 4m_μ² = \(decimal(threshold)) GeV2, above which the form factors are complex")
            }
            return Node(
                "evaluate/form-factor",
                FormFactorPoint(particles: parameters.particles, name: name, mass: mass, q2: q2)
            ).optional
        }
}
