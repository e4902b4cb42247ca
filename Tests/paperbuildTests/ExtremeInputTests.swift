import Foundation
import Glibc
import Testing

@Suite("What the command line is given by mistake or by malice")
struct ExtremeInputTests {
    @Test(
        "is refused where a value is empty, as an unset variable of the shell leaves it",
        arguments: [
            ["--output", ""], ["--output="], ["--cache", " ", "--output", "x"], ["--limits", ""], ["--project", ""],
            ["--font", ""], ["flatten", ""], ["diff", "--against", ""], ["diff", "--html="], ["watch", "--output", ""],
            ["explain", "--output", ""], ["evaluate", ""],
        ])
    func emptyValues(_ arguments: [String]) async throws {
        let folder = try Scratch()
        let outcome = try await Program.run(arguments, in: folder.url)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("is empty") && outcome.errors.contains("write it out"), "\(outcome.errors)")
        #expect(try Scratch.files(below: folder.url).isEmpty)
    }

    @Test("is named where a parameter is set twice")
    func repeatedParameter() async throws {
        let outcome = try await Program.run(
            ["evaluate", "elastic-maximum-angle", "--set", "beam.energy=150GeV", "--set", "beam.energy=160GeV"])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("beam.energy is set twice"), "\(outcome.errors)")
    }

    @Test("gets an example with the unit behind the number that was typed")
    func examples() async throws {
        for (assignment, example) in [
            ("beam.luminosity=15", "for example 15/fb\n"), ("cuts.theta=2", "for example 2rad\n"),
            ("beam.energy=160", "for example 160GeV\n"),
        ] {
            let outcome = try await Program.run(["--set", assignment, "--output", "/dev/null/x"])
            #expect(outcome.errors.hasSuffix(example), "\(outcome.errors)")
        }
    }

    @Test(
        "is shown, not obeyed",
        arguments: [
            ["evaluate", "a\u{1b}[31mb"], ["--set", "cuts\u{1b}]0;title\u{7}=1", "--output", "x"],
            ["build", "reach\u{9b}31m", "--output", "x"], ["--frob\u{1b}x"], ["show", "\u{202e}gnp"],
            ["evaluate", "reach", "mass=1\u{1b}[2JMeV"], ["evaluate", "reach", "m\u{8}ass=1MeV"],
            ["evaluate", "excluded", "mass=1MeV", "coupling=1\r2"],
        ])
    func controlCharacters(_ arguments: [String]) async throws {
        let outcome = try await BuiltPaper.shared().run(arguments)
        #expect(outcome.status != 0)
        let hidden = outcome.errors.unicodeScalars.filter { scalar in
            scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x202E
        }
        #expect(hidden.isEmpty && outcome.errors.contains("<U+"), "\(outcome.errors.debugDescription)")
    }

    @Test(
        "is shortened where nobody could read it",
        arguments: [
            ["evaluate", "x"], ["evaluate", "reach", "mass=x"], ["build", "--output", "x", "--set", "x"],
            ["show", "x"],
        ])
    func longNames(_ arguments: [String]) async throws {
        let long = arguments.map { $0.replacingOccurrences(of: "x", with: String(repeating: "x", count: 100_000)) }
        let outcome = try await BuiltPaper.shared().run(long)
        #expect(outcome.status != 0 && outcome.errors.utf8.count < 3000)
        #expect(outcome.errors.contains("xxx…(10000"), "\(outcome.errors.prefix(500))")
    }

    /// What lies where a table is expected, and what is said of it.
    enum NoTable: String, CaseIterable, CustomTestStringConvertible {
        case endless = "a device"
        case pipe = "a named pipe"
        case huge = "larger than 64 MB"
        case manyLines = "2000000 points"

        var testDescription: String { rawValue }

        func make(_ path: String) throws {
            switch self {
            case .endless: symlink("/dev/zero", path)
            case .pipe: mkfifo(path, 0o600)
            case .huge:
                _ = FileManager.default.createFile(atPath: path, contents: nil)
                truncate(path, 1 << 40)
            case .manyLines:
                let header = "# source: none\n# confidence level: 90 %\n# mass unit: MeV\n# coupling: g'\n"
                let lines = String(repeating: "1 1\n", count: 2_000_001)
                try Data((header + lines).utf8).write(to: URL(filePath: path))
            }
        }
    }

    @Test(
        "is no table of a limit where it has no end or no bytes: refused at once, with the reason",
        arguments: NoTable.allCases)
    func noTables(_ what: NoTable) async throws {
        let folder = try Scratch()
        try FileManager.default.createDirectory(at: folder("limits"), withIntermediateDirectories: true)
        try what.make(folder("limits/wild.csv").path)
        let paper = try await BuiltPaper.shared()
        let build = try await paper.run(
            "build", "reach", "--limits", folder("limits").path, "--output", folder("out").path)
        #expect(build.status == 1 && build.errors.contains("wild.csv"), "\(build.errors)")
        #expect(build.errors.contains(what.rawValue), "\(build.errors)")
        let evaluate = try await paper.run(
            "evaluate", "excluded", "mass=10MeV", "coupling=1e-3", "--limits", folder("limits").path)
        #expect(evaluate.status == 1 && evaluate.errors.contains(what.rawValue), "\(evaluate.errors)")
        let list = try await paper.run("list", "--limits", folder("limits").path)
        #expect(list.status == 0 && list.output.contains(what.rawValue), "\(list.output)")
    }

    @Test("is no font where it is a pipe, at which its opening would wait")
    func pipesAsFonts() async throws {
        let folder = try Scratch()
        mkfifo(folder("font.otf").path, 0o600)
        let outcome = try await BuiltPaper.shared().run(
            "build", "elastic-cut", "--font", folder("font.otf").path, "--output", folder("out").path)
        #expect(outcome.status == 1 && outcome.errors.contains("font.otf"), "\(outcome.errors)")
    }

    @Test("is named where its magnitude is beyond physics, in text and as JSON", arguments: [[], ["--json"]])
    func magnitudes(_ options: [String]) async throws {
        for (question, argument) in [
            ("muon-g-2 mass=10MeV coupling=1e300", "coupling = 1e+300"),
            ("signal-cross-section mass=1e-160GeV coupling=1e-3", "mass = 1e-160 GeV"),
            ("reach mass=1e-400GeV", "'1e-400GeV' is larger, or closer to zero"),
        ] {
            let words = question.split(separator: " ").map(String.init)
            let outcome = try await BuiltPaper.shared().run(["evaluate"] + words + options)
            #expect(outcome.status == 1 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(argument), "\(outcome.errors)")
        }
    }
}

