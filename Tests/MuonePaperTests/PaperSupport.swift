import BuildGraph
import ContentHash
import Foundation
import Manuscript
import MuoneParameters
import NumericalMethods

@testable import PaperKit
@testable import paperbuild

typealias Observable = PaperKit.Observable<PaperParameters>

extension Observable {
    static let listed = ZPrimePaper.observables
}

extension Variant<PaperParameters> {
    /// The published paper of this package, or a variant of it.
    static func test(_ parameters: PaperParameters = .published) throws -> Variant {
        try Variant(parameters, project: Package.folder)
    }
}

extension Edition<ZPrimePaper> {
    /// The paper without LaTeX.
    static func test(_ parameters: PaperParameters = .published, renderer: Renderer? = nil) throws -> Edition {
        let scratch = FileManager.default.temporaryDirectory
        return try Edition(
            .test(parameters), renderer: renderer ?? Renderer(), tex: nil,
            workshop: TypesetPaper.Workshop(scratch: scratch, logs: scratch))
    }
}

extension Section {
    /// Every section of the paper without a reader's tables.
    static func all(_ parameters: PaperParameters) throws -> [Section] {
        try ZPrimePaper.sections(parameters, .test(parameters))
    }
}

extension CodeDigests {
    static let ofThisProgram = ZPrimePaper.codeDigests
}

extension Evaluation<PaperParameters> {
    init(_ name: String, _ assignments: [String], parameters: PaperParameters = .published) throws {
        try self.init(name, assignments, of: .test(parameters), among: ZPrimePaper.observables)
    }

    init(_ observable: Observable, _ assignments: [String]) throws {
        try self.init(observable.name, assignments, of: .test(), among: [observable])
    }

    /// The answer, computed from an empty cache.
    func answer(_ store: any Store = MemoryStore()) async throws -> any ObservableAnswer {
        try await answer(by: BuildEngine(store: store, digests: .ofThisProgram, jobs: 2))
    }
}

/// The nodes of the paper by their names, each computed when its value is asked for.
struct PaperNodes {
    private let graph: Graph
    private let store = MemoryStore()
    private let engine: BuildEngine

    init(_ parameters: PaperParameters = .published) throws {
        let edition = try Edition.test(parameters)
        graph = try Graph(edition.targets + [edition.claims.erased, edition.reviewTable.erased])
        engine = BuildEngine(store: store, digests: .ofThisProgram, jobs: 2, sourceFolder: Package.folder)
    }

    /// The names of all nodes.
    var names: [String] { graph.nodes.map(\.name) }

    func value<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) async throws -> Value {
        let node = try graph.node(named: name)
        let report = try await engine.build(nodes: [node])
        guard let output = report.nodes.first(where: { $0.name == name })?.output,
            case .found(let bytes) = store.blob(output)
        else { throw NoResult(node: name) }
        return try CanonicalDecoder().decode(type, from: bytes)
    }

    struct NoResult: Error {
        var node: String
    }
}
