import ContentHash
import FoundationEssentials
import Glibc

/// The folder that a build's files go to: each file is replaced as a whole, and only when its content differs.
struct OutputFolder: Sendable {
    let path: String

    init(_ folder: URL) {
        path = folder.standardizedFileURL.path(percentEncoded: false).withoutTrailingSlash
    }

    func file(_ output: OutputFile) -> String { path == "/" ? "/" + output.path : path + "/" + output.path }

    /// Whether a file has a content already, by its stamp where that is enough.
    func isUpToDate(_ output: OutputFile, content: ContentDigest, index: inout BuildIndex) -> Bool {
        let file = file(output)
        guard let stamp = SystemFile.stamp(file), stamp.isRegular else { return false }
        if let known = index[file], known.isSettled, known.stamp == stamp { return known.content == content }
        let start = SystemFile.coarseTime()
        guard let bytes = try? SystemFile.read(file), SystemFile.stamp(file) == stamp else { return false }
        let found = ContentDigest(of: bytes)
        if found == content {
            index[file] = BuildIndex.File(content: found, stamp: stamp, isSettled: stamp.isSettled(since: start))
        }
        return found == content
    }

    /// A file's content where its stamp tells; nil where the file would have to be read.
    func trustedContent(_ output: OutputFile, stamp: SystemFile.Stamp?, index: BuildIndex) -> ContentDigest? {
        guard let stamp, let known = index[file(output)], known.isSettled, stamp == known.stamp else { return nil }
        return known.content
    }

    /// The stamps of files, to be worked out by whoever has nothing else to do.
    func stamps(of outputs: [OutputFile]) -> ParallelMap<SystemFile.Stamp?> {
        ParallelMap(outputs.count) { [path] range, stamps in
            var folders = SystemFile.NeighbourFolders(path)
            for number in range { stamps.append(folders.stamp(outputs[number].path)) }
        }
    }

    /// Writes a file and tells whether this put back what an earlier build had written.
    func write(
        _ output: OutputFile, _ bytes: [UInt8], content: ContentDigest, temporaryFolder: String?,
        index: inout BuildIndex
    ) throws -> BuildReport.FileEntry.Outcome {
        let file = file(output)
        let isRestored = index[file]?.content == content
        do throws(SystemError) {
            try SystemFile.makeFolder(SystemFile.parent(of: file))
            try replace(file, bytes, temporaryFolder)
        } catch {
            throw BuildGraphError.outputNotWritable(path: error.path, problem: error.reason)
        }
        // Not settled: another write in the clock's current tick would not show.
        if let stamp = SystemFile.stamp(file) {
            index[file] = BuildIndex.File(content: content, stamp: stamp, isSettled: false)
        }
        return isRestored ? .restored : .written
    }

    /// Writes the bytes elsewhere and renames; in the store's folder if it can be, so that a killed build leaves
    /// nothing beside the outputs. Not synced: what a loss of power takes is noticed and put back from the store.
    private func replace(_ file: String, _ bytes: [UInt8], _ temporaryFolder: String?) throws(SystemError) {
        let name = "output-\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        if let temporaryFolder {
            let temporary = temporaryFolder + "/" + name
            do throws(SystemError) {
                try SystemFile.create(temporary, bytes, synced: false, replacing: SystemFile.stamp(file) != nil)
                return try SystemFile.rename(temporary, file)
            } catch {
                // The store may be read-only or on another file system.
                SystemFile.remove(temporary)
            }
        }
        let temporary = SystemFile.parent(of: file) + "/." + name + ".tmp"
        do throws(SystemError) {
            try SystemFile.create(temporary, bytes, synced: false, replacing: SystemFile.stamp(file) != nil)
            try SystemFile.rename(temporary, file)
        } catch {
            SystemFile.remove(temporary)
            throw error
        }
    }

    /// Drops repeated outputs and refuses paths that cannot be.
    static func validated(_ outputs: [OutputFile]) throws -> [OutputFile] {
        var claims: [String: String] = [:]
        claims.reserveCapacity(outputs.count)
        var unique: [OutputFile] = []
        unique.reserveCapacity(outputs.count)
        for output in outputs {
            if isBad(output.path) { throw BuildGraphError.badOutputPath(output.path, node: output.node.name) }
            if let first = claims.updateValue(output.node.name, forKey: output.path) {
                guard first == output.node.name else {
                    throw BuildGraphError.doubleClaim(path: output.path, first: first, second: output.node.name)
                }
                continue
            }
            unique.append(output)
        }
        // Most files share their folder with the one before.
        var known: Substring = ""
        for output in unique {
            var rest = output.path[...]
            while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
                rest = rest[..<slash]
                if rest == known { break }
                if claims[String(rest)] != nil {
                    throw BuildGraphError.nestedClaim(outer: String(rest), inner: output.path)
                }
            }
            if let slash = output.path.utf8.lastIndex(of: UInt8(ascii: "/")) { known = output.path[..<slash] }
        }
        return unique
    }

    /// Whether a path is not a list of plain names with slashes between them.
    private static func isBad(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { bytes in
            var start = 0
            for position in 0...bytes.count {
                guard position == bytes.count || bytes[position] == UInt8(ascii: "/") else {
                    if bytes[position] == 0 { return true }
                    continue
                }
                let name = bytes[start..<position]
                // Empty, "." or "..".
                if name.count < 3, name.allSatisfy({ $0 == UInt8(ascii: ".") }) { return true }
                start = position + 1
            }
            return false
        }
    }
}
