import Foundation
import PaperKit
import Testing

@Suite("The version")
struct VersionTests {
    private func text(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    @Test("is that of the citation and the newest one of the changelog")
    func one() throws {
        let cited = try #require(try text("CITATION.cff").firstMatch(of: #/(?m)^version: (\S+)$/#))
        #expect(cited.output.1 == PaperbuildVersion.current)
        let newest = try #require(try text("CHANGELOG.md").firstMatch(of: #/(?m)^## (\S+)/#))
        #expect(newest.output.1 == PaperbuildVersion.current)
    }
}
