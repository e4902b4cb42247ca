import BuildGraph
import Foundation
import Manuscript
import NumericalMethods
import Reference
import Testing

@testable import MuoneCommon
@testable import PaperKit

@Suite("Wild questions to evaluate", .serialized)
struct EvaluationFuzzTests {
    @Test("are answered by finite numbers in valid JSON, or refused with the reason", .timeLimit(.minutes(30)))
    func questions() async throws {
        let store = MemoryStore()
        for seed in Fuzz.seeds(150) {
            var fuzz = Fuzz(seed: seed)
            let (name, assignments) = question(&fuzz)
            Fuzz.announce("evaluate", seed, "\(name) \(assignments.joined(separator: " "))")
            let comment: Comment = "seed \(seed): \(name) \(assignments.joined(separator: " "))"
            let start = ContinuousClock.now
            do {
                let answer = try await Self.answer(name, assignments, store)
                let json = try JSONSerialization.jsonObject(with: Data(answer.utf8))
                #expect(json is [String: Any], comment)
                expectFinite(json, comment)
            } catch {
                #expect(isHelpful(error), "\(comment): \(error)")
            }
            let seconds = ContinuousClock.now - start
            if seconds > .seconds(2) { print("slow, \(seconds): \(comment)") }
        }
    }

    @Test(
        "at the edges of what numbers can hold name the argument that is out of range",
        arguments: [
            ("muon-g-2 mass=10MeV coupling=1e300", "coupling"), ("muon-g-2 mass=10MeV coupling=1e154", "coupling"),
            ("signal-cross-section mass=1e-160GeV coupling=1e-3", "mass"),
            ("signal-events mass=10MeV coupling=1e-170", "coupling"),
            ("elastic-chi2 model=vector mass=10MeV coupling=1e154", "coupling"),
            ("kinetic-mixing q2=1e200GeV2 coupling=1e-3", "q2"), ("excluded mass=1e-300GeV coupling=1e-3", "mass"),
            ("hadronic-running t=-1GeV2 K=1e200", "K"), ("elastic-minimum-energy theta=1e300rad", "theta"),
        ])
    func edges(_ question: (text: String, argument: String)) async throws {
        let words = question.text.split(separator: " ").map(String.init)
        await #expect {
            _ = try await Self.answer(words[0], Array(words.dropFirst()), MemoryStore())
        } throws: { error in
            guard case .outOfRange(let argument, _, _)? = error as? EvaluationError else { return false }
            return argument == question.argument
        }
    }

    private static func answer(_ name: String, _ assignments: [String], _ store: MemoryStore) async throws -> String {
        try readableJSON(try await Evaluation(name, assignments).answer(store))
    }

    private func expectFinite(_ json: Any, _ comment: Comment) {
        switch json {
        case let members as [String: Any]: for member in members.values { expectFinite(member, comment) }
        case let elements as [Any]: for element in elements { expectFinite(element, comment) }
        case let number as NSNumber: #expect(number.doubleValue.isFinite, comment)
        default: break
        }
    }

    // MARK: Making a question

    private func question(_ fuzz: inout Fuzz) -> (String, [String]) {
        let observable = fuzz.one(of: Observable.listed)
        var assignments: [String] = []
        for argument in observable.arguments {
            if case .required = argument.fallback {
                if fuzz.once(in: 60) { continue }
            } else if !fuzz.once(in: 3) {
                continue
            }
            assignments.append("\(argument.name)=\(value(of: argument, &fuzz))")
        }
        if fuzz.once(in: 60) { assignments.append(fuzz.one(of: ["mass=1MeV", "x", "=", "a=b=c", "\u{1b}[31m=1", ""])) }
        return (observable.name, assignments)
    }

    private func value(of argument: Observable.Argument, _ fuzz: inout Fuzz) -> String {
        switch argument.kind {
        case .text: return fuzz.one(of: ["ccfr", "na62", "x", "babar-4mu"])
        case .choice(let names): return fuzz.once(in: 40) ? "no\u{7}thing" : fuzz.one(of: names)
        case .count(let range):
            return fuzz.once(in: 8) ? fuzz.number(1...1e6) : "\(min(range.upperBound, 1 + fuzz.below(120)))"
        case .number(let dimension), .bareNumber(let dimension):
            let sensible: ClosedRange<Double> =
                switch (dimension, fuzz.once(in: 4)) {
                case (_, true): dimension.magnitudes
                case (.energy, _): 1e-4...1
                case (.energySquared, _): 1e-6...10
                case (.angle, _): 1e-5...0.1
                case (.dimensionless, _): 1e-6...10
                default: 1e-3...1e3
                }
            let number = fuzz.number(sensible)
            let sign = dimension == .energySquared && fuzz.once(in: 2) && !number.hasPrefix("-") ? "-" : ""
            if dimension == .dimensionless || fuzz.once(in: 40) { return sign + number }
            // Now and then a unit of another dimension.
            let unit = fuzz.once(in: 30) ? fuzz.one(of: ["GeV", "fb", "rad", "m", "é", "\u{202e}eV"]) : nil
            return sign + dimension.example(number).dropLast(unit == nil ? 0 : 3) + (unit ?? "")
        }
    }
}
