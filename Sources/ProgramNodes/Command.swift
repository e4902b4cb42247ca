import BuildGraph
import ExternalPrograms
import Foundation

/// A step that another program does: a node, and one for each of its outputs.
///
/// ```swift
/// let run = try Command(
///     "shower", Program.find("shower", identity: .version(["--version"])),
///     arguments: ["--seed", .seed, .input(card, as: "run.card")],
///     outputs: Files { $0.file("events.lhe.gz"); $0.folder("logs", optional: true) }, seed: 1, timeLimit: .seconds(7200))
/// let events: Node<Blob> = try run["events.lhe.gz"]
/// ```
///
/// The key is made of the program's identity, the arguments, the environment, the names and contents of the inputs, the names
/// of the outputs and the seed; the time limit, cores, memory and the folder are not in it. The program runs in a folder of its
/// own that is removed afterwards, with `PATH`, an empty `HOME` and `TMPDIR`, `LC_ALL=C`, `TZ=UTC`, `OMP_NUM_THREADS=1` and
/// what is declared, and nothing else of the environment. Everything that it started ends with it.
///
/// A program that fails has no result, and is run again by the next build. What it printed is in the log of the node,
/// `NAME.program.log`: the beginning and the end, where it is very long.
public struct Command: Sendable {
    /// All outputs together.
    public let result: Node<CommandResult>
    private let name: String
    private let outputs: [Files.Output]
    private let files: [String: Node<Blob>]
    private let optionalFiles: [String: Node<Blob?>]
    private let folders: [String: Node<FileTree>]
    private let optionalFolders: [String: Node<FileTree?>]
    private let printed: Node<Blob>?

    /// Declares a step; starts nothing.
    ///
    /// - Parameters:
    ///   - name: the node's; those of the outputs are `NAME/OUTPUT`.
    ///   - program: what is run.
    ///   - arguments: each is passed on as it is; no shell reads them.
    ///   - inputs: files beside those that arguments name.
    ///   - outputs: what it leaves that is a result.
    ///   - environment: variables beside those that every program gets, or in their place.
    ///   - standardInput: what it reads from its standard input; nothing unless given.
    ///   - seed: of its random numbers; part of the key. An argument has to pass it on.
    ///   - timeLimit: after which it is told to end (SIGTERM), and ended five seconds later.
    ///   - cores: it counts as so many nodes among those that run at once.
    ///   - memory: bytes that it needs; what runs at once needs no more than the machine has.
    ///   - progress: a regular expression for what it prints of how far it is: one group for a percentage, such as
    ///     `(\d+)%`, or two for how many of how many, such as `(\d+)/(\d+)`.
    ///   - outputLimit: bytes that its outputs have at most, together.
    /// - Throws: ``CommandDeclarationError``.
    public init(
        _ name: String, _ program: Program, arguments: [CommandArgument] = [], inputs: [CommandInput] = [],
        outputs: Files, environment: [String: String] = [:], standardInput: Node<Blob>? = nil, seed: UInt64? = nil,
        timeLimit: Duration? = nil, cores: Int = 1, memory: Int = 0, progress: String? = nil,
        outputLimit: Int = 1_000_000_000, fileID: String = #fileID, line: Int = #line
    ) throws {
        let inputs = inputs + arguments.compactMap(\.input)
        let job = CommandJob(
            program: program.finder.name, isBuilt: program.built != nil, arguments: arguments.map(\.word),
            inputs: inputs.map(\.file), hasStandardInput: standardInput != nil, outputs: outputs,
            environment: environment, seed: seed,
            place: CommandJob.Place(
                finder: program.finder, timeLimit: timeLimit.map { $0 / .seconds(1) }, progress: progress,
                outputLimit: outputLimit))
        try job.validate(name, cores: cores, memory: memory)
        var upstream = [program.identity.erased]
        if let built = program.built { upstream.append(built.erased) }
        if let standardInput { upstream.append(standardInput.erased) }
        let place = SourcePlace(fileID: fileID, line: line)
        let result = Node<CommandResult>(
            name, fromAny: upstream + inputs.map(\.node), parameters: job,
            tool: NodeTool(
                demand: NodeDemand(cores: cores, memory: memory), mayOpen: { job.place?.finder.installation ?? [] },
                layOut: { inputs, folder in try job.layOut(inputs, in: folder) })
        ) { job, inputs in try job.run(inputs) }.declared(at: place)
        self.result = result
        self.name = name
        self.outputs = outputs.outputs
        func named<Output>(
            _ kind: Files.Kind, optional: Bool, _ node: (String) -> Node<Output>
        ) -> [String: Node<Output>] {
            let names = outputs.outputs.filter { $0.kind == kind && $0.isOptional == optional }.map(\.name)
            return Dictionary(uniqueKeysWithValues: names.map { ($0, node($0).declared(at: place)) })
        }
        files = named(.file, optional: false) { output in
            Node("\(name)/\(output)", from: result, parameters: output) { try $1.file($0) }
        }
        optionalFiles = named(.file, optional: true) { output in
            Node("\(name)/\(output)", from: result, parameters: output) { $1.files[$0] }
        }
        folders = named(.folder, optional: false) { output in
            Node("\(name)/\(output)", from: result, parameters: output) { try $1.folder($0) }
        }
        optionalFolders = named(.folder, optional: true) { output in
            Node("\(name)/\(output)", from: result, parameters: output) { $1.folders[$0] }
        }
        printed =
            outputs.keepsOutput
            ? Node("\(name)/standard output", from: result) { try $0.printed() }.declared(at: place) : nil
    }

