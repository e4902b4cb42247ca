import Foundation
import Glibc
import Manuscript
import TestSupport
import Testing

@Suite("At the terminal")
struct TerminalTests {
    @Test("a build that nobody watches says which files it wrote, and a summary, without control characters")
    func plain() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run("build", "reach", "--output", folder.url.path)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(
            Set(lines.dropLast())
                == ["json", "pdf", "svg"].reduce(into: []) { $0.insert("wrote    figures/reach.\($1)") })
        #expect(lines.last?.hasPrefix("0 computed, ") == true && outcome.errors.isEmpty)
        #expect(!outcome.output.contains("\u{1b}"))
    }

    /// What the program writes to a terminal of 100 columns.
    private func onTerminal(_ arguments: [String], environment: [String: String]) async throws -> String {
        var (main, side): (Int32, Int32) = (0, 0)
        var size = winsize(ws_row: 24, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&main, &side, nil, nil, &size) == 0)
        let child = try TestChild(
            Program.executable.path, arguments,
            environment: ProcessInfo.processInfo.environment
                .merging(["TERM": "xterm", "CI": "", "NO_COLOR": ""]) { $1 }.merging(environment) { $1 },
            folder: Program.project.path, output: side, errors: side)
        close(side)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        // The end of the other side is an error here.
        while case let count = read(main, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
        close(main)
        #expect(child.waitForEnd() == 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("a build shows what runs and how many are left, draws that line again, and leaves none behind")
    func progress() async throws {
        let folder = try Scratch()
        let arguments = ["build", "elastic-cut", "--cache", folder("cache").path, "--output", folder("out").path]
        let text = try await onTerminal(arguments, environment: ["NO_COLOR": "1"])
        #expect(text.contains("/9] ") && text.contains(" left: ") && text.contains("\r\u{1b}[K"))
        #expect(text.contains("ran      elastic/facts (") && text.contains("): never built"))
        #expect(!text.contains("\u{1b}[32m"), "NO_COLOR")
        #expect(text.split(separator: "\r\n").last?.contains(" computed, ") == true)
        let again = try await onTerminal(arguments, environment: [:])
        #expect(!again.contains("["), "nothing ran, so nothing is shown but the summary")
        let plain = try await onTerminal(["build", "-v"] + arguments.dropFirst(), environment: ["CI": "true"])
        #expect(!plain.contains("\u{1b}[K"))
    }

    @Test("colours are there when they are asked for, also under NO_COLOR")
    func colours() async throws {
        let folder = try Scratch()
        let outcome = try await BuiltPaper.shared().run(
            "build", "reach", "--color", "always", "--output", folder.url.path, environment: ["NO_COLOR": "1"])
        #expect(outcome.output.contains("\u{1b}[32mwrote"))
    }

    /// A cache of the test's own, as others' variants change the last run that reasons speak of.
    private func cacheOfOneFigure() async throws -> Scratch {
        let folder = try Scratch()
        let outcome = try await Program.run([
            "build", "-q", "elastic-cut", "--cache", folder("cache").path, "--output", folder("first").path,
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    private func variant(_ folder: Scratch, _ flag: String) async throws -> Outcome {
        try await Program.run([
            "build", "elastic-cut", flag, "--set", "cuts.theta=3mrad", "--cache", folder("cache").path, "--output",
            folder("out").path,
        ])
    }

    @Test("--dry-run tells what would run and why, runs nothing and writes nothing")
    func dryRun() async throws {
        let folder = try await cacheOfOneFigure()
        let before = try Scratch.files(below: folder.url)
        let plan = try await variant(folder, "--dry-run")
        #expect(plan.status == 0, "\(plan.errors)")
        #expect(plan.output.contains("elastic/facts runs: parameter minimumMuonAngle changed from 0.0015 to 0.003"))
        #expect(plan.output.contains("figures/elastic-cut.pdf runs if a new result of"))
        #expect(plan.output.contains("figures/elastic-cut.pdf may change\n"))
        #expect(try Scratch.files(below: folder.url) == before)
    }

    @Test("--explain has one sentence for each node that runs, which leads to what changed first")
    func explain() async throws {
        let outcome = try await variant(try await cacheOfOneFigure(), "--explain")
        let sentences = outcome.output.split(separator: "\n").filter { $0.contains(" runs: ") }
        #expect(sentences.count > 3 && outcome.output.contains("\n\(sentences.count) computed, "))
        #expect(
            outcome.output.contains(
                "(figures/elastic-cut/chart ran: parameter minimumMuonAngle changed from 0.0015 to 0.003)"))
    }

    @Test("--json is a stream of events that ends with the report")
    func events() async throws {
        let events = try await BuiltPaper.shared().outcome.events()
        #expect(events.allSatisfy { $0["schema"]?.number == 1 })
        #expect(events.first?["event"]?.text == "began" && events.last?["event"]?.text == "finished")
        let report = try #require(events.last?["summary"])
        #expect(Set(report.members.keys) == ["nodes", "files", "warnings", "seconds"])
        func count(_ event: String) -> Int { events.count { $0["event"]?.text == event } }
        let nodes = try #require(report["nodes"]).elements
        #expect(nodes.count { $0["outcome"]?.text == "ran" } == count("node-finished"))
        #expect(count("node-started") == count("node-finished") && count("file") == BuiltPaper.files.count)
        #expect(events.filter { $0["event"]?.text == "node-started" }.allSatisfy { $0["reason"]?.text != nil })
        #expect(Double(nodes.count) == events.first?["nodes"]?.number)
    }

    @Test("the help of build names every event and its members")
    func documentedEvents() async throws {
        let help = try await Program.run(["build", "--help"]).output
        for event in try await BuiltPaper.shared().outcome.events() {
            #expect(help.contains("\"\(event["event"]?.text ?? "?")\""))
            for member in event.members.keys { #expect(help.contains("\"\(member)\""), "\(member)") }
        }
    }

    @Test("each node that ran has a log with its reason and time, which show prints")
    func logs() async throws {
        let folder = try await cacheOfOneFigure()
        let cache = folder("cache").path
        let outcome = try await Program.run(["show", "elastic/facts", "--log", "--cache", cache])
        #expect(outcome.output.contains("reason   never built") && outcome.output.contains("outcome  succeeded in "))
        let none = try await Program.run(["show", "paper/main.tex", "--log", "--cache", cache])
        #expect(none.status != 0 && none.errors.contains("there is no log of paper/main.tex"))
    }

    @Test("the graph is drawn as SVG, with folders or with every node")
    func graph() async throws {
        let paper = try await BuiltPaper.shared()
        let groups = try await paper.run("graph", "--format", "svg").output
        let nodes = try await paper.run("graph", "--format", "svg", "--all").output
        #expect(
            groups.contains("<svg") && groups.contains("signal/light/ (") && !groups.contains("signal/light/events"))
        #expect(nodes.contains("signal/light/events"))
    }
}

@Suite("A build that fails")
struct FailedBuildTests {
    /// A project of its own, on a copy of the shared cache.
    private func project(losing file: String? = nil, appending text: String? = nil) async throws -> Scratch {
        let folder = try Scratch()
        try FileManager.default.copyItem(at: Program.project.appending(path: "paper"), to: folder("paper"))
        try FileManager.default.copyItem(at: Program.project.appending(path: "data"), to: folder("data"))
        try Program.copyExamples(beside: folder("data"))
        try await BuiltPaper.shared().copyCache(to: folder("cache"))
        if let file {
            try FileManager.default.removeItem(at: folder(file))
            // A file that is there by name alone: its content was on a disk that is not mounted.
            try FileManager.default.createSymbolicLink(
                atPath: folder(file).path, withDestinationPath: TestRun.missingPath)
        }
        if let text {
            let main = try String(contentsOf: folder("paper/main.tex"), encoding: .utf8)
            _ = try folder.file("paper/main.tex", main.replacing("\\end{document}", with: text + "\\end{document}"))
        }
        return folder
    }

    @Test(
        "with --keep-going makes what it can, and names the root cause before what it kept from being built",
        .enabled(if: BuiltPaper.hasTeX))
    func keepGoing() async throws {
        let folder = try await project(losing: "paper/bibliography.bib")
        let outcome = try await Program.run(
            ["build", "--keep-going", "--cache", "cache", "--output", "out"], in: folder.url)
        #expect(outcome.status != 0)
        let made = BuiltPaper.files.subtracting(["paper/main.pdf"])
        #expect(Set(try Scratch.files(below: folder("out")).keys) == made)
        let cause = try #require(outcome.errors.range(of: "node paper/bibliography.bib failed: cannot read"))
        let skipped = try #require(outcome.errors.range(of: "not built because of that: paper/main.pdf"))
        #expect(cause.upperBound < skipped.lowerBound)
    }

    @Test("ends its event stream with the causes", .enabled(if: BuiltPaper.hasTeX))
    func events() async throws {
        let folder = try await project(losing: "paper/bibliography.bib")
        let outcome = try await Program.run(["build", "--json", "--cache", "cache", "--output", "out"], in: folder.url)
        let last = try #require(try outcome.events().last)
        #expect(
            last["event"]?.text == "finished"
                && last["skipped"]?.elements.contains { $0.text == "paper/main.pdf" } == true)
        #expect(last["causes"]?.elements.first?["node"]?.text == "paper/bibliography.bib")
        #expect(outcome.status != 0)
    }

    @Test("names the failed node's log, which has LaTeX's own beside it", .enabled(if: BuiltPaper.hasTeX))
    func log() async throws {
        let folder = try await project(appending: "\\undefinedcommand\n")
        let outcome = try await Program.run(["--cache", "cache", "--output", "out"], in: folder.url)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("log: ") && outcome.errors.contains("logs/paper/main.pdf.log"))
        let log = try await Program.run(["show", "paper/main.pdf", "--log", "--cache", "cache"], in: folder.url)
        #expect(
            log.output.contains("outcome  failed: LaTeX could not typeset") && log.output.contains("This is pdfTeX"))
    }
}

