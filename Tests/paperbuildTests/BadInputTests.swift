import Foundation
import Manuscript
import Testing

/// A wrong question, and what its answer must hold.
struct BadInput: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    /// What was wrong, and what to do.
    var says: [String]

    init(_ arguments: String, says: String...) {
        self.arguments = arguments.split(separator: " ").map(String.init)
        self.says = says
    }

    var testDescription: String { arguments.joined(separator: " ") }
}

@Suite("Bad input is answered by one clear sentence with the remedy, and nothing is written")
struct BadInputTests {
    @Test(
        "in builds",
        arguments: [
            BadInput("build nowhere", says: "unknown target 'nowhere'", "paperbuild list"),
            BadInput("build elastic-cutt", says: "did you mean 'elastic-cut'?"),
            BadInput("--set cuts.thta=2mrad", says: "'cuts.thta'", "did you mean 'cuts.theta'?"),
            BadInput("--set cuts.theta=2", says: "'2' has no unit", "mrad"),
            BadInput("--set cuts.theta=2GeV", says: "unit of energy", "mrad"),
            BadInput("--set cuts.theta=2mrd", says: "unknown unit 'mrd'", "mrad"),
            BadInput("--set cuts.theta", says: "name=value"),
            BadInput("--set beam.energy=nanGeV", says: "finite number"),
            BadInput("--set beam.energy=0.1GeV", says: "beam.energy", "larger than the muon's mass"),
            BadInput("--set light.mass=299.4MeV", says: "light.mass = 299.4MeV", "below 299.37"),
            BadInput("--set heavy.coupling=-1e-3", says: "heavy.coupling = -0.001", "larger than zero"),
            BadInput("--set light.coupling=0", says: "light.coupling = 0", "larger than zero"),
            BadInput("--set cuts.electron-min=30GeV", says: "larger than cuts.electron-min"),
            BadInput("--set gminus2=2022", says: "unknown choice '2022'", "2021"),
            BadInput("--set grid.masses=1.5", says: "'1.5' is not a whole number"),
            BadInput("--set grid.masses=1", says: "from 2 to 100000"),
            BadInput("--font /nonexistent", says: "/nonexistent", "fonts-lmodern"),
            BadInput("--font /etc/hostname", says: "/etc/hostname"),
            BadInput("--project /", says: "--project"),
            BadInput("-j 0", says: "--jobs 0", "1 or more"),
            BadInput("build --frobnicate", says: "--frobnicate", "--help"),
        ])
    func builds(_ input: BadInput) async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(input.arguments + ["--output", folder("output").path])
        expectRefusal(outcome, input)
        #expect(!FileManager.default.fileExists(atPath: folder("output").path))
    }

    @Test(
        "in questions",
        arguments: [
            BadInput("evaluate", says: "evaluate --list"),
            BadInput("evaluate signal-event mass=50MeV coupling=1", says: "did you mean 'signal-events'?"),
            BadInput("evaluate signal-events mas=50MeV coupling=1", says: "no argument 'mas'", "did you mean 'mass'?"),
            BadInput("evaluate signal-events mass=50MeV", says: "needs 'coupling='", "evaluate --list"),
            BadInput("evaluate signal-events mass=50 coupling=1", says: "'50' has no unit", "MeV"),
            BadInput("evaluate signal-events mass=50Mev coupling=1", says: "unknown unit 'Mev'", "MeV"),
            BadInput("evaluate signal-events mass=50mrad coupling=1", says: "unit of angle", "energy"),
            BadInput("evaluate signal-events mass=50MeV coupling=1GeV", says: "pure number"),
            BadInput("evaluate signal-events mass=50MeV mass=50MeV coupling=1", says: "twice"),
            BadInput("evaluate signal-events mass=50MeV coupling", says: "name=value"),
            BadInput("evaluate signal-events mass=299.38MeV coupling=1", says: "299.38", "below the threshold"),
            BadInput("evaluate reach mass=300MeV", says: "below the threshold"),
            BadInput("evaluate signal-events mass=0MeV coupling=1", says: "larger than zero"),
            BadInput("evaluate signal-events mass=50MeV coupling=-1", says: "coupling = -1.0", "zero or larger"),
            BadInput("evaluate signal-events mass=50MeV coupling=1 cuts=publishd", says: "published, angle, none"),
            BadInput("evaluate signal-events mass=50MeV coupling=1 electron-min=26GeV", says: "below electron-max"),
            BadInput("evaluate signal-events mass=50MeV coupling=1 theta-min=-1mrad", says: "theta-min"),
            BadInput(
                "evaluate signal-spectrum mass=50MeV coupling=1 electron-energy=-1GeV", says: "electron-energy = -1.0"),
            BadInput("evaluate reach mass=50MeV events=0", says: "events = 0.0", "larger than zero"),
            BadInput("evaluate reach mass=290MeV", says: "no value at this point"),
            BadInput("evaluate elastic-minimum-energy theta=5mrad", says: "elastic-minimum-energy", "0.0048363"),
            BadInput("evaluate muon-g-2 mass=-1MeV coupling=1", says: "muon-g-2", "not negative"),
            BadInput("evaluate trident-limit experiment=cfr mass=1MeV", says: "ccfr, charm2"),
            BadInput("show nowhere", says: "\"nowhere\"", "list"),
            BadInput("explain nowhere", says: "'nowhere'", "list"),
            BadInput("graph nowhere", says: "'nowhere'", "list"),
            BadInput("graph --format png", says: "dot", "mermaid"),
        ])
    func questions(_ input: BadInput) async throws {
        let outcome = try await BuiltPaper.shared().run(input.arguments)
        expectRefusal(outcome, input)
    }

    private func expectRefusal(_ outcome: Outcome, _ input: BadInput) {
        #expect(outcome.status != 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: "), "\(outcome.errors)")
        for words in input.says { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
        // A crash says "Fatal error" and dies by a signal.
        #expect(!outcome.errors.contains("Fatal") && outcome.status < 100)
    }

    @Test("for folders that cannot be written", arguments: ["/etc/hostname/below-a-file", "/proc/nowhere"])
    func readOnlyFolders(_ path: String) async throws {
        let paper = try await BuiltPaper.shared()
        let output = try await paper.run("build", "elastic-cut", "-q", "--output", path)
        #expect(output.status != 0)
        #expect(output.errors.contains(path) && output.errors.contains("choose another output folder"))

        let folder = try Scratch()
        let cache = try await Program.run(
            ["build", "elastic-cut", "-q", "--cache", path, "--output", folder("output").path])
        #expect(cache.status != 0)
        #expect(cache.errors.contains(path) && cache.errors.contains("choose another cache folder"))
        #expect(!FileManager.default.fileExists(atPath: folder("output").path))
    }

    @Test("for a paper that needs LaTeX where there is none")
    func paperWithoutTeX() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "paper", "--output", folder("output").path, environment: ["PATH": folder.url.path])
        #expect(outcome.status != 0 && outcome.errors.contains("make setup"))
        #expect(!FileManager.default.fileExists(atPath: folder("output").path))
    }
}
