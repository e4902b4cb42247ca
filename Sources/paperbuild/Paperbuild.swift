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
              paperbuild                                  everything, into figures/ and paper/
              paperbuild build reach                      one figure
              paperbuild --set cuts.theta=2mrad --set beam.energy=160GeV --output /tmp/variant
              paperbuild evaluate signal-events mass=100MeV coupling=1e-3 --json
              paperbuild verify                           every claim of the letter, with a verdict
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, ListCommand.self, ShowCommand.self, EvaluateCommand.self, ExplainCommand.self,
            GraphCommand.self, VerifyCommand.self, DiffCommand.self, CacheCommand.self,
            CleanCommand.self, RunNodeCommand.self,
        ],
        defaultSubcommand: BuildCommand.self)
}
