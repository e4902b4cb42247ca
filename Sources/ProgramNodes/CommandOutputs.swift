import BuildGraph
import Foundation

/// What a program leaves that is a result: `Files { $0.file("events.lhe.gz"); $0.folder("logs", optional: true) }`.
///
/// All else that it writes is removed with its folder.
public struct Files: Codable, Sendable {
    var outputs: [Output] = []

    enum Kind: String, Codable, Sendable {
        case file, folder, standardOutput
    }

    struct Output: Codable, Sendable {
        var name: String
        var kind: Kind
        var isOptional: Bool
        var mayNameFolder: Bool
    }

    /// - Parameter declare: calls ``file(_:optional:mayNameFolder:)``, ``folder(_:optional:mayNameFolder:)`` and
    ///   ``standardOutput(mayNameFolder:)`` for each output.
    public init(_ declare: (inout Files) -> Void) { declare(&self) }

    /// A file. Where it is missing after the run, that is an error; an optional one has no value then.
    ///
    /// - Parameters:
    ///   - path: from the working folder. The folder that it is in is made before the run.
    ///   - mayNameFolder: whether it may hold the path of the working folder, which is another one in each run, so that its
    ///     bytes are never the same twice. Without that it is an error: let the program write relative names.
    public mutating func file(_ path: String, optional: Bool = false, mayNameFolder: Bool = false) {
        outputs.append(Output(name: path, kind: .file, isOptional: optional, mayNameFolder: mayNameFolder))
    }

    /// A folder with all files below it.
    public mutating func folder(_ path: String, optional: Bool = false, mayNameFolder: Bool = false) {
        outputs.append(Output(name: path, kind: .folder, isOptional: optional, mayNameFolder: mayNameFolder))
    }

    /// What the program prints on its standard output: ``Command/standardOutput``. At most 256 million bytes; more is an
    /// error.
    public mutating func standardOutput(mayNameFolder: Bool = false) {
        outputs.append(
            Output(name: "standard output", kind: .standardOutput, isOptional: false, mayNameFolder: mayNameFolder))
    }

    var keepsOutput: Bool { outputs.contains { $0.kind == .standardOutput } }
}

/// The files below a folder that a program wrote.
public struct FileTree: Codable, Hashable, Sendable {
    /// By their paths from the folder, components separated by slashes.
    public var files: [String: Blob]

    /// The paths, sorted.
    public var paths: [String] { files.keys.sorted() }

    /// The bytes of a file; nil where there is none.
    public subscript(path: String) -> Blob? { files[path] }
}

/// What a command made: the declared outputs by their names.
public struct CommandResult: Codable, Sendable {
    var files: [String: Blob] = [:]
    var folders: [String: FileTree] = [:]
    var standardOutput: Blob?
}

/// Reads what a run left in its folder.
struct OutputReader {
    var folder: ScratchFolder
    /// The program's working folder.
    var work: String
    /// Bytes that all outputs may have together.
    var limit: Int
    private var total = 0

    init(_ folder: ScratchFolder, work: String, limit: Int) {
        self.folder = folder
        self.work = work
        self.limit = limit
    }

    mutating func result(_ declared: Files, printed: [UInt8], inputs: Set<String>) throws -> CommandResult {
        var result = CommandResult()
        for output in declared.outputs {
            switch output.kind {
            case .standardOutput: result.standardOutput = try checked(printed, output, output.name)
            case .file:
                guard let file = try regular(output.name) else {
                    if output.isOptional { continue }
                    throw CommandError.missingOutput(name: output.name, isFolder: false, present: present(but: inputs))
                }
                result.files[output.name] = try checked(try bytes(file, output.name), output, output.name)
            case .folder:
                guard isFolder(output.name) else {
                    if output.isOptional { continue }
                    throw CommandError.missingOutput(name: output.name, isFolder: true, present: present(but: inputs))
                }
                var tree = FileTree(files: [:])
                for name in below(output.name) {
                    let path = output.name + "/" + name
                    guard let file = try regular(path) else { continue }
                    tree.files[name] = try checked(try bytes(file, path), output, path)
                }
                result.folders[output.name] = tree
            }
        }
        return result
    }

    private mutating func bytes(_ file: String, _ name: String) throws -> [UInt8] {
        let bytes = try RegularFile.bytes(file, limit: limit)
        total += bytes.count
        guard total <= limit else { throw CommandError.outputsTooLarge(name: name, limit: limit) }
        return bytes
    }

    private func checked(_ bytes: [UInt8], _ output: Files.Output, _ name: String) throws -> Blob {
        if !output.mayNameFolder, Data(bytes).firstRange(of: Data(folder.path.utf8)) != nil {
            throw CommandError.namesFolder(name: name)
        }
        return Blob(bytes)
    }

    /// The file's path with links resolved; nil where there is none, or something else.
    private func regular(_ name: String) throws -> String? {
        let file = URL(filePath: work + "/" + name).resolvingSymlinksInPath().path
        var status = stat()
        guard stat(file, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else {
            guard status.st_mode & S_IFMT != S_IFDIR else { return nil }
            throw CommandError.unfitOutput(name: name, problem: "is no regular file")
        }
        guard file.hasPrefix(folder.path + "/") else {
            throw CommandError.unfitOutput(
                name: name, problem: "is a link to \(file), which is not in the run's folder")
        }
        return file
    }

    private func isFolder(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: work + "/" + name, isDirectory: &isFolder) && isFolder.boolValue
    }

    private func below(_ name: String) -> [String] {
        (FileManager.default.enumerator(atPath: work + "/" + name)?.compactMap { $0 as? String } ?? []).sorted()
    }

    /// What the program left beside its inputs.
    private func present(but inputs: Set<String>) -> [String] {
        (FileManager.default.enumerator(atPath: work)?.compactMap { $0 as? String } ?? []).filter {
            !inputs.contains($0) && !isFolder($0)
        }.sorted()
    }
}
