import BuildGraph
import Foundation

/// A folder for one run of a program, which nobody else uses.
struct ScratchFolder: Sendable {
    /// With links resolved, as programs report paths.
    let path: String

    /// A new one, below the cache's folder for what is temporary, where what a killed run leaves is swept; elsewhere where
    /// nothing can be written there.
    init(_ kind: String) throws {
        let name = "\(kind)-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
        let temporary = FileManager.default.temporaryDirectory.path
        var folder = (NodeSurroundings.current?.scratch ?? temporary) + "/" + name
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            folder = temporary + "/" + name
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        self.init(existing: folder)
    }

    init(existing folder: String) { path = URL(filePath: folder).resolvingSymlinksInPath().path }

    func remove() {
        guard (try? FileManager.default.removeItem(atPath: path)) == nil else { return }
        // A program may have made folders that nobody may write to.
        let below = FileManager.default.enumerator(atPath: path)
        while let name = below?.nextObject() as? String { chmod(path + "/" + name, 0o700) }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A folder in it, made when needed.
    func folder(_ name: String) throws -> String {
        let folder = path + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Writes a file, with the folders that it is in.
    @discardableResult
    func place(_ bytes: [UInt8], at name: String, isExecutable: Bool = false) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: FilePath.folder(of: file), withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: file))
        if isExecutable { chmod(file, 0o755) }
        return file
    }

    /// Says that it is in use: what is old is taken for what a killed build left.
    func touch() { utimes(path, nil) }
}

/// What a program gets to know of the world.
enum ProgramEnvironment {
    /// What a declaration may not set: folders of the run.
    static let own: Set<String> = ["HOME", "TMPDIR", "PWD"]

    static func base(program: String, scratch: ScratchFolder) -> [String: String] {
        let folder = FilePath.folder(of: program)
        let (home, temporary) = (scratch.path + "/home", scratch.path + "/tmp")
        for folder in [home, temporary] {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        return [
            "PATH": ([folder, "/usr/local/bin", "/usr/bin", "/bin"] as [String]).joined(separator: ":"), "HOME": home,
            "TMPDIR": temporary, "LC_ALL": "C", "TZ": "UTC", "SOURCE_DATE_EPOCH": "946684800",
            // The same order of sets in each run, and nothing written beside the modules.
            "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
            // As many threads as the result may depend on; a declaration may say more.
            "OMP_NUM_THREADS": "1",
        ]
    }
}

/// Parts of paths with slashes.
enum FilePath {
    /// Empty for a name alone.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
