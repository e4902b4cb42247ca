import Foundation
import Plotting
import Testing

@testable import Manuscript

@Suite("What the diff tells of numbers")
struct NumberDifferenceTests {
    private func paper(_ value: String, error: String = "0.5", verdict: String = "reproduced") -> SmallPaper {
        var paper = SmallPaper()
        paper.lock = """
            "quantities": {"events": {"value": \(value), "error": \(error), "unit": "events", "text": "600"}},
            "claims": {"light": "\(verdict)"}
            """
        return paper
    }

    @Test("each with its change in units of the numerical error")
    func number() throws {
        let difference = try paper("602").difference(from: paper("600"))
        let number = try #require(difference.numbers.first)
        #expect(number.isChanged && !difference.isEmpty)
        #expect(abs(try #require(number.changeInErrors) - 2 / (0.5 * 2.0.squareRoot())) < 1e-12)
        #expect(try paper("600.4").difference(from: paper("600")).isEmpty)
        #expect(try paper("600.4").difference(from: paper("600")).numbers.first?.changes.count == 1)
    }

    @Test("whose change by 2e-6 counts by default where no error is stated, and by 0.5e-6 does not")
    func defaultTolerance() throws {
        for (value, counts) in [("600.0012", true), ("600.0003", false)] {
            let difference = try paper(value, error: "0").difference(from: paper("600", error: "0"))
            #expect(difference.isEmpty != counts, "\(value)")
        }
    }

    @Test("and a changed error, which is a change of its own")
    func error() throws {
        let number = try #require(try paper("600", error: "5").difference(from: paper("600")).numbers.first)
        #expect(number.changes.map(\.kind) == [.tolerance] && number.isChanged)
    }

    @Test("in columns that the longest name of a figure fits into")
    func columns() throws {
        var difference = try paper("600").difference(from: paper("600"))
        difference.figures = ["reach", "a-figure-with-a-long-name"].map {
            FigureDifference(
                name: $0, verdict: .changed,
                changes: [DocumentChange(kind: .data, path: "curve", summary: "moved")])
        }
        let lines = difference.plainText().split(separator: "\n").filter { $0.contains("curve moved") }
        #expect(lines.count == 2)
        let starts = try lines.map { line in
            let text = try #require(line.range(of: "curve moved", options: .backwards))
            return line.distance(from: line.startIndex, to: text.lowerBound)
        }
        #expect(Set(starts).count == 1)
    }

    @Test("and verdicts that changed, in either direction")
    func verdict() throws {
        let difference = try paper("600", verdict: "differs").difference(from: paper("600"))
        #expect(difference.claims == [ClaimDifference(id: "light", old: "reproduced", new: "differs")])
        #expect(!difference.isEmpty)
        #expect(difference.plainText().contains("light: reproduced → differs"))
    }
}
