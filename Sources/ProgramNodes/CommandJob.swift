import BuildGraph
import ExternalPrograms
import Foundation

/// One run of a program: what is coded is in the key.
struct CommandJob: Codable, Sendable {
    var program: String
    /// Whether a node makes the program.
    var isBuilt: Bool
    var arguments: [CommandArgument.Word]
    /// In the order of the node's inputs, after the identity, the program that a node makes and the standard input.
    var inputs: [CommandInput.File]
    var hasStandardInput: Bool
    var outputs: Files
    var environment: [String: String]
    var seed: UInt64?
    /// Not part of the key.
    var place: Place?

    struct Place: Sendable {
        var finder: ProgramFinder
        var timeLimit: Double?
        var progress: String?
        var outputLimit: Int
    }

    enum CodingKeys: CodingKey {
        case program, isBuilt, arguments, inputs, hasStandardInput, outputs, environment, seed
    }

    // MARK: The run

    func run(_ stored: [[UInt8]]) throws -> CommandResult {
        let place = try prepared()
        let given = try Given(self, stored)
        try requireSame(given.identity, try KnownPrograms.identity(place.finder, given.program))
        let scratch = try ScratchFolder("program")
        defer { scratch.remove() }
        let bench = try layOut(given, in: scratch)
        let surroundings = NodeSurroundings.current
        let node = surroundings?.node ?? program
        let log = ProgramLog(
            file: surroundings?.logs.map { $0 + "/" + LogPlace.path(of: node, ending: ".program.log") },
            command: command)
        var program = ExternalProgram(
            bench.command[0], Array(bench.command.dropFirst()), in: bench.folder, environment: bench.environment,
            input: given.standardInput)
        program.timeLimit = place.timeLimit
        program.keepsOutput = outputs.keepsOutput
        var progress = try place.progress.map(ProgressReader.init)
        var touched = ContinuousClock.now
        let run: ExternalProgram.Run
        do {
            run = try program.run(
                ExternalProgram.Watch(
                    isWanted: {
                        if touched.duration(to: .now) > .seconds(60) {
                            touched = .now
                            scratch.touch()
                        }
                        return !(surroundings?.stop.isSet ?? false)
                    },
                    heard: { bytes, _ in
                        log.add(bytes)
                        if let fraction = progress?.fraction(after: bytes) { surroundings?.progress(fraction) }
                    }))
        } catch {
            log.end("it could not be started")
            throw error
        }
        log.end("it ended with \(run.ending)")
        if run.stop == .notWanted { throw CancellationError() }
        guard run.succeeded else {
            throw CommandError.failed(
                CommandError.Failure(
                    node: node, program: self.program, ending: run.ending, lastLines: log.lastLines, log: log.file,
                    command: command))
        }
        var reader = OutputReader(scratch, work: bench.folder, limit: place.outputLimit)
        let result = try reader.result(outputs, printed: run.output, inputs: Set(inputs.map(\.name)))
        try requireSame(given.identity, try KnownPrograms.identity(place.finder, given.program))
        return result
    }

    private func prepared() throws -> Place {
        guard let place else { throw BuildGraphError.internalInconsistency("\(program) was run unprepared") }
        return place
    }

    private func requireSame(_ first: ProgramIdentity, _ second: ProgramIdentity?) throws {
        if let second, first != second {
            throw ProgramError.changed(name: program, before: first.text, after: second.text)
        }
    }

    /// What is run, as one would type it in its folder.
    var command: String {
        ([isBuilt ? "../program/run" : program] + words).map(Self.quoted).joined(separator: " ")
            + (hasStandardInput ? " < ../input" : "")
    }

    private var words: [String] {
        arguments.map { word in
            switch word {
            case .text(let text), .output(let text): text
            case .seed: seed.map(String.init) ?? ""
            }
        }
    }

    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || "-_./=:,+@%".utf8.contains(byte)
            }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }

    // MARK: The folder

    /// The node's inputs.
    struct Given {
        var identity: ProgramIdentity
        var program: [UInt8]?
        var standardInput: [UInt8] = []
        var files: [(name: String, bytes: [UInt8])] = []

        init(_ job: CommandJob, _ stored: [[UInt8]]) throws {
            let own = 1 + (job.isBuilt ? 1 : 0) + (job.hasStandardInput ? 1 : 0)
            guard stored.count == own + job.inputs.count else {
                throw BuildGraphError.internalInconsistency("\(job.program) was run with \(stored.count) inputs")
            }
            identity = try decodeResult(ProgramIdentity.self, stored[0])
            if job.isBuilt { program = stored[1] }
            if job.hasStandardInput { standardInput = stored[own - 1] }
            for (file, bytes) in zip(job.inputs, stored[own...]) { files.append((file.name, try file.bytes(bytes))) }
        }
    }

    func layOut(_ stored: [[UInt8]], in folder: String) throws -> Workbench {
        let given = try Given(self, stored)
        let scratch = ScratchFolder(existing: folder)
        if hasStandardInput { try scratch.place(given.standardInput, at: "input") }
        return try layOut(given, in: scratch)
    }

    private func layOut(_ given: Given, in scratch: ScratchFolder) throws -> Workbench {
        let finder = try prepared().finder
        let work = try scratch.folder("work")
        for (name, bytes) in given.files { try scratch.place(bytes, at: "work/" + name) }
        for output in outputs.outputs where output.kind != .standardOutput {
            let folder = FilePath.folder(of: output.name)
            if !folder.isEmpty { _ = try scratch.folder("work/" + folder) }
        }
        var command: [String]
        if let program = given.program {
            command = [try scratch.place(program, at: "program/run", isExecutable: true)]
        } else {
            let place = try finder.find()
            command = [place.path]
        }
        var environment = ProgramEnvironment.base(program: command[0], scratch: scratch)
        environment.merge(self.environment) { $1 }
        if case .image(let image, _) = finder.source {
            command += [
                "exec", "--containall", "--home", scratch.path + "/home", "--bind", scratch.path, "--pwd", work, image,
                program,
            ]
            // What is to be seen in the container has another name outside.
            for (name, value) in environment where name != "PATH" && name != "HOME" {
                environment["APPTAINERENV_" + name] = value
                environment["SINGULARITYENV_" + name] = value
            }
        }
        return Workbench(folder: work, environment: environment, command: command + words)
    }
}