@Suite("Wild command lines", .serialized)
struct ProgramFuzzTests {
    @Test("end with finite numbers in valid JSON, or with a reason; never by a signal", .timeLimit(.minutes(60)))
    func commands() async throws {
        let environment = ProcessInfo.processInfo.environment
        let soak = environment["PAPERBUILD_SOAK"].flatMap(Int.init)
        let repeated = environment["PAPERBUILD_SEED"].flatMap(Int.init)
        let paper = try await BuiltPaper.shared()
        for seed in repeated.map({ [$0] }) ?? Array(1...(soak ?? 8)) {
            var random = Seeded(state: UInt64(seed))
            let folder = try Scratch()
            let arguments = Self.arguments(&random, output: folder("out").path)
            if soak != nil || repeated != nil { print("fuzz program seed \(seed): \(arguments)") }
            let outcome = try await paper.run(arguments)
            let comment: Comment = "seed \(seed): \(arguments): \(outcome.errors.prefix(2000))"
            #expect([0, 1, 64].contains(outcome.status), comment)
            #expect(!outcome.errors.contains("Fatal") && !outcome.errors.contains("EncodingError"), comment)
            if outcome.status != 0 {
                #expect(outcome.errors.count > 30, comment)
            } else if arguments[0] == "evaluate" {
                #expect(try outcome.json().members["schema"] != nil, comment)
            }
        }
    }

    private static func arguments(_ random: inout Seeded, output: String) -> [String] {
        let numbers = [
            "0", "-1", "1", "1e-30", "1e30", "1e300", "1e-300", "nan", "inf", "", "1e-3", "0.02", "150", "3e4",
        ]
        let units = ["", "GeV", "MeV", "eV", "mrad", "/fb", "GeV2", "\u{1b}"]
        func value() -> String {
            (numbers.randomElement(using: &random) ?? "") + (units.randomElement(using: &random) ?? "")
        }
        if Bool.random(using: &random) {
            let question = [
                "reach mass=", "muon-g-2 coupling=1e-3 mass=", "excluded coupling=1e-3 mass=",
                "trident-limit experiment=ccfr mass=", "effective-neutrinos mass=",
                "thermal-coupling mass=90MeV ratio=",
            ]
            let words = (question.randomElement(using: &random) ?? "") + value()
            return ["evaluate"] + words.split(separator: " ").map(String.init) + ["--json"]
        }
        let names = [
            "beam.energy", "light.mass", "light.coupling", "cuts.theta", "dark-matter.ratio", "ccfr.energy",
            "constants.muon-mass", "reach.events", "landscape.mass-min", "grid.mass-max", "grid.masses",
        ]
        let name = names.randomElement(using: &random) ?? ""
        let target =
            ["elastic-cut", "second-beam", "thermal-targets", "trident-energy"].randomElement(using: &random) ?? ""
        return ["build", target, "--set", "\(name)=\(value())", "--output", output, "-q"]
    }

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }
}
