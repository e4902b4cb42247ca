import Foundation
import Testing

@Suite("The library")
struct LibraryWordsTests {
    /// Every module that another paper would use as it is; a new paper's texts speak of something.
    static let modules = Package.declared.reachable(from: "PaperKit").union(["PaperKit"]).subtracting(["Scaffold"])
        .sorted()

    @Test("is PaperKit and what it stands on")
    func parts() {
        #expect(
            Self.modules.count > 11 && Self.modules.contains("Plotting") && Self.modules.contains("NumericalMethods"))
    }

    @Test("knows no physics: no word of it stands in code, text or comment", arguments: modules)
    func noPhysics(_ module: String) throws {
        let folder = try #require(Package.declared.modules[module]).folder
        var files = 0
        let contents = FileManager.default.enumerator(atPath: Package.folder.appending(path: folder).path)
        while let file = contents?.nextObject() as? String {
            guard [".swift", ".h", ".c", ".modulemap"].contains(where: file.hasSuffix) else { continue }
            files += 1
            let text = try String(contentsOf: Package.folder.appending(path: "\(folder)/\(file)"), encoding: .utf8)
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for word in PhysicsWords.found(in: String(line)) {
                    Issue.record("\(folder)/\(file):\(index + 1): \(word)")
                }
            }
        }
        #expect(files > 0)
    }

    @Test("may name units, and words that contain a word of physics")
    func allowed() {
        for text in ["GeV", "static let gigaElectronVolt", "a massive file", "uncoupling", "the letter b", "zeta's"] {
            #expect(PhysicsWords.found(in: text) == [], "\(text)")
        }
    }

    @Test("may not name physics, in whatever spelling")
    func forbidden() {
        for text in [
            "$m_{Z'}$", "g' of the Z\u{2032}", "MUonE", "Muons", "muonMass", "bosonCount", "the coupling",
            "cuts.electron-min",
            "BABARLimit", "e QED b",
        ] {
            #expect(!PhysicsWords.found(in: text).isEmpty, "\(text)")
        }
    }
}

/// What a library for papers of any field has no reason to name.
enum PhysicsWords {
    private static let list: Set<String> = [
        "muone", "muon", "muonic", "muonium", "electron", "positron", "lepton", "leptonic", "neutrino",
        "photon", "boson", "higgs", "fermion", "quark", "hadron", "hadronic", "kaon", "pion",
        "mediator", "particle", "z'", "mass", "coupling", "flavour", "trident", "mixing", "anomalous", "qed", "qcd",
        "scattering", "beam", "physics", "cosmology", "cosmological", "babar", "borexino", "ccfr", "charm", "na62",
        "na64",
    ]

    /// Whole words, also those that a name in camel case is made of; an electronvolt is a unit.
    static func found(in text: String) -> [String] {
        let text = text.replacing("\u{2032}", with: "'")
            .replacing(#/[eE]lectron-?[vV]olts?/#, with: "")
            .replacing(#/MUonE/#, with: "muone")
        let words = text.matches(of: #/[A-Z]+\d*(?![a-z])'?|[A-Z]?[a-z]+\d*'?/#).map { match in
            match.output.lowercased()
        }
        return words.filter { word in
            list.contains(word) || list.contains(singular(word.replacing("'", with: "")))
        }
    }

    private static func singular(_ word: String) -> String {
        word.hasSuffix("sses")
            ? String(word.dropLast(2)) : word.hasSuffix("s") && !list.contains(word) ? String(word.dropLast()) : word
    }
}
