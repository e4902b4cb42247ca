import BuildGraph
import Foundation
import Manuscript
import NumericalMethods
import Testing

@testable import PaperKit
@testable import smallpaper

@Suite("The documents of a paper")
struct DocumentTests {
    @Test("share what they share: a section of both is declared once")
    func shared() throws {
        let edition = try Small().edition
        #expect(edition.documents.map(\.document.name) == ["first", "second"])
        #expect(edition.quantities.map(\.id) == ["period/small-angle", "swing/sine", "swing/cosine"])
        #expect(edition.documents.map(\.document.numbers.count) == [1, 3])
        #expect(throws: Never.self) { try Graph(edition.targets + [edition.claims.erased]) }
    }

    @Test("are built alone by their names, with their figures and the numbers")
    func targets() throws {
        let edition = try Small().edition
        let first = try edition.outputs(of: "first").map(\.path)
        #expect(first == ["paper/generated/numbers.tex", "figures/results.lock"])
        let second = try edition.outputs(of: "second").map(\.path)
        #expect(second == ["figures/swing.json", "figures/swing.pdf", "figures/swing.svg"] + first)
        #expect(edition.targetNames.contains("second"))
        #expect(throws: PaperError.noTeX) { try edition.outputs(of: "paper/first/main.pdf") }
    }

    @Test("read their own folder and what is no other's")
    func sources() throws {
        let roots = ["paper/first/main.tex", "paper/second/main.tex"]
        func belongs(_ path: String) -> [Bool] { roots.map { PaperSources.belongs(path, to: $0, among: roots) } }
        #expect(belongs("paper/shared.tex") == [true, true])
        #expect(belongs("paper/bibliography.bib") == [true, true])
        #expect(belongs("paper/first/extra.tex") == [true, false])
        #expect(belongs("paper/second/main.tex") == [false, true])
        let nested = ["paper/main.tex", "paper/supplement/main.tex"]
        #expect(PaperSources.belongs("paper/sections/a.tex", to: nested[1], among: nested))
        #expect(!PaperSources.belongs("paper/supplement/a.tex", to: nested[0], among: nested))
        #expect(!PaperSources.belongs("paper/main.tex", to: nested[1], among: nested))
    }

    @Test("carry seals of their own: a source of one leaves that of the other as it is")
    func seals() throws {
        let edition = try Small().edition
        let inputs = edition.documents.map { $0.seal.erased.upstream.map(\.name) }
        #expect(inputs[0].contains("paper/first/main.tex") && inputs[0].contains("paper/shared.tex"))
        #expect(!inputs[0].contains("paper/second/main.tex") && !inputs[0].contains("figures/swing.pdf"))
        #expect(inputs[1].contains("figures/swing.pdf"))
    }

    @Test("are named where there are several")
    func named() throws {
        let edition = try Small().edition
        #expect(try edition.document(named: "second").document.main == "paper/second/main.tex")
        #expect(throws: PaperError.whichDocument(known: ["first", "second"])) { try edition.document(named: nil) }
        #expect(throws: PaperError.unknownDocument(name: "secnd", known: ["first", "second"])) {
            try edition.document(named: "secnd")
        }
        #expect("\(PaperError.unknownDocument(name: "secnd", known: ["first", "second"]))".contains("'second'"))
    }

    @Test("stand in results.lock, each with its figures, numbers and claims")
    func lock() async throws {
        let small = try Small()
        let text = try await small.engine.value(of: small.edition.lock).text
        let lock = try JSONDecoder().decode(ResultsLock.self, from: Data(text.utf8))
        #expect(lock.documents.map(\.figures) == [[], ["swing"]])
        #expect(lock.documents.map(\.claims) == [["two-seconds"], ["two-seconds"]])
        #expect(lock.documents[1].numbers.contains("swing/sine"))
    }

    @Test("refuse two parts of one name, and say where both are")
    func twice() throws {
        let node = Node("n", parameters: 1.0) { Estimate.exact($0) }
        func section(_ name: String) -> Section { Section(name) { Quantity("a/b", "a", .digits(2), from: node) } }
        let documents = [Document("d", main: "paper/main.tex") { [section("one"), section("two")] }]
        #expect {
            _ = try DocumentContents(documents)
        } throws: { error in
            guard case .declaredTwice("number", "a/b", let first?, let second?)? = error as? PaperError else {
                return false
            }
            return first == second && "\(error)".contains("DocumentTests.swift")
        }
        #expect(throws: PaperError.noDocument) { try DocumentContents([]) }
    }
}
