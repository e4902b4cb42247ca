import BuildGraph
import Foundation
import Manuscript

@testable import PaperKit
@testable import smallpaper

/// The small paper as it is built, without LaTeX.
struct Small {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "smallpaper")

    let edition: Edition<SmallPaper>
    let engine: BuildEngine

    init(_ assignments: String...) throws {
        let scratch = FileManager.default.temporaryDirectory
        edition = try Edition(
            Variant(try Pendulum(setting: assignments), project: Self.folder), renderer: Renderer(), tex: nil,
            workshop: TypesetPaper.Workshop(scratch: scratch, logs: scratch))
        engine = BuildEngine(
            store: MemoryStore(), digests: SmallPaper.codeDigests, jobs: 2, sourceFolder: Self.folder)
    }

    /// What `numbers.tex` defines.
    func numbers() async throws -> String { try await engine.value(of: edition.numbers).text }

    func claim(_ id: String) async throws -> ClaimResult? {
        try await engine.value(of: edition.claims).first { $0.id == id }
    }
}
