ShellCommands.run(Array(CommandLine.arguments.dropFirst()))
