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
                try SystemFile.create(temporary, bytes, synced: false)
                return try SystemFile.rename(temporary, file)
            } catch {
                // The store may be read-only or on another file system.
                SystemFile.remove(temporary)
            }
        }
        let temporary = SystemFile.parent(of: file) + "/." + name + ".tmp"
        do throws(SystemError) {
            try SystemFile.create(temporary, bytes, synced: false)
            try SystemFile.rename(temporary, file)
        } catch {
            SystemFile.remove(temporary)
            throw error
        }
    }

    /// Drops repeated outputs and refuses paths that cannot be.
    static func validated(_ outputs: [OutputFile]) throws -> [OutputFile] {
        var claims: [String: String] = [:]
        var unique: [OutputFile] = []
        for output in outputs {
            let components = output.path.split(separator: "/", omittingEmptySubsequences: false)
            let isBad = components.contains { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }
            if isBad { throw BuildGraphError.badOutputPath(output.path, node: output.node.name) }
            if let first = claims[output.path] {
                guard first == output.node.name else {
                    throw BuildGraphError.doubleClaim(path: output.path, first: first, second: output.node.name)
                }
                continue
            }
            claims[output.path] = output.node.name
            unique.append(output)
        }
        for output in unique {
            var folder = output.path[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                if claims[String(folder)] != nil {
                    throw BuildGraphError.nestedClaim(outer: String(folder), inner: output.path)
                }
            }
        }
        return unique
    }
}

/// The files that a graph reads.
struct InputFiles: Sendable {
    let sourceFolder: String

    init(sourceFolder: URL) {
        self.sourceFolder = sourceFolder.standardizedFileURL.path(percentEncoded: false).withoutTrailingSlash
    }

    /// The content of a file now, with its bytes when they had to be read.
    func read(
        _ path: String, index: inout BuildIndex, trustingStamp: Bool = true
    ) throws(SystemError) -> (content: ContentDigest, bytes: [UInt8]?) {
        let file = path.hasPrefix("/") ? path : sourceFolder + "/" + path
        let start = SystemFile.coarseTime()
        let before = SystemFile.stamp(file, followingLinks: true)
        if trustingStamp, let before, let known = index[file], known.isSettled, known.stamp == before {
            return (known.content, nil)
        }
        let bytes = try SystemFile.read(file)
        let content = ContentDigest(of: bytes)
        if let before, before == SystemFile.stamp(file, followingLinks: true), before.isRegular {
            index[file] = BuildIndex.File(content: content, stamp: before, isSettled: before.isSettled(since: start))
        }
        return (content, bytes)
    }
}
