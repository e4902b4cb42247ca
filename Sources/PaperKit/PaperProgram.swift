import ArgumentParser
import BuildConsole

/// A paper's program: one command for each thing that people ask of a paper.
struct PaperProgram<P: Paper>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: P.help.name, abstract: P.help.abstract,
            discussion: """
                Without a command it builds everything. Results are cached under a hash of all that made them, in .paperbuild.

                EXAMPLES
                  Everything, into figures/ and paper/:
                    \(P.help.name)
                \(examples)
                  A folder for arXiv:
                    \(P.help.name) flatten /tmp/arxiv --archive
                  What the publications claim, with a verdict:
                    \(P.help.name) verify

                EXIT CODES
                  0 done; 1 something failed or, for diff, changed; 2 diff could not compare; 64 wrong usage
                """,
            version: P.help.version,
            subcommands: [
                BuildCommand<P>.self, WatchCommand<P>.self, ListCommand<P>.self, ShowCommand<P>.self,
                WhereCommand<P>.self,
                EvaluateCommand<P>.self, ExplainCommand<P>.self, GraphCommand<P>.self,
                VerifyCommand<P>.self, DiffCommand<P>.self, FlattenCommand<P>.self, ExportCommand<P>.self,
                CacheCommand<P>.self, NewCommand<P>.self, InitCommand<P>.self,
                CleanCommand<P>.self, RunNodeCommand<P>.self,
            ],
            defaultSubcommand: BuildCommand<P>.self)
    }

    private static var examples: String {
        P.help.examples.map { "  \($0.purpose):\n    \(P.help.name) \($0.command)" }.joined(separator: "\n")
    }

    /// Parses and runs. Every error of every command leaves through here, so that none shows raw what a reader typed.
    static func main() async {
        do {
            try ProgramArguments.refuseEmpty(Array(CommandLine.arguments.dropFirst()))
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            // The help goes to the output and is the program's own text.
            if code.isSuccess { exit(withError: error) }
            let message = fullMessage(for: error)
            if !message.isEmpty { note(message) }
            exit(withError: code)
        }
    }
}
