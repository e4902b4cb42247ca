import CairoCanvas
import Foundation
import Manuscript
import MuoneParameters
import Testing

@testable import MuoneCommon
@testable import PaperKit

@Suite("Wild parameters", .serialized)
struct ParameterFuzzTests {
    @Test("declare a paper, or are refused with the reason", .timeLimit(.minutes(30)))
    func declarations() throws {
        let renderer = try Renderer()
        for seed in Fuzz.seeds(60) {
            var fuzz = Fuzz(seed: seed)
            let assignments = (0...fuzz.below(3)).map { _ in assignment(&fuzz) }
            Fuzz.announce("set", seed, assignments.joined(separator: " "))
            do {
                let parameters = try PaperParameters(setting: assignments)
                try parameters.check()
                for warning in try parameters.warnings() {
                    #expect(!warning.contains("nan") && !warning.contains("inf"))
                }
                _ = try Edition.test(parameters, renderer: renderer)
            } catch {
                #expect(isHelpful(error), "seed \(seed): \(assignments): \(error)")
            }
        }
    }

    @Test(
        "far outside of all physics are refused with the allowed range",
        arguments: [
            "dark-matter.ratio=3e4", "light.coupling=1e-170", "ccfr.energy=1e300GeV", "beam.energy=1e200GeV",
            "beam.luminosity=1e200/fb", "cuts.theta=1e-200rad", "reach.events=1e300", "heavy.mass=1e-200GeV",
            "constants.inverse-alpha=1e-100", "mixing.tree-level=1e154", "borexino.excess=1e-300",
            "landscape.mass-max=1e300GeV", "neutrinos.decoupling-temperature=1e100GeV", "na62.background=1e300",
        ])
    func ranges(_ assignment: String) throws {
        let parameters = try PaperParameters(setting: [assignment])
        let name = String(assignment.prefix { $0 != "=" })
        #expect {
            try parameters.check()
        } throws: { error in
            guard case .outOfRange(name, _, let allowed)? = error as? ParameterError else { return false }
            return allowed.contains("from ") && allowed.contains(" to ")
        }
    }

    @Test("are refused where they are far from one, whichever parameter it is")
    func everyParameter() throws {
        for definition in PaperParameters.all {
            guard case .number(let dimension) = definition.kind else { continue }
            for number in ["1e290", "-1e290"] {
                var parameters = PaperParameters.published
                try parameters.set("\(definition.name)=\(dimension.example(number))")
                #expect(throws: ParameterError.self, "\(definition.name)") { try parameters.check() }
            }
        }
    }

    @Test("set twice are refused, as one of the two would be lost")
    func repeated() {
        #expect(throws: ParameterError.repeated(name: "cuts.theta")) {
            try PaperParameters(setting: ["cuts.theta=2mrad", "beam.energy=160GeV", " cuts.theta =3mrad"])
        }
    }

    /// Most are one of the published value, changed a little or by orders of magnitude.
    private func assignment(_ fuzz: inout Fuzz) -> String {
        let definition = fuzz.one(of: PaperParameters.all)
        switch definition.kind {
        case .choice(let names): return "\(definition.name)=\(fuzz.once(in: 10) ? "no" : fuzz.one(of: names))"
        case .count: return "\(definition.name)=\(fuzz.once(in: 3) ? fuzz.number(1...1e5) : "\(2 + fuzz.below(200))")"
        case .number(let dimension):
            let published = definition.text(.published)
            let value = (try? dimension.value(of: published)) ?? 1
            let scale = value == 0 ? 1e-4 : value.magnitude
            let width = fuzz.once(in: 3) ? 1e6 : 3.0
            return "\(definition.name)=\(dimension.example(fuzz.number((scale / width)...(scale * width))))"
        }
    }
}
