import BuildGraph
import Foundation
import LimitModel
import MuoneParameters
import NumericalMethods
import Reference
import Testing

@testable import Landscape
@testable import Limits
@testable import MuoneCommon
@testable import MuoneComputations
@testable import MuonePaper
@testable import PaperKit

@Suite("Questions of evaluate")
struct EvaluationTests {
    /// What topics to come need of arguments.
    private static let observable = Observable(
        "test", "a test", unit: "1",
        [
            .number("t", .energySquared), .count("bins", 1...1000, .text("50")),
            .choice("name", ["F1", "F2", "mixing"], .text("F1")),
            .choice("normalisation", ["fixed", "free"], .text("fixed")),
            .number("systematic", .dimensionless, .text("0")),
            .number(
                "doubled", .dimensionless,
                .dependent("twice the bins") { arguments, _ in arguments.count("bins").map { .number(Double(2 * $0)) } }
            ),
        ]
    ) { _, _ in Node("test", parameters: 1) { _ in nil } }

    private func values(_ text: String) throws -> [String: ArgumentValues.Value] {
        try Evaluation(Self.observable, text.split(separator: " ").map(String.init))
            .arguments.values
    }

    @Test("take numbers of either sign, counts, names, and what follows from others")
    func arguments() throws {
        #expect(
            try values("t=-0.1GeV2 bins=20 name=mixing normalisation=free systematic=1e-5") == [
                "t": .number(-0.1), "bins": .number(20), "name": .text("mixing"), "normalisation": .text("free"),
                "systematic": .number(1e-5), "doubled": .number(40),
            ])
        #expect(try values("t=1GeV2")["doubled"] == .number(100))
        #expect(try values("t=1GeV2 doubled=3")["doubled"] == .number(3))
    }

    @Test("refuse counts that are none, with the range", arguments: ["2.5", "0", "1001", "many", "1e2", "-3"])
    func counts(_ text: String) {
        #expect(throws: EvaluationError.notACount(argument: "bins", of: "test", text: text, range: 1...1000)) {
            try values("t=1GeV2 bins=\(text)")
        }
    }

    @Test("suggest the near unit and the near name")
    func suggestions() {
        for (text, near) in [("t=1Gev2", "'GeV2'"), ("t=1GeV2 name=mixin", "'mixing'"), ("t=1GeV2 bin=3", "'bins'")] {
            do {
                _ = try values(text)
                Issue.record("\(text) was taken")
            } catch {
                #expect("\(error)".contains("did you mean \(near)?"), "\(error)")
            }
        }
    }

    @Test("have names and argument names of their own, and say what stands in for what is left out")
    func names() {
        #expect(Set(Observable.listed.map(\.name)).count == Observable.listed.count)
        for observable in Observable.listed {
            #expect(Set(observable.arguments.map(\.name)).count == observable.arguments.count, "\(observable.name)")
        }
        #expect(Self.observable.defaults["doubled"] == "twice the bins" && Self.observable.defaults["bins"] == "50")
    }

    @Test("the tables of a reader count among the limits, with their own name and kind")
    func suppliedLimits() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "limits-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let table =
            "# source: none\n# confidence level: 95 %\n# mass unit: MeV\n# coupling: g'\n# name: mine\n10,1e-5\n30,1e-5\n"
        try Data(table.utf8).write(to: folder.appending(path: "own.csv"))
        let catalogue = LimitCatalogue(
            .published, sources: try LimitSources(project: Package.folder, supplied: folder))
        func verdicts(mass: Double) async throws -> ExcludedPoint.Verdicts {
            let nodes = ExclusionNodes(Benchmark(mass: mass, coupling: 5e-5), .published, catalogue)
            return try await BuildEngine(
                store: MemoryStore(), digests: .ofThisProgram, sourceFolder: Package.folder
            ).value(of: nodes.verdicts)
        }
        let inside = try await verdicts(mass: 0.02)
        #expect(inside.excluding.map(\.experiment.name) == ["mine"])
        let ratio = try #require(inside.excluding.first?.ratio)
        #expect(abs(ratio.value - 5) < 1e-12 && inside.excluding.first?.experiment.kind == .supplied)
        let outside = try await verdicts(mass: 0.031)
        #expect(outside.excluding.isEmpty && outside.ended.contains { $0.experiment.name == "mine" })
    }

    @Test("compare with the same limits as the map of all limits, which the published parameters leave as they are")
    func constraints() async throws {
        let verdicts = try await BuildEngine(
            store: MemoryStore(), digests: .ofThisProgram, sourceFolder: Package.folder
        ).value(of: ExclusionNodes(Benchmark(mass: 0.01, coupling: 1e-4), .published, .test()).verdicts)
        let others: Set = ["bbn", "muone-150GeV", "muone-160GeV"]
        #expect(
            Set(verdicts.experiments.map(\.experiment.name)) == others.union(AnyLimit.all.map(\.name)))
        #expect(AnyLimit.map() == AnyLimit.all)
        var variant = LandscapeParameters()
        variant.borexinoExcess = 0.16
        let recast = try #require(AnyLimit.map(variant).first { $0.name == "borexino-recast" })
        #expect(recast.facts.inputs.contains { $0.value == "16\\,\\%" } && recast != .borexinoRecast)
    }
}
