import Foundation
import Manuscript
import Testing

@testable import PaperKit
@testable import paperbuild

@Suite("Options mean what people write")
struct CommandOptionTests {
    @Test(
        "times in hours, days and weeks",
        arguments: [("36h", 1.5), ("12h", 0.5), ("30d", 30), ("2w", 14), ("0.5d", 0.5), ("0h", 0)])
    func ages(_ text: String, _ days: Double) {
        #expect(Age(argument: text)?.days == days)
    }

    @Test("no other times", arguments: ["", "h", "3", "3x", "3H", "3 d", "-1d", "1.2.3d", "d3"])
    func noAges(_ text: String) {
        #expect(Age(argument: text) == nil)
    }

    @Test(
        "sizes in each unit, whatever its case",
        arguments: [
            ("7", 7), ("7B", 7), ("1kB", 1000), ("1KB", 1000), ("2MB", 2_000_000), ("3GB", 3_000_000_000),
            ("1TB", 1_000_000_000_000), ("1KiB", 1024), ("1MiB", 1_048_576), ("2GiB", 2_147_483_648),
            ("1TiB", 1_099_511_627_776), ("1.5kb", 1500), ("500 MB", 500_000_000), ("0", 0),
        ])
    func sizes(_ text: String, _ bytes: Int) {
        #expect(ByteSize(argument: text)?.bytes == bytes)
    }

    @Test("no other sizes", arguments: ["", "MB", "1XB", "-1MB", "1e99", "9999999999TB", "1.2.3", "x1"])
    func noSizes(_ text: String) {
        #expect(ByteSize(argument: text) == nil)
    }

    @Test(
        "the number of jobs as make and ninja take it",
        arguments: [["-j1"], ["-j", "1"], ["--jobs", "1"], ["--jobs=1"]])
    func jobs(_ arguments: [String]) throws {
        #expect(try PaperArguments<ZPrimePaper>.parse(arguments).jobs == 1)
    }

    @Test("a path where no revision is written so", arguments: ["/x", "./x", "x/", "../x", ".", "..", "./", "a/b/"])
    func paths(_ text: String) {
        #expect(ComparedFolder.isPath(text))
    }

    @Test("a revision else", arguments: ["HEAD", "HEAD^", "v1.0", "origin/main", "x", ".x", "HEAD@{1.day.ago}"])
    func revisions(_ text: String) {
        #expect(!ComparedFolder.isPath(text))
    }

    @Test("--strict lets neither a difference nor an undecided claim pass", arguments: Verdict.allCases)
    func strict(_ verdict: Verdict) {
        #expect(verdict.isDoubtful == [.differs, .undecided].contains(verdict))
    }
}
