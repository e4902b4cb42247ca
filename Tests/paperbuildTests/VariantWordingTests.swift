import Foundation
import Manuscript
import Testing

@Suite("A variant's text and labels")
struct VariantWordingTests {
    /// A parameter with a value that stands nowhere else, and what says the published one.
    struct Change: Sendable, CustomTestStringConvertible {
        var assignment: String
        /// Spellings of the published value, as regular expressions.
        var old: [String]
        /// Where they are right, as they are not that parameter's: parts of the text around them, with the reason.
        var kept: [String: String] = [:]
        var testDescription: String { assignment }
    }

    /// The number, and a unit after it as TeX or plain text.
    private static func spelled(_ number: String, _ unit: String) -> [String] {
        let quoted = number.replacing(".", with: "\\.")
        return [#"(?:^|[^\d.^{])"# + quoted + #"\$?(?:\\\\,|\\,|~| |\\)?"# + unit + #"(?![\w^])"#]
    }

    private static func input(_ id: String, _ value: String) -> String {
        #"\\defresult\{input/"# + id + #"\}\{"# + NSRegularExpression.escapedPattern(for: value) + #"\}"#
    }

    static let changes: [Change] = [
        Change(assignment: "beam.energy=143GeV", old: spelled("150", "GeV") + [input("beam.energy", "150")]),
        Change(assignment: "beam.luminosity=17/fb", old: [input("beam.luminosity", "15")]),
        Change(
            assignment: "cuts.theta=1.7mrad", old: spelled("1.5", "mrad") + [input("cuts.theta", "1.5")],
            kept: [#"\theta_\mu>1.5"#: "the letter's statement"]),
        Change(assignment: "cuts.electron-min=1.3GeV", old: [input("cuts.electron-min", "1"), #"\$1 < E_e"#]),
        Change(
            assignment: "cuts.electron-max=23GeV",
            old: spelled("25", "GeV") + [input("cuts.electron-max", "25"), #"E_e < 25"#]),
        Change(
            assignment: "light.mass=11MeV", old: [input("light.mass", "10"), #"(?:^|[^\d.])10 MeV, \$"#, "=10\\$ MeV"]),
        Change(
            assignment: "light.coupling=6e-4", old: [#"(?:^|[^\d.])5\\\\?times10\^\{-4\}(?!\\)"#],
            kept: ["600$ events at": "the letter's statement", "moment": "the electron's moment"]),
        Change(assignment: "heavy.mass=110MeV", old: [input("heavy.mass", "100"), "=100\\$ MeV"]),
        Change(assignment: "heavy.coupling=1.1e-3", old: [input("heavy.coupling", "0.001")]),
        Change(
            assignment: "reach.events=10",
            old: [
                "N=3\\$", #"required-events-word\}\{three"#, #"input/confidence\}\{95"#, input("reach.events", "3"),
            ]),
        Change(assignment: "gminus2=2025", old: [#"gminus2/deviation\}\{251\}"#, #"2021FNAL.*within one and two"#]),
        Change(assignment: "constants.inverse-alpha=137.9", old: [#"137\.03"#]),
        Change(assignment: "landscape.mass-max=5GeV", old: [input("landscape.mass-max", "10")]),
        Change(
            assignment: "landscape.beam-energy=170GeV",
            old: [input("landscape.beam-energy", "160"), "MUonE at 160 GeV"]),
        Change(
            assignment: "ccfr.energy=100GeV",
            old: [input("ccfr.energy", "90"), "neutrino energy 90", "CCFR, 90 GeV", "CCFR, 90 to"]),
        Change(assignment: "charm2.energy=24GeV", old: [#"neutrino energy 20\\?"#]),
        Change(assignment: "borexino.excess=0.07", old: [#"excess of the rate 8\\"#, #"mixing/excess\}\{8\}"#]),
        Change(
            assignment: "neutrinos.decoupling-temperature=1.7MeV",
            old: [input("neutrinos.decoupling-temperature", "1.5"), "T=1.5\\$ MeV", "T = 1.5 MeV"]),
        Change(
            assignment: "dark-matter.ratio=4", old: [input("dark-matter.ratio", "3"), "=3m_"],
            kept: ["3m_\\chi=2.07": "Krnjaic et al.'s own ratio"]),
        Change(assignment: "na62.background=50", old: [input("kaon-background", "10^{8}"), "B=10\\^"]),
    ]

    private func check(_ changes: [Change]) async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            ["build", "-q", "figures", "numbers", "--output", folder.url.path]
                + changes.flatMap { ["--set", $0.assignment] })
        #expect(outcome.status == 0, "\(outcome.errors)")
        let published = try await BuiltPaper.shared().output
        for (path, data) in try Scratch.files(below: folder.url)
        where path.hasSuffix("numbers.tex") || path.hasSuffix(".json") {
            let before = try String(contentsOf: published.appending(path: path), encoding: .utf8)
            #expect(!String(decoding: data, as: UTF8.self).isEmpty && !before.isEmpty)
            // The notice names the published values, as it should.
            let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
                .filter { !$0.contains("variant/notice") && (!path.hasSuffix(".json") || $0.contains("\": \"")) }
            for change in changes {
                for pattern in change.old {
                    let expression = try Regex(pattern)
                    for line in lines where line.contains(expression) {
                        #expect(
                            change.kept.keys.contains { line.contains($0) },
                            "\(change.assignment): \(path) still says \(pattern): \(line.prefix(300))")
                    }
                }
            }
        }
    }

    @Test("say no published value of a parameter that is another one, all parameters changed at once")
    func all() async throws { try await check(Self.changes) }

    @Test("what is looked for is what the published paper says")
    func patterns() async throws {
        let published = try await BuiltPaper.shared().output
        let texts = try Scratch.files(below: published).filter {
            $0.key.hasSuffix("numbers.tex") || $0.key.hasSuffix(".json")
        }.values.map { String(decoding: $0, as: UTF8.self) }
        for change in Self.changes {
            let found = try change.old.filter { pattern in
                let expression = try Regex(pattern)
                return texts.contains { $0.contains(expression) }
            }
            #expect(!found.isEmpty, "\(change.assignment)")
        }
    }

    @Test(
        "the same for each parameter alone",
        .enabled(if: ProcessInfo.processInfo.environment["PAPERBUILD_SOAK"] != nil), arguments: changes)
    func each(_ change: Change) async throws { try await check([change]) }

    @Test("a supplied limit that cuts the band moves the window of the text, and is named there")
    func suppliedWindow() async throws {
        let folder = try Scratch()
        _ = try folder.file(
            "limits/cut.csv",
            "# label: Cut\n# source: none\n# confidence level: 90 %\n# mass unit: MeV\n# coupling: g'\n1,1e-5\n50,1e-5\n"
        )
        let outcome = try await BuiltPaper.shared().run(
            "build", "-q", "numbers", "--limits", folder("limits").path, "--output", folder("out").path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let numbers = try String(contentsOf: folder("out/paper/generated/numbers.tex"), encoding: .utf8)
        let line = try #require(numbers.split(separator: "\n").first { $0.contains("{landscape/windows}") })
        #expect(line.contains("from $50.0$") && line.contains("between Cut and"), "\(line)")
        #expect(numbers.contains("a limit is supplied, Cut"))
    }

    @Test("a selection without signal is warned about, and its panels say so")
    func noSignal() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "-q", "signal-events", "reach", "second-beam", "--set", "cuts.theta=4.9mrad", "--output",
            folder.url.path)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("WARNING: no signal event passes the selection at a beam of 150 GeV"))
        for name in ["signal-events", "reach", "second-beam"] {
            let chart = try String(contentsOf: folder("figures/\(name).json"), encoding: .utf8)
            #expect(chart.contains("no signal passes the selection"), "\(name)")
        }
    }

    @Test(
        "plausible parameters build",
        arguments: [
            "cuts.electron-max=2GeV", "beam.energy=40GeV", "constants.inverse-alpha=130", "constants.muon-mass=110MeV",
        ])
    func plausible(_ assignment: String) async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "-q", "moment-shifts", "pseudo-experiments", "elastic-rate", "numbers", "--set", assignment,
            "--output", folder.url.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test(
        "values outside what is computed are refused with the range",
        arguments: [
            ("light.mass=1keV", "at least 0.1 MeV"), ("beam.energy=2GeV", "more than 1 GeV"),
        ])
    func refused(assignment: String, words: String) async throws {
        let outcome = try await BuiltPaper.shared().run(
            "build", "numbers", "--set", assignment, "--output", "/tmp/none")
        #expect(outcome.status != 0 && outcome.errors.contains(words), "\(outcome.errors)")
    }
}