    /// A declared file.
    ///
    /// - Throws: ``CommandDeclarationError/unknownOutput(_:command:wanted:declared:)`` for one that is not declared, or is
    ///   optional.
    public subscript(file: String) -> Node<Blob> {
        get throws { try files[file] ?? unknown(file, "file") }
    }

    /// A file that the program need not write: nil where it did not.
    public func optional(_ file: String) throws -> Node<Blob?> {
        try optionalFiles[file] ?? unknown(file, "optional file")
    }

    /// A declared folder.
    public func folder(_ path: String) throws -> Node<FileTree> { try folders[path] ?? unknown(path, "folder") }

    /// A folder that the program need not make: nil where it did not.
    public func optionalFolder(_ path: String) throws -> Node<FileTree?> {
        try optionalFolders[path] ?? unknown(path, "optional folder")
    }

    /// What the program printed on its standard output, where that is declared: ``Files/standardOutput(mayNameFolder:)``.
    public var standardOutput: Node<Blob> {
        get throws { try printed ?? unknown("standard output", "result") }
    }

    private func unknown<Output>(_ output: String, _ wanted: String) throws -> Output {
        let declared = outputs.map { output in
            let kind =
                output.kind == .standardOutput
                ? "the" : (output.isOptional ? "the optional " : "the ") + output.kind.rawValue
            return "\(kind) \(output.name)"
        }
        throw CommandDeclarationError.unknownOutput(output, command: name, wanted: wanted, declared: declared)
    }
}

extension CommandResult {
    fileprivate func file(_ name: String) throws -> Blob {
        guard let blob = files[name] else {
            throw CommandError.missingOutput(name: name, isFolder: false, present: files.keys.sorted())
        }
        return blob
    }

    fileprivate func folder(_ name: String) throws -> FileTree {
        guard let tree = folders[name] else {
            throw CommandError.missingOutput(name: name, isFolder: true, present: folders.keys.sorted())
        }
        return tree
    }

    fileprivate func printed() throws -> Blob {
        guard let standardOutput else {
            throw CommandError.missingOutput(name: "standard output", isFolder: false, present: [])
        }
        return standardOutput
    }
}
