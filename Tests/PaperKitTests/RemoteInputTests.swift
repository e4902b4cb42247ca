import BuildGraph
import Foundation
import Testing

@testable import PaperKit
@testable import smallpaper

@Suite("A paper's files from elsewhere")
struct RemoteInputTests {
    @Test("are read from the copies of its project, through what is public")
    func copies() async throws {
        let gravity = try await Small().engine.value(of: MeasuredPeriods.gravity)
        #expect(abs(gravity - 9.79) < 0.02)
    }

    @Test("are shown with their addresses, digest, license and citation")
    func description() async throws {
        let engine = try Small().engine
        let node = MeasuredPeriods.file.erased
        let report = try await engine.build(nodes: [node])
        let entry = try #require(report.nodes.first)
        let description = try NodeDescription(node: node, entry: entry, store: engine.store)
        let remote = try #require(node.remote)
        for line in [
            "type        remote file", "address     https://host.invalid/record/1/periods.csv",
            "file        \(remote.bytes) bytes, SHA-256 \(remote.content?.hex ?? "")", "license     CC0-1.0",
            "citation    doi:10.0000/1",
        ] { #expect(description.plainText.contains(line + "\n"), "\(description.plainText)") }
        #expect(try readableJSON(description).contains("\"addresses\""))
    }
}
