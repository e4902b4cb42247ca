import BuildGraph

/// Why a command cannot be declared.
public enum CommandDeclarationError: Error, CustomStringConvertible {
    /// A path that leads out of the working folder, or to none.
    case badName(String, command: String)
    /// Two files of one name.
    case doubleName(String, command: String)
    /// An argument names an output that is not declared.
    case undeclaredOutput(String, command: String, declared: [String])
    /// An output is asked for that was not declared, or as what it is not.
    case unknownOutput(String, command: String, wanted: String, declared: [String])
    /// An argument is the seed, and there is none; or there is one, and nothing passes it on.
    case seed(command: String, isGiven: Bool)
    /// A variable of the environment that belongs to the run.
    case ownVariable(String, command: String)
    /// What the progress is read with is no regular expression of one or two numbers.
    case badPattern(String, command: String, problem: String)
    /// A count or time that is not positive.
    case badLimit(String, command: String)

    public var description: String {
        switch self {
        case .badName(let name, let command):
            "command \(command): '\(name)' cannot be the name of a file: write it from the working folder, without '.' or '..'"
        case .doubleName(let name, let command):
            "command \(command): two files are named '\(name)'; give one of them another name, or name an input that is "
                + "declared already with .text(\"\(name)\")"
        case .undeclaredOutput(let name, let command, let declared):
            "command \(command): an argument is the output '\(name)', which is not declared (\(list(declared)))"
        case .unknownOutput(let name, let command, let wanted, let declared):
            "command \(command) declares no \(wanted) '\(name)', but \(list(declared)); declare it in its outputs"
        case .seed(let command, let isGiven):
            isGiven
                ? "command \(command) has a seed that no argument passes on: add .seed to the arguments"
                : "command \(command) passes a seed on and has none: give it with 'seed:'"
        case .ownVariable(let name, let command):
            "command \(command): the variable \(name) is set to a folder of the run's own and cannot be declared"
        case .badPattern(let pattern, let command, let problem):
            "command \(command): '\(pattern)' cannot be the progress: \(problem); write a regular expression with one group "
                + "for a percentage, such as (\\d+)%, or two for how many of how many, such as (\\d+)/(\\d+)"
        case .badLimit(let what, let command): "command \(command): \(what) must be positive"
        }
    }

    private func list(_ names: [String]) -> String { names.isEmpty ? "nothing" : names.joined(separator: ", ") }
}

/// Why a command has no result. None of it is kept: the next build runs it again.
public enum CommandError: Error, CustomStringConvertible {
    /// The program failed, or was ended.
    case failed(Failure)
    /// The program succeeded without writing what was declared.
    case missingOutput(name: String, isFolder: Bool, present: [String])
    /// A declared output is something that cannot be one.
    case unfitOutput(name: String, problem: String)
    /// The outputs have more bytes than they may.
    case outputsTooLarge(name: String, limit: Int)
    /// An output holds the path of the run's folder, so that its bytes are never the same twice.
    case namesFolder(name: String)

    /// What is said of a program that failed.
    public struct Failure: Sendable {
        /// The node's name.
        public var node: String
        /// The program, as it was named.
        public var program: String
        /// `exit code 1`, `signal 9 (Killed)`, `the time limit of 60 s`.
        public var ending: String
        /// The last that it printed.
        public var lastLines: [String]
        /// Where all that it printed is; nil where no logs are kept.
        public var log: String?
        /// What was run, in its working folder.
        public var command: String
    }

    public var description: String {
        switch self {
        case .failed(let failure):
            ([
                "\(failure.program) ended with \(failure.ending)"
                    + (failure.lastLines.isEmpty ? "; it printed nothing" : "; it printed last:")
            ] + failure.lastLines.map { "    \($0)" } + (failure.log.map { ["  all that it printed: \($0)"] } ?? []) + [
                "  by hand: \(failure.command)",
                "  in a folder with its inputs, which 'show \(failure.node) --shell' prepares",
            ]).joined(separator: "\n")
        case .missingOutput(let name, let isFolder, let present):
            "the program ended well and left no \(isFolder ? "folder" : "file") '\(name)'"
                + (present.isEmpty
                    ? "; it left nothing"
                    : "; it left \(present.prefix(20).joined(separator: ", "))\(present.count > 20 ? " and \(present.count - 20) more" : "")")
                + ": correct the name, or declare it optional"
        case .unfitOutput(let name, let problem): "the output '\(name)' \(problem)"
        case .outputsTooLarge(let name, let limit):
            "with '\(name)' the outputs have more than \(limit) bytes, which is the limit ('outputLimit:' of the command)"
        case .namesFolder(let name):
            "the output '\(name)' holds the path of the folder that it was made in, which is another one in each run: let the "
                + "program write relative names, or declare it with mayNameFolder where that cannot be"
        }
    }
}
