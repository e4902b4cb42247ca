import BuildGraph
import Foundation
import Manuscript
import MuoneComputations
import MuoneParameters
import NumericalMethods

@testable import MuonePaper
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
        try all(parameters, .test(parameters))
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
