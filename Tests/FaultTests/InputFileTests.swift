import Foundation
import Glibc
import Testing

@Suite("An input file counts by the content that was used", .serialized)
struct InputFileTests {
    let place: Workplace
    let table: String

    init() throws {
        place = try Workplace("count=8", "jobs=1")
        table = place.path("table of größen.csv")
        try write("1,2,3\n")
    }

    func write(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: table)) }

    func run(cache: String = "cache", output: String = "out") async throws -> String {
        try await place.run(cache: cache, output: output, "pause=0", "table=\(table)").printed
    }

    @Test func touchingRunsNothing() async throws {
        #expect(try await run() == "ran 8\n")
        try #require(utimes(table, [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]) == 0)
        #expect(try await run() == "ran 0\n")
        try write("1,2,3\n")
        #expect(try await run() == "ran 0\n")
    }

    @Test func anEditDuringTheRunIsNotCreditedToTheOldContent() async throws {
        let child = try place.start("pause=0", "table=\(table)", "log=\(place.path("log"))", place.gate(at: 0))
        try await place.wait { place.log().contains("step 0") }
        try write("4,5,6\n")
        try place.openGate()
        #expect(await child.status() == 0)
        #expect(child.printed.contains("warning: the input file \(table) changed while the build ran: build again\n"))
        // The build that was disturbed gave the result of the old content throughout,
        let disturbed = try place.files(in: "out")
        #expect(try await run() == "ran 8\n")
        let edited = try place.files(in: "out")
        #expect(try await run(cache: "clean", output: "clean out") == "ran 8\n")
        #expect(try place.files(in: "clean out") == edited)
        // and is found again under it.
        try write("1,2,3\n")
        #expect(try await run() == "ran 0\n")
        #expect(try place.files(in: "out") == disturbed)
        #expect(try await run(cache: "clean", output: "clean out") == "ran 8\n")
        #expect(try place.files(in: "clean out") == disturbed)
    }
}
