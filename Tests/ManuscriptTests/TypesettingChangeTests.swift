import Foundation
import Testing

@testable import Manuscript

@Suite("Another version of TeX")
struct TypesettingChangeTests {
    private static let bookworm =
        "pdfTeX, Version 3.141592653-2.6-1.40.24 (TeX Live 2022/Debian) kpathsea version 6.3.4"
    private static let trixie =
        "pdfTeX, Version 3.141592653-2.6-1.40.26 (TeX Live 2025/dev/Debian) kpathsea version 6.4.1"

    private func pdf(_ banner: String) -> [UInt8] {
        Array("%PDF-1.5\n<< /Producer (pdfTeX)\n/PTEX.Fullbanner (This is \(banner))\n>>\nstartxref\n".utf8)
    }

    private func paper(_ name: String, _ pdf: [UInt8]) -> PaperSnapshot {
        let lock =
            #"{"claims":{},"figures":{},"numbers":{},"documents":[{"claims":[],"figures":[],"main":"paper/main.tex","name":"paper","numbers":[]}]}"#
        return PaperSnapshot(
            name: name, files: ["results.lock": Array(lock.utf8)],
            texts: ["paper/main.tex": Array("text".utf8), "paper/main.pdf": pdf])
    }

    @Test("is read from the PDF, with the brackets in its name")
    func banner() {
        #expect(TypesettingChange.program(of: pdf(Self.bookworm)) == Self.bookworm)
        #expect(TypesettingChange.program(of: Array("%PDF-1.5 /PTEX.Fullbanner (This is never closed".utf8)) == nil)
        #expect(TypesettingChange.program(of: []) == nil)
        #expect(TypesettingChange.program(of: pdf("a \\) b")) == "a ) b")
    }

    @Test("is a line of its own, and no change of the paper")
    func line() throws {
        let difference = try PaperDifference.between(
            paper("old", pdf(Self.bookworm)), paper("new", pdf(Self.trixie)))
        #expect(
            difference.typesetting
                == [TypesettingChange(document: "paper/main.pdf", old: Self.bookworm, new: Self.trixie)])
        #expect(
            !difference.figures.contains(where: \.isChanged) && !difference.others.contains(where: \.isBeyondTolerance))
        let lines = difference.plainText().split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("another TeX") && $0.contains("1.40.26") && $0.contains("1.40.24") })
    }

    @Test("is not told where there is none")
    func same() throws {
        let difference = try PaperDifference.between(
            paper("old", pdf(Self.bookworm)), paper("new", pdf(Self.bookworm)))
        #expect(difference.typesetting == [])
        #expect(!difference.plainText().contains("another TeX"))
    }
}
