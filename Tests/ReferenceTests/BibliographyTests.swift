import Foundation
import Reference
import Testing

@Suite("The bibliography")
struct BibliographyTests {
    @Test("has no key twice")
    func entriesAreUnique() throws {
        let keys = try Bibliography.entries()
        #expect(keys.count > 30 && Set(keys).count == keys.count)
    }

    @Test(
        "has every key that the sources, the text and the data files cite", arguments: Bibliography.Place.allCases)
    func keysExist(_ place: Bibliography.Place) throws {
        let entries = Set(try Bibliography.entries())
        for (file, keys) in try Bibliography.citations(in: place) {
            for key in keys { #expect(entries.contains(key), "\(file) cites \(key)") }
        }
    }

    @Test("has no entry that nothing cites")
    func entriesAreCited() throws {
        let cited = Set(try Bibliography.Place.allCases.flatMap { try Bibliography.citations(in: $0).values.joined() })
        for key in try Bibliography.entries() { #expect(cited.contains(key), "nothing cites \(key)") }
    }

    @Test("is searched in every place that cites")
    func placesAreFound() throws {
        let sources = try Bibliography.citations(in: .sources)
        #expect(sources.count > 8 && Set(sources.values.joined()).count > 30)
        #expect(try Bibliography.citations(in: .text).count > 10)
    }

    @Test("is cited by a constant, a name, a list, a string of its own, TeX and a comment")
    func formsOfCitation() {
        let code = """
            static let one: SourceKey = "MUonELoI"
            let two = SourceKey("Other"), three = Constant(value: 1, source: "Third")
            let more = Input(sources: ["Fourth", .fifth, "Sixth"], note: "no key"), last = f(.a, "Seventh2020")
            let text = "as \\\\cite{Eighth, Ninth}"
            // As in Tenth2020, eq. 2.
            """
        #expect(
            Bibliography.keys(ofSwift: code) == [
                "MUonELoI", "Other", "Third", "Fourth", "Sixth", "Seventh2020", "Eighth", "Ninth", "Tenth2020",
            ])
        #expect(Bibliography.keys(ofTeX: "\\cite[p.~3]{A,B}% \\cite{C}") == ["A", "B"])
        #expect(Bibliography.keys(ofTable: "# label: x\n# citation: A, B\n1,2") == ["A", "B"])
    }
}

/// Who cites what, read from the project's files.
enum Bibliography {
    enum Place: CaseIterable {
        case sources, text, data
    }

    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where physics stands: the library below cites nothing.
    private static let knowing = [
        "Amplitudes", "Kinematics", "MuoneComputations", "MuonePaper", "Phenomenology", "Reference",
    ].map { "Sources/\($0)" }

    /// The keys of its entries.
    static func entries() throws -> [String] {
        let text = try String(contentsOf: project.appending(path: "paper/bibliography.bib"), encoding: .utf8)
        return text.matches(of: #/^@\w+\{([^,\s]+),/#.anchorsMatchLineEndings()).map { String($0.output.1) }
    }

    /// The keys that each file cites.
    static func citations(in place: Place) throws -> [String: Set<String>] {
        let (folders, ending, keys): ([String], String, (String) -> Set<String>) =
            switch place {
            case .sources: (knowing, ".swift", keys(ofSwift:))
            case .text: (["paper"], ".tex", keys(ofTeX:))
            case .data: (["data", "limits"], ".csv", keys(ofTable:))
            }
        var found: [String: Set<String>] = [:]
        for folder in folders {
            let files = FileManager.default.enumerator(atPath: project.appending(path: folder).path)
            while let file = files?.nextObject() as? String {
                guard file.hasSuffix(ending) else { continue }
                let path = "\(folder)/\(file)"
                let own = keys(try String(contentsOf: project.appending(path: path), encoding: .utf8))
                if !own.isEmpty { found[path] = own }
            }
        }
        return found
    }

    /// Strings that are typed as keys or stand where sources do, and what has a key's shape, a name and a year, as a string or
    /// in a comment. A line is searched only for what it can have, as it takes long.
    static func keys(ofSwift code: String) -> Set<String> {
        var found: Set<String> = []
        for line in code.split(separator: "\n") {
            let isComment = line.drop(while: { $0 == " " }).hasPrefix("//")
            if line.contains("19") || line.contains("20") {
                let words = line.matches(of: #/("?)\b([A-Z][A-Za-z-]*(?:19|20)\d\d[A-Za-z]*)\b("?)/#)
                for word in words where isComment || !word.output.1.isEmpty && !word.output.3.isEmpty {
                    found.insert(String(word.output.2))
                }
            }
            if !isComment, line.contains("ource") {
                for string in line.matches(of: #/(?:SourceKey(?: = |\(|\(rawValue: )|\bsource: )"([^"\s]+)"/#) {
                    found.insert(String(string.output.1))
                }
            }
            if !isComment, line.contains("cite") { found.formUnion(cited(in: String(line))) }
        }
        guard code.contains("sources: [") else { return found }
        // A list with a colon is a dictionary, and of other sources.
        for list in code.matches(of: #/\bsources: \[([^\]:]*)\]/#) {
            found.formUnion(list.output.1.matches(of: #/"([^"]+)"/#).map { String($0.output.1) })
        }
        return found
    }

    static func keys(ofTeX text: String) -> Set<String> {
        cited(in: text.replacing(#/(^|[^\\])%.*$/#.anchorsMatchLineEndings()) { $0.output.1 })
    }

    private static func cited(in text: String) -> Set<String> {
        listed(text.matches(of: #/\\cite\w*(?:\[[^\]]*\])?\{([^}\\]+)\}/#).map(\.output.1))
    }

    static func keys(ofTable text: String) -> Set<String> {
        listed(text.matches(of: #/^# citation: *(.+)$/#.anchorsMatchLineEndings()).map(\.output.1))
    }

    private static func listed(_ lists: [Substring]) -> Set<String> {
        Set(lists.flatMap { $0.split(whereSeparator: { ", ;".contains($0) }).map(String.init) })
    }
}
