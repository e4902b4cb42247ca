import BuildGraph
import MomentPhysics
import MuoneCommon
import MuoneParameters
import NumericalMethods
import PaperKit

extension Observable<PaperParameters> {
    /// Bosons that couple to electrons and muons, or turn one into the other.
    package static let flavour: [Observable<PaperParameters>] = [
        Observable(
            "one-loop-g-2",
            "contribution Δa to a lepton's magnetic moment with any lepton in the loop; the real part where the "
                + "lepton decays to the other and the boson", unit: "1",
            [
                .choice("mediator", OneLoopMoment.Mediator.allCases.map(\.rawValue)),
                .choice("lepton", ChargedLepton.allCases.map(\.rawValue)),
                .choice("loop-lepton", ChargedLepton.allCases.map(\.rawValue)), mass, coupling,
            ]
        ) { arguments, parameters in
            try requirePositiveMass(arguments)
            return Node(
                "evaluate/one-loop-g-2",
                LoopMoment(
                    particles: parameters.particles, mediator: try arguments.choice("mediator"),
                    lepton: try arguments.choice("lepton"), loop: try arguments.choice("loop-lepton"),
                    benchmark: try benchmark(arguments))
            ).optional
        },
        Observable(
            "muonium-limit",
            "coupling μ̄e that the search for antimuonium excludes: as published, or from the Lagrangian, state by "
                + "state in the experiment's field (from m_μ − m_e on)", unit: "1",
            [
                .choice("mediator", MuoniumConversion.Mediator.allCases.map(\.rawValue)), mass,
                .choice("formula", MuoniumConversion.Formula.self, .published),
            ]
        ) { arguments, parameters in
            let formula: MuoniumConversion.Formula = try arguments.choice("formula")
            try requirePositiveMass(arguments)
            let smallest = MuoniumConversion.smallestMass(inputs: parameters.particles)
            let mass = try arguments.required("mass")
            guard formula == .published || mass > smallest else {
                throw EvaluationError.outOfRange(
                    argument: "mass", value: massText(mass),
                    allowed: "above m_μ − m_e = \(massText(smallest)): the muon decays to a lighter boson")
            }
            return Node(
                "evaluate/muonium-limit",
                MuoniumLimit(
                    particles: parameters.particles, mediator: try arguments.choice("mediator"), formula: formula,
                    mass: mass))
        },
    ]
}
