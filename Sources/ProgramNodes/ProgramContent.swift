import BuildGraph
import ContentHash
import ExternalPrograms
import Foundation

/// The content of a program: its file, the libraries that it is linked with, and what interprets a script.
struct ProgramContent {
    /// Where programs are searched that a script's first line names.
    var folders: [String]
    /// A folder whose files are nobody's inputs.
    var own: String
    private(set) var files: Set<String> = []
    private(set) var isScript = false
    private var lines: [String] = []

    init(folders: [String], own: String) {
        self.folders = folders
        self.own = own
    }

    /// A line for each file: its name and the SHA-256 of its bytes.
    var text: String { lines.joined(separator: "\n") }

    /// - Parameter isIdentity: whether a shell script is refused, as its content says too little.
    mutating func add(_ path: String, name: String, of program: String, isIdentity: Bool = true, depth: Int = 0) throws
    {
        note(path)
        let bytes = try RegularFile.bytes(path, limit: .max)
        lines.append("\(name) \(ContentDigest(of: bytes).hex)")
        if bytes.starts(with: Array("#!".utf8)) {
            isScript = true
            guard depth < 4 else { return }
            let line = String(decoding: bytes.dropFirst(2).prefix { $0 != 10 }.prefix(500), as: UTF8.self)
            var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard var interpreter = words.first else { return }
            words.removeFirst()
            if FilePath.name(of: interpreter) == "env" {
                note(interpreter)
                guard let name = words.first(where: { !$0.hasPrefix("-") && !$0.contains("=") }) else { return }
                let place = try ProgramFinder.find(name, in: folders)
                for path in place.looked { note(path) }
                interpreter = place.path
            }
            let interpreterName = FilePath.name(of: interpreter)
            if isIdentity, Self.shells.contains(interpreterName) {
                throw ProgramError.isShellScript(name: program, path: path)
            }
            return try add(interpreter, name: interpreterName, of: program, isIdentity: isIdentity, depth: depth + 1)
        }
        guard let loader = ElfFile(bytes)?.interpreter else { return }
        try addLibraries(of: path, loader: loader)
    }

    private static let shells: Set<String> = [
        "sh", "bash", "dash", "zsh", "ksh", "mksh", "busybox", "fish", "csh", "tcsh",
    ]

    /// The loader tells which libraries it would load and where it looks for them; the program itself is not started.
    private mutating func addLibraries(of path: String, loader: String) throws {
        let run = try ExternalProgram(
            loader, ["--list", path], environment: ["LC_ALL": "C", "LD_DEBUG": "libs"]
        ).run()
        let text = String(decoding: run.output, as: UTF8.self)
        guard run.succeeded, !text.contains("=> not found") else {
            throw ProgramError.unidentified(
                name: path, path: path, question: ["(its libraries)"],
                problem:
                    "cannot be loaded: \(run.text.split(separator: "\n").filter { $0.contains("not found") }.joined(separator: "; "))",
                remedy: "install its libraries")
        }
        for line in String(decoding: run.errors, as: UTF8.self).split(separator: "\n") {
            // Where another file would be found before one that is.
            if let tried = line.firstRange(of: "trying file=") { note(String(line[tried.upperBound...])) }
        }
        note("/etc/ld.so.cache")
        var libraries: Set<String> = [loader]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map { $0.trimmingCharacters(in: .whitespaces) }
            if let path = words.first(where: { $0.hasPrefix("/") }) { libraries.insert(path) }
        }
        for library in libraries.sorted(by: { FilePath.name(of: $0) < FilePath.name(of: $1) }) {
            note(library)
            let digest = ContentDigest(of: try RegularFile.bytes(library, limit: .max))
            lines.append("\(FilePath.name(of: library)) \(digest.hex)")
        }
    }

    private mutating func note(_ path: String) {
        guard path.hasPrefix("/"), !path.hasPrefix(own + "/") else { return }
        files.insert(path)
    }
}

/// A program's file as the system loads it: only what says who loads its libraries.
struct ElfFile {
    /// Nil for a program that is linked with none.
    var interpreter: String?

    /// Nil for a file of another kind, or of a machine that this is not.
    init?(_ bytes: [UInt8]) {
        // 64 bits, little-endian.
        guard bytes.count >= 64, bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1]) else { return nil }
        func number(_ offset: Int, _ size: Int) -> Int? {
            guard offset >= 0, offset <= bytes.count - size else { return nil }
            return Int(exactly: bytes[offset..<(offset + size)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
        guard let table = number(32, 8), let size = number(54, 2), let count = number(56, 2) else { return nil }
        for index in 0..<count {
            let (entry, isOver) = table.addingReportingOverflow(index * size)
            guard !isOver, number(entry, 4) == 3, let offset = number(entry + 8, 8), let length = number(entry + 32, 8),
                offset >= 0, length > 0, offset <= bytes.count, length <= bytes.count - offset
            else { continue }
            interpreter = String(decoding: bytes[offset..<(offset + length)].prefix { $0 != 0 }, as: UTF8.self)
            return
        }
    }
}
