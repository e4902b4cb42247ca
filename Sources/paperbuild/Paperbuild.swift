import ArgumentParser

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
}
