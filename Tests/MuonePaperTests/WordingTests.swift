import BuildGraph
import Foundation
import Manuscript
import MuoneParameters
import Testing

@testable import MuoneCommon
@testable import PaperKit
@testable import Signal

@Suite("Wording that follows the parameters")
struct WordingTests {
    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func with(_ assignments: String...) throws -> PaperParameters {
        var parameters = PaperParameters.published
        for assignment in assignments { try parameters.set(assignment) }
        return parameters
    }

    // 1 − e^−3 = 0.9502, 1 − e^−10 = 0.9999546, 1 − e^−1 = 0.6321, 1 − e^−0.1 = 0.0952.
    @Test(
        "the confidence level is that of the events that are asked for",
        arguments: [("3", 0.95, "95"), ("10", 0.99995, "99.995"), ("1", 0.63, "63"), ("0.1", 0.095, "9.5")])
    func confidence(events: String, level: Double, text: String) throws {
        let parameters = try with("reach.events=\(events)")
        #expect(abs(parameters.reachConfidence - level) < 1e-12)
        #expect(SignalText.confidence(parameters) == text)
    }

    @Test("a small number of events is a word, another one a number")
    func words() {
        #expect([3, 12, 13, 2.5, 1e3].map(Wording.word) == ["three", "twelve", "$13$", "$2.5$", "$10^{3}$"])
    }

    @Test("the map of events has the required number among its levels")
    func levels() {
        #expect(SignalReach.contourLevels(requiredEvents: 3) == [1, 3, 10, 100, 1e3, 1e4])
        #expect(SignalReach.contourLevels(requiredEvents: 25) == [1, 10, 25, 100, 1e3, 1e4])
        #expect(SignalReach.contourLevels(requiredEvents: 100) == [1, 10, 100, 1e3, 1e4])
    }

    private func claims(_ parameters: PaperParameters) throws -> [String: [String]] {
        func declare(_ parameters: PaperParameters) throws -> [Claim] {
            try Section.all(parameters).flatMap(\.claims)
        }
        let applied = try OtherInputs(parameters: parameters).applied(to: declare(parameters), declaring: declare)
        return Dictionary(uniqueKeysWithValues: applied.map { ($0.id, $0.otherInputs.map(\.name)) })
    }

    @Test("a claim knows the parameters that its values follow from where they are not those of the statement")
    func otherInputs() throws {
        let published = try claims(.published)
        #expect(published.values.allSatisfy { $0.isEmpty })
        let variant = try claims(
            with("beam.energy=160GeV", "reach.events=10", "grid.masses=60", "figures.style=slides"))
        #expect(variant["sqrt-s"] == ["beam.energy"])
        #expect(variant["events-light"] == ["beam.energy"])
        #expect(variant["reach-na64mu"] == ["beam.energy", "reach.events"])
        #expect(variant["muonium-contact"] == [] && variant["trident-ccfr-curve"] == [])
    }

    /// The literal numbers with a unit that the hand-written text may keep: what they are, by file.
    ///
    /// None of them is a parameter, or follows from one.
    private static let literals: [String: [String]] = [
        // What publications state, as they state it.
        "cosmology": ["20\\MeV", "95\\,\\%", "0.3\\GeV", "1\\MeV"],
        "trident": ["400\\MeV", "95\\%", "2\\sigma"],
        // Fixed masses and momenta at which the text gives numbers; they are in the numbers' names.
        "elastic": ["1\\GeV", "100\\MeV", "0.1\\,T", "2\\sigma", "5\\sigma"],
        "flavour": ["10\\MeV", "1\\GeV", "100\\MeV", "0.1\\,T", "90\\%"],
        "mixing": ["0.01\\GeV", "10\\MeV", "1\\GeV", "270\\,keV"],
        "results": ["20\\mrad", "200\\MeV"],
        // Resolutions and a mass that are in the numbers' names, the letter's ranges, and levels.
        "backgrounds": ["5\\,\\%", "7.5\\,\\%", "10\\,\\%", "200\\MeV", "25\\GeV"],
        "search": ["5\\,\\%", "20\\,\\%", "95\\,\\%"],
        // The domain in which two methods were compared.
        "form-factors": ["0.1\\MeV", "10\\GeV"],
        // The benchmarks of Dev et al., and levels of two parameters.
        "measurement": ["29.5\\MeV", "126\\MeV", "95\\,\\%"],
        // The scatter of published curves.
        "projections": ["10\\%"],
        // The bands of the magnetic moment by their names.
        "landscape": ["2\\sigma", "1\\sigma"],
        // The bound that Capdevilla et al. state.
        "magnetic-moment": ["2\\,TeV"],
    ]

    @Test("the hand-written text has no number with a unit but those that no parameter reaches")
    func noLiterals() throws {
        let folder = Self.project.appending(path: "paper/sections")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tex") }
        #expect(files.count > 15)
        let pattern =
            #/(?:^|[^\w.{^])(\d[\d.]*\$?(?:\\,|~)?(?:\\[GM]eV|\\mrad|\\%|\\sigma|\\mathrm\{fb|keV|[GMT]eV|T\b))/#
        for file in files + ["../main.tex"] {
            let name = String(file.dropLast(4))
            var text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            text = text.replacing(#/(?m)^%.*$/#, with: "").replacing(#/\\result(?:text)?\{[^}]*\}/#, with: "")
            let unknown = Set(text.matches(of: pattern).map { String($0.1).replacing("$", with: "") })
                .subtracting(Self.literals[name] ?? [])
            #expect(unknown.isEmpty, "\(name): write \\result{…} for \(unknown.sorted())")
        }
    }

    @Test("the hand-written text spells no number of signal events")
    func noSpelledEvents() throws {
        for file in ["results", "landscape-map", "projections"] {
            let text = try String(
                contentsOf: Self.project.appending(path: "paper/sections/\(file).tex"), encoding: .utf8)
            #expect(!text.contains(#/(?i)\b(?:two|three|ten)\s+(?:signal|expected\s+)?events/#))
        }
    }
}