@Suite("A final result in the cache")
struct FinalResultTests {
    @Test("needs nothing upstream: without the blobs in between nothing runs, and none comes back")
    func materialisesNothing() async throws {
        let (paper, folder) = (try await BuiltPaper.shared(), try Scratch())
        try paper.copyCache(to: folder("cache"))
        let nodes = try #require(try paper.outcome.report()["nodes"]).elements
        let final = Set(
            nodes.filter { BuiltPaper.files.contains($0["name"]?.text ?? "") }.compactMap { $0["output"]?.text })
        let between = Set(nodes.compactMap { $0["output"]?.text }).subtracting(final)
        let blobs = between.map { folder("cache/cas/\($0.prefix(2))/\($0)") }
            .filter { FileManager.default.fileExists(atPath: $0.path) }
        #expect(blobs.count > 100)
        for blob in blobs { try FileManager.default.removeItem(at: blob) }
        let outcome = try await Program.run([
            "build", "--json", "--cache", folder("cache").path, "--output", folder("out").path,
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let ran = try #require(try outcome.report()["nodes"]).elements.filter { $0["outcome"]?.text == "ran" }
        #expect(ran.isEmpty)
        #expect(try Scratch.files(below: folder("out")) == Scratch.files(below: paper.output))
        let inputs = Set(nodes.filter { $0["outcome"]?.text == "input" }.compactMap { $0["output"]?.text })
        let back = blobs.filter { FileManager.default.fileExists(atPath: $0.path) }.map(\.lastPathComponent)
        #expect(Set(back).isSubset(of: inputs))
    }
}
