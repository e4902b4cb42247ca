import BuildGraph
import ContentHash
import ExternalPrograms
import Foundation
import Synchronization

/// What identifies a program now, and the files that say so.
struct RecognisedProgram: Sendable {
    var identity: ProgramIdentity
    var files: Set<String>
}

extension ProgramFinder {
    /// Identifies the program.
    ///
    /// - Parameter input: the program itself where a node makes it; the lock file where one identifies it.
    func recognise(_ input: [UInt8]?) throws -> RecognisedProgram {
        let scratch = try ScratchFolder("program")
        defer { scratch.remove() }
        if case .built = source {
            let file = try scratch.place(input ?? [], at: "program", isExecutable: true)
            var reader = ProgramContent(folders: folders, own: scratch.path)
            try reader.add(file, name: "program", of: name)
            return RecognisedProgram(identity: ProgramIdentity(text: reader.text), files: reader.files)
        }
        let place = try find()
        var files = Set(place.looked)
        switch recognition {
        case .content:
            var reader = ProgramContent(folders: folders, own: scratch.path)
            try reader.add(place.path, name: FilePath.name(of: place.path), of: name)
            return RecognisedProgram(
                identity: ProgramIdentity(text: reader.text), files: files.union(reader.files))
        case .lockFile:
            let text = "lock file \(ContentDigest(of: input ?? []).hex)"
            return RecognisedProgram(identity: ProgramIdentity(text: text), files: files)
        case .image:
            guard case .image(let image, _) = source else { throw ProgramError.notPlaced(name) }
            let digest = ContentDigest(of: try RegularFile.bytes(image, limit: .max))
            return RecognisedProgram(
                identity: ProgramIdentity(text: "image \(digest.hex)\nprogram \(name)"), files: files)
        case .version(let question):
            let text = try ask(place, question, in: scratch, noting: &files)
            return RecognisedProgram(identity: ProgramIdentity(text: text), files: files)
        case .python(let packages):
            let text = try ask(place, ["-c", Self.pythonQuestion] + packages, in: scratch, noting: &files)
            return RecognisedProgram(identity: ProgramIdentity(text: text), files: files)
        }
    }

    /// Asks the program, and notes the files that it opens to answer.
    private func ask(
        _ place: Place, _ question: [String], in scratch: ScratchFolder, noting files: inout Set<String>
    ) throws -> String {
        let environment = ProgramEnvironment.base(program: place.path, scratch: scratch)
        var program = ExternalProgram(
            place.path, place.arguments + question, in: try scratch.folder("work"), environment: environment)
        program.timeLimit = 60
        program.outputLimit = 1_000_000
        var content = ProgramContent(folders: folders, own: scratch.path)
        try? content.add(place.path, name: "program", of: name, isIdentity: false)
        let (run, opened) = try Self.answer(of: program) {
            if content.isScript { throw ProgramError.notTraced(name: name, path: place.path) }
        }
        files.formUnion(opened.filter { isLasting($0, scratch) })
        files.formUnion(content.files)
        let text = run.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }.joined(separator: "\n")
        guard run.succeeded, !text.isEmpty else {
            let isPython = if case .python = recognition { true } else { false }
            throw ProgramError.unidentified(
                name: name, path: place.path, question: isPython ? ["(its version and packages)"] : question,
                problem: run.succeeded ? "prints nothing" : "ended with \(run.ending): \(text.suffix(600))",
                remedy: isPython ? nil : remedy)
        }
        return text
    }

    /// Runs a program with the files that it opens.
    ///
    /// - Parameter accept: throws where these have to be known and cannot be.
    private static func answer(
        of program: ExternalProgram, untraced accept: () throws -> Void
    ) throws -> (ExternalProgram.Run, Set<String>) {
        // What checks declarations traces this process already, and sees what the program opens.
        if ExternalProgram.isTraced { return (try program.run(), []) }
        let result = Result { () throws(ExternalProgramError) in try program.traced() }
        switch result {
        case .success(let traced): return (traced.run, traced.opened)
        case .failure(let error):
            guard error.code == EPERM || error.code == ENOSYS else { throw error }
            try accept()
            return (try program.run(), [])
        }
    }

    /// Whether a file may say what a program is: not what lives as long as a process, and not what all write to.
    private func isLasting(_ path: String, _ scratch: ScratchFolder) -> Bool {
        !["/proc", "/sys", "/dev", "/run", scratch.path].contains { path == $0 || path.hasPrefix($0 + "/") }
            && !["/tmp", "/var/tmp"].contains(path) && access(path, F_OK) == 0
    }

    /// Prints versions; says how to get what is missing.
    private static let pythonQuestion = """
        import sys
        from importlib import metadata
        print(sys.implementation.name, sys.version.replace(chr(10), " "))
        missing = []
        for name in sys.argv[1:]:
            try:
                print(name, metadata.version(name))
            except metadata.PackageNotFoundError:
                missing.append(name)
        if missing:
            apt = " ".join("python3-" + name.lower() for name in missing)
            sys.exit("no package " + ", ".join(missing) + " in " + sys.executable
                     + "; apt install " + apt + " for the system's Python, or for this one: "
                     + sys.executable + " -m pip install " + " ".join(missing))
        """
}

/// Programs that this process identified, so that a command need not ask again whether its program is still the same.
enum KnownPrograms {
    private struct Entry {
        var found: RecognisedProgram
        var stamps: [String: FileStamp?]
    }

    private static let entries = Mutex<[ContentDigest: Entry]>([:])

    /// What identifies a program now, asked again only where a file changed that says so; nil where another file identifies
    /// it, whatever the program is.
    static func identity(_ finder: ProgramFinder, _ input: [UInt8]?) throws -> ProgramIdentity? {
        if case .lockFile = finder.recognition { return nil }
        let key = ContentDigest(
            of: try CanonicalEncoder().encode(finder) + (input.map { ContentDigest(of: $0).bytes } ?? []))
        if let known = entries.withLock({ $0[key] }), known.stamps.allSatisfy({ FileStamp($0.key) == $0.value }) {
            return known.found.identity
        }
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        let start = FileStamp.nanoseconds(time)
        let found = try finder.recognise(input)
        let stamps = Dictionary(uniqueKeysWithValues: found.files.map { ($0, FileStamp($0)) })
        // What changed meanwhile is not what was asked.
        if stamps.values.allSatisfy({ ($0?.changed ?? .min) < start }) {
            entries.withLock { $0[key] = Entry(found: found, stamps: stamps) }
        }
        return found.identity
    }
}

/// What changes with a file.
private struct FileStamp: Hashable {
    var size: Int64
    var changed: Int64
    var inode: UInt64

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        size = Int64(status.st_size)
        changed = Self.nanoseconds(status.st_ctim)
        inode = UInt64(status.st_ino)
    }

    static func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
}
