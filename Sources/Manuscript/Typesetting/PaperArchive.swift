import BuildGraph
import ExternalPrograms
import Foundation

/// A folder's files as a `.tar.gz` whose bytes follow from the files alone.
package enum PaperArchive {
    /// - Parameters:
    ///   - names: the files, by their paths in the folder.
    ///   - file: the archive; replaced as a whole, and only where its bytes change.
    /// - Returns: whether it was written.
    /// - Throws: ``TypesettingError`` where `tar` or `gzip` is missing or fails, or the archive cannot be written.
    package static func write(_ names: [String], in folder: URL, to file: URL) throws -> Bool {
        let tar = try run(
            "tar",
            [
                "--format=ustar", "--owner=0", "--group=0", "--numeric-owner", "--mode=0644", "--mtime=@946684800",
                "-C", folder.path, "-cf", "-", "--",
            ] + names.sorted())
        // Without the name and the time that gzip would write.
        let bytes = try run("gzip", ["-n", "-9"], input: tar)
        if (try? RegularFile.bytes(file.path)) == bytes { return false }
        do {
            try Data(bytes).write(to: file, options: .atomic)
        } catch {
            throw TypesettingError.notWritten(path: file.path, reason: error.localizedDescription)
        }
        return true
    }

    private static func run(_ name: String, _ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
        let path = SearchPath.ofThisProcess
        guard let program = path.program(name) else {
            throw TypesettingError.notStarted(program: name, reason: "it is not on the PATH")
        }
        let environment = ["PATH": path.folders.joined(separator: ":"), "LC_ALL": "C", "TZ": "UTC"]
        let run = try ExternalProgram(program, arguments, environment: environment, input: input).run()
        guard run.succeeded else {
            let text = String(decoding: run.errors, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            throw TypesettingError.notStarted(program: name, reason: text.isEmpty ? "\(run.end)" : text)
        }
        return run.output
    }
}
