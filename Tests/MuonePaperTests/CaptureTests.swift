import BuildGraph
import CairoCanvas
import Foundation
import Manuscript
import Testing

@testable import MuoneCommon
@testable import PaperKit

/// The engine refuses closures that capture values. What wraps a closure of its caller is let through by a door, which has
/// to stay narrow.
@Suite("The door for closures that wrap others")
struct CaptureTests {
    private func files(mentioning text: String) throws -> [String] {
        let folder = Package.folder.appending(path: "Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try files.filter { file in
            try String(contentsOf: folder.appending(path: file), encoding: .utf8).contains(text)
        }.sorted()
    }

    @Test("is used by the engine's and the manuscript's own forms and by no part of the paper")
    func users() throws {
        #expect(
            try files(mentioning: "WrittenClosure") == [
                "BuildGraph/Graph/Node+Discovery.swift", "BuildGraph/Graph/Node+List.swift",
                "BuildGraph/Graph/Node+Tool.swift", "BuildGraph/Graph/Node.swift", "BuildGraph/Graph/NodeCore.swift",
                "BuildGraph/Graph/WrittenClosure.swift", "Manuscript/Claims/Claim+Values.swift",
                "Manuscript/Figures/Figure.swift", "Manuscript/Numbers/Quantity.swift",
                "PaperKit/Edition/Passage.swift",
            ])
        #expect(
            try files(mentioning: "asWritten") == [
                "BuildGraph/Graph/Node+Discovery.swift", "BuildGraph/Graph/Node+List.swift",
                "BuildGraph/Graph/Node.swift",
                "Manuscript/Claims/Claim+Values.swift", "Manuscript/Figures/Figure.swift",
                "Manuscript/Numbers/Quantity.swift", "PaperKit/Edition/Passage.swift",
            ])
    }

    @Test("lets only drawing and the engine's lists pass unseen")
    func unseen() throws {
        #expect(
            try files(mentioning: ".wrapper(") == [
                "BuildGraph/Graph/Node+List.swift", "Manuscript/Figures/Figure.swift",
            ])
    }
}

@Suite("No closure of the paper captures a value")
struct PaperCaptureTests {
    @Test("whatever is asked of it")
    func paper() throws {
        let paper = try Edition.test()
        let nodes = paper.targets + [paper.claims.erased, paper.reviewTable.erased]
        #expect(throws: Never.self) { try Graph(nodes) }
    }

    @Test("for a point", arguments: Observable.listed.map(\.name))
    func observable(_ name: String) throws {
        let observable = try #require(Observable.listed.first { $0.name == name })
        let arguments = observable.arguments.compactMap { argument in
            Self.sample(argument).map { "\(argument.name)=\($0)" }
        }
        let evaluation = try Evaluation(observable, arguments)
        #expect(throws: Never.self) { try Graph([evaluation.question.node]) }
    }

    /// A value of an argument that has to be given.
    private static func sample(_ argument: Observable.Argument) -> String? {
        guard case .required = argument.fallback else { return nil }
        switch argument.kind {
        case .number(.energy), .bareNumber(.energy): return argument.name == "mass" ? "10MeV" : "5GeV"
        case .number(.angle), .bareNumber(.angle): return "2mrad"
        case .number(.length), .bareNumber(.length): return "1m"
        case .number(.energySquared), .bareNumber(.energySquared): return "-0.01GeV2"
        case .number, .bareNumber: return "1e-3"
        case .count(let range): return "\(range.lowerBound)"
        case .choice(let names): return names[0]
        case .text: return "ccfr"
        }
    }
}
