import Foundation
import Manuscript
import TestSupport
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
            BadInput("build nowhere", says: "unknown target 'nowhere'", "'list' shows all"),
            BadInput("build elastic-cutt", says: "did you mean 'elastic-cut'?"),
            BadInput("-q verify", says: "'verify' is a command", "paperbuild verify"),
            BadInput("--set cuts.thta=2mrad", says: "'cuts.thta'", "did you mean 'cuts.theta'?"),
            BadInput("--set cuts.theta=2", says: "'2' has no unit", "mrad"),
            BadInput("--set cuts.theta=2GeV", says: "unit of energy", "mrad"),
            BadInput("--set cuts.theta=2mrd", says: "unknown unit 'mrd'", "mrad"),
            BadInput("--set cuts.theta", says: "name=value"),
            BadInput("--set beam.energy=nanGeV", says: "finite number"),
            BadInput("--set beam.energy=0.1GeV", says: "beam.energy", "larger than the muon's mass"),
            BadInput("--set light.mass=299.4MeV", says: "light.mass = 299.4MeV", "below 299.37"),
            BadInput("--set heavy.coupling=-1e-3", says: "heavy.coupling = -0.001", "from 1e-12 to 10"),
            BadInput("--set light.coupling=0", says: "light.coupling = 0", "from 1e-12 to 10"),
            BadInput("--set cuts.electron-min=30GeV", says: "larger than cuts.electron-min"),
            BadInput("--set gminus2=2022", says: "unknown choice '2022'", "2021"),
            BadInput("--set grid.masses=1.5", says: "'1.5' is not a whole number"),
            BadInput("--set grid.masses=1", says: "from 2 to 100000"),
            BadInput("--font \(TestRun.missingPath)", says: "/missing-", "fonts-lmodern"),
            BadInput("--font /etc/hostname", says: "/etc/hostname"),
            BadInput("--project /", says: "--project"),
            BadInput("-j 0", says: "--jobs 0", "1 or more"),
            BadInput("-j0", says: "--jobs 0", "1 or more"),
            BadInput("--dry-run --lint", says: "--lint", "--dry-run"),
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

    @Test(
        "in questions about the landscape",
        arguments: [
            BadInput("evaluate kinetic-mixng q2=0GeV2 coupling=1", says: "did you mean 'kinetic-mixing'?"),
            BadInput("evaluate kinetic-mixing q2=0.04GeV coupling=1", says: "unit of energy", "GeV2"),
            BadInput("evaluate kinetic-mixing q2=0.04Gev2 coupling=1", says: "did you mean 'GeV2'?"),
            BadInput("evaluate kinetic-mixing q2=0.04 coupling=1", says: "'0.04' has no unit", "GeV2"),
            BadInput("evaluate kinetic-mixing q2=nanGeV2 coupling=1", says: "finite number"),
            BadInput(
                "evaluate kinetic-mixing q2=0GeV2 coupling=1 part=imaginry", says: "did you mean 'imaginary'?"),
            BadInput(
                "evaluate kaon-branching-ratio mass=388.02MeV coupling=1", says: "388.02 MeV", "m_K − m_μ = 388.019 MeV"
            ),
            BadInput("evaluate kaon-branching-ratio mass=0MeV coupling=1", says: "larger than zero"),
            BadInput(
                "evaluate kaon-branching-ratio mass=10MeV coupling=1 missing-mass-squared-min=-1GeV2",
                says: "missing-mass-squared-min = -1.0 GeV2", "zero or larger"),
            BadInput(
                "evaluate beam-dump-events experiment=na64 mass=10MeV coupling=1", says: "na64mu, m3-phase1, m3-phase2",
                "did you mean 'na64mu'?"),
            BadInput(
                "evaluate beam-dump-events experiment=na64mu mass=301MeV coupling=1", says: "301 MeV", "to 300 MeV"),
            BadInput("evaluate beam-dump-limit experiment=m3-phase1 mass=0MeV", says: "larger than zero"),
            BadInput("evaluate thermal-coupling mass=90MeV dark-matter=wimp", says: "dirac, complex-scalar, majorana"),
            BadInput("evaluate thermal-coupling mass=90MeV ratio=2", says: "ratio = 2.0", "larger than 2"),
            BadInput("evaluate thermal-coupling mass=0.2MeV", says: "from 0.3 MeV to 3000 GeV"),
            BadInput("evaluate thermal-coupling mass=2MeV dark-matter=majorana", says: "from 3 MeV", "1 MeV"),
            BadInput(
                "evaluate thermal-coupling mass=90MeV dark-matter=majorana method=closed",
                says: "do not go together", "method=freeze-out"),
            BadInput("evaluate white-dwarf-limit mass=51MeV", says: "51 MeV", "from 2 MeV to 50 MeV"),
            BadInput("evaluate white-dwarf-limit mass=1.99MeV", says: "from 2 MeV to 50 MeV"),
            BadInput("evaluate borexino-limit mass=26MeV", says: "from 2 MeV to 25 MeV"),
            BadInput("evaluate borexino-limit mass=10MeV curve=recst", says: "did you mean 'recast'?"),
            BadInput("evaluate borexino-limit mass=10MeV excess=0.1", says: "curve=recast"),
            BadInput(
                "evaluate borexino-limit mass=10MeV curve=recast excess=0", says: "excess = 0.0", "larger than zero"),
            BadInput("evaluate electron-g-2 mass=-1MeV coupling=1", says: "electron-g-2", "not negative"),
            BadInput("evaluate electron-g-2 mass=101MeV coupling=1 through=mixing", says: "from 0 MeV to 100 MeV"),
            BadInput("evaluate effective-neutrinos mass=-1MeV", says: "zero or larger"),
            BadInput(
                "evaluate effective-neutrinos mass=5MeV decoupling-temperature=0MeV", says: "larger than zero"),
            BadInput("evaluate excluded mass=0MeV coupling=1", says: "mass = 0 MeV", "larger than zero"),
            BadInput("evaluate excluded mass=10MeV coupling=-1", says: "coupling = -1.0", "zero or larger"),
            BadInput("evaluate excluded mass=10MeV", says: "needs 'coupling='"),
        ])
    func landscape(_ input: BadInput) async throws {
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
