import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation
import Manuscript

struct BuildCommand<P: Paper>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "build", abstract: "Brings figures, numbers and the PDF up to date (the default command).",
            discussion: """
                Only what changed is computed; each run has a reason, which --explain tells as it runs and 'explain' \
                before. Without LaTeX the figures and numbers are made, and the PDF is left out; one that is there and not of the \
                present paper is said to be stale, as are images and camera-ready files that are not asked for again. LaTeX \
                runs with an environment of its own: files that the paper needs beside the system's belong into paper/.

                --json prints one object a line, each with "schema": 1 and "event": "began" {"nodes"}; \
                "node-started" {"node", "reason", "cause"}; "node-progress" {"node", "fraction"}; \
                "node-finished" {"node", "seconds"}; "node-cached" {"node"}; \
                "node-waiting" {"node"}; "node-failed" {"node", "message"}; "file" {"path", "outcome"}; \
                "warning" {"message"}; and at the end \
                "finished" {"succeeded", "causes", "skipped", "summary": {"nodes", "files", "warnings", "seconds"}} or \
                "error" {"message"}. --dry-run --json prints what 'explain --json' does.

                --png DPI also draws each figure as figures/NAME.png, at so many dots per inch. --camera-ready also writes \
                camera-ready/NAME-art.pdf, the drawing without text, and camera-ready/NAME.tex, a picture in which LaTeX sets \
                the labels in the paper's own font: use it with \\input in the place of \\includegraphics. A whole build \
                proves it in camera-ready/main.pdf, the paper with these figures; 'flatten --camera-ready' makes \
                the sources of that.

                --lint runs every node of the targets, from an empty cache, in a process of its own whose opened files are \
                traced (by ptrace: a container may need --cap-add=SYS_PTRACE). A node may open its inputs, libraries, the font \
                when it draws, LaTeX when it typesets, and the system's files when it runs another program; it may write \
                in a folder of its own. The exit code is 1 when one opens anything else or gives other \
                bytes than the cache has. --lint --json prints {"schema": 1, "checked", "undeclared": [{"node", "path", \
                "kind"}], "differing": [node], "seconds"}.
                """)
    }

    @Argument(help: "Figures, documents, files, or 'figures', 'numbers', 'paper'; everything by default.")
    var targets: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder that figures/ and paper/ are written to; the project by default.", valueName: "folder"))
    var output: String?

    @Flag(help: "Go on with what does not depend on a failed node.")
    var keepGoing = false

    @Flag(
        name: [.customShort("n"), .long], help: "Say what would run and why, and which files would change; run nothing."
    )
    var dryRun = false

    @Flag(
        help: "Check instead of building: run every node in a process of its own and report what it opens undeclared.")
    var lint = false

    @Flag(help: "Print the build's events as JSON, one object a line.")
    var json = false

    @OptionGroup var formats: FigureFormats

    @OptionGroup var console: ConsoleOptions

    @OptionGroup var options: PaperArguments<P>

    func validate() throws {
        if lint, formats.png != nil || formats.cameraReady {
            throw ValidationError("--lint checks the paper's own files; leave out --png and --camera-ready")
        }
        if lint, dryRun { throw ValidationError("--lint runs every node and --dry-run none; leave one of them out") }
        let commands = PaperProgram<P>.configuration.subcommands.map { $0._commandName }
        if let command = targets.first, commands.contains(command) {
            throw ValidationError("'\(command)' is a command and comes before its options: \(P.help.name) \(command) …")
        }
    }

    func run() async throws {
        // A check writes no file, so that a variant needs no folder.
        let run = try BuildRun<P>(
            options, targets: targets, output: lint ? output ?? "." : output, keepGoing: keepGoing, formats: formats)
        if lint { return try await check(run) }
        if dryRun { return try printPlan(of: run) }
        if json { return try await run.buildWithEvents() }
        _ = try await run.build(showing: console)
        if run.tex == nil, targets.isEmpty, !console.quiet {
            let names = run.paper.documents.map(\.document.pdf).joined(separator: ", ")
            note("\(names) \(run.paper.documents.count == 1 ? "is" : "are") left out: \(TeXInstallation.remedy)")
        }
    }

    private func check(_ run: BuildRun<P>) async throws {
        let lint = LintRun(
            options: options, tex: run.tex, workspace: run.workspace, documents: run.paper.documents.map(\.document.pdf)
        )
        let report = try await lint.run(outputs: run.outputs)
        if json {
            print(try versionedJSON(report), terminator: "")
        } else if !console.quiet || !report.isClean {
            print(LintRun<P>.text(report))
        }
        if !report.isClean { throw ExitCode(1) }
    }

    private func printPlan(of run: BuildRun<P>) throws {
        let plan = try run.plan()
        if json {
            let explanation = Explanation(plan, store: run.engine().store)
            print(try readableJSON(explanation), terminator: "")
        } else {
            print(plan.plainText, terminator: "")
        }
    }
}
