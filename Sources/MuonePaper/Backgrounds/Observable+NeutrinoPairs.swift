import BuildGraph
import Foundation
import MuoneCommon
import MuoneParameters
import NeutrinoPairPhysics
import NumericalMethods
import PaperKit
import Reference
import SignalPhysics

extension Observable<PaperParameters> {
    /// μe → μeνν̄.
    package static let neutrinoPairs: [Observable<PaperParameters>] = [
        Observable(
            "neutrino-background", "events of μe → μeνν̄ within the cuts", unit: "events",
            [
                .choice("flavour", NeutrinoFlavour.allCases.map(\.rawValue)),
                .choice("charge", ["plus", "minus"], .text("plus")),
                .number(
                    "sin2-theta", .dimensionless,
                    .parameter("the weak mixing angle") { $0.particles.weakMixingAngleSquared }),
                Argument(
                    "fermi", .bareNumber(.inverseEnergySquared),
                    .parameter("the Fermi constant") { $0.particles.fermiConstant }),
            ] + selectionArguments()
        ) { arguments, parameters in
            guard let flavour = arguments.text("flavour").flatMap(NeutrinoFlavour.init(rawValue:)) else {
                throw EvaluationError.outOfRange(
                    argument: "flavour", value: arguments.text("flavour") ?? "", allowed: "electron, muon or tau")
            }
            var particles = parameters.particles
            particles.weakMixingAngleSquared = try arguments.required("sin2-theta")
            particles.fermiConstant = try arguments.required("fermi")
            guard (0...1).contains(particles.weakMixingAngleSquared) else {
                throw EvaluationError.outOfRange(
                    argument: "sin2-theta", value: "\(particles.weakMixingAngleSquared)", allowed: "from 0 to 1")
            }
            guard (0...1).contains(particles.fermiConstant) else {
                throw EvaluationError.outOfRange(
                    argument: "fermi", value: "\(particles.fermiConstant) GeV-2", allowed: "from 0 to 1 GeV-2")
            }
            let process = NeutrinoPairProcess(
                particles: particles, beamEnergy: parameters.beamEnergy, flavour: flavour,
                isAntimuon: arguments.text("charge") != "minus")
            return Node(
                "evaluate/neutrino-background",
                NeutrinoPairYield(
                    process: process, cuts: try selectionCuts(arguments, parameters),
                    luminosity: parameters.luminosity)
            ).optional
        }
    ]
}
