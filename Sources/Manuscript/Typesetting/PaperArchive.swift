import Foundation

/// A folder's files as a `.tar.gz` whose bytes follow from the files alone.
public enum PaperArchive {
    /// - Parameters:
    ///   - names: the files, by their paths in the folder.
    ///   - file: the archive; replaced as a whole, and only where its bytes change.
    /// - Returns: whether it was written.
    /// - Throws: ``TypesettingError`` where `tar` or `gzip` is missing or fails, or the archive cannot be written.
    public static func write(_ names: [String], in folder: URL, to file: URL) throws -> Bool {
        let files = FileManager.default
        let scratch = files.temporaryDirectory.appending(path: "paperbuild-tar-\(UUID().uuidString)")
        try files.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: scratch) }
        let tar = scratch.appending(path: "paper.tar")
        try run(
            "tar",
            [
                "--format=ustar", "--owner=0", "--group=0", "--numeric-owner", "--mode=0644", "--mtime=@946684800",
                "-C",
                folder.path, "-cf", tar.path, "--",
            ] + names.sorted())
        // Without the name and the time that gzip would write.
        try run("gzip", ["-n", "-9", tar.path])
        let bytes = try Data(contentsOf: tar.appendingPathExtension("gz"))
        if (try? Data(contentsOf: file)) == bytes { return false }
        do {
            try bytes.write(to: file, options: .atomic)
        } catch {
            throw TypesettingError.notWritten(path: file.path, reason: error.localizedDescription)
        }
        return true
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let (status, output) = try Subprocess(
            URL(filePath: "/usr/bin/env"), [program] + arguments, environment: ["LC_ALL": "C", "TZ": "UTC"]
        ).run()
        guard status == 0 else {
            throw TypesettingError.notStarted(
                program: program, reason: output.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }
}
