import ArgumentParser
import BuildConsole

/// The program's entry: one command for each thing that people ask of a paper.
@main
struct Paperbuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paperbuild",
        abstract: "Regenerates a particle-physics paper from first principles: figures, numbers and PDF.",
        discussion: """
            Without a command it builds everything. Results are cached under a hash of all that made them, in .paperbuild.

            EXAMPLES
              Everything, into figures/ and paper/:
                paperbuild
              One figure:
                paperbuild build reach
              A variant, in a folder of its own:
                paperbuild --set cuts.theta=2mrad --output /tmp/variant
              One number:
                paperbuild evaluate signal-events mass=100MeV coupling=1e-3
              A folder for arXiv:
                paperbuild flatten /tmp/arxiv --archive
              What the publications claim, with a verdict:
                paperbuild verify

            EXIT CODES
              0 done; 1 something failed or, for diff, changed; 2 diff could not compare; 64 wrong usage
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, WatchCommand.self, ListCommand.self, ShowCommand.self, EvaluateCommand.self,
            ExplainCommand.self, GraphCommand.self, VerifyCommand.self, DiffCommand.self, FlattenCommand.self,
            CacheCommand.self, CleanCommand.self, RunNodeCommand.self,
        ],
        defaultSubcommand: BuildCommand.self)

    /// Parses and runs. Every error of every command leaves through here, so that none shows raw what a reader typed.
    static func main() async {
        do {
            try refuseEmpty(Array(CommandLine.arguments.dropFirst()))
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

    /// Nothing that paperbuild takes may be empty: an empty folder would be the current one, which `--output "$FOLDER"`
    /// with an unset variable does not mean.
    static func refuseEmpty(_ arguments: [String]) throws(ValidationError) {
        for (index, argument) in arguments.enumerated() {
            let isLong = argument.hasPrefix("--")
            let value =
                isLong ? argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).last : nil
            let shown: String
            if argument.allSatisfy(\.isWhitespace) {
                let before = index > 0 ? arguments[index - 1] : ""
                shown = before.hasPrefix("-") ? "the value of \(before)" : "argument \(index + 1)"
            } else if isLong, argument.contains("="), value?.allSatisfy(\.isWhitespace) == true {
                shown = "the value of \(argument.prefix { $0 != "=" })"
            } else {
                continue
            }
            throw ValidationError(
                "\(shown) is empty, perhaps by a shell variable that is not set; write it out, or leave the option out")
        }
    }
}
