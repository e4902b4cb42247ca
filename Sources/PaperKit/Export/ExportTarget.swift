import CLinux
import Foundation
import Glibc

/// The folder that an export goes to. It is replaced as a whole by a rename, so that nobody ever sees half of it, and only
/// where it is one of ours: a marker in it lists what the export before wrote, and nothing else may lie there.
struct ExportTarget {
    /// Where the export is, links resolved.
    let folder: URL
    /// The export's name.
    let export: String

    static let marker = ".paperbuild-export"

    enum Outcome: String {
        case written, replaced, unchanged
    }

    init(_ folder: URL, export: String) {
        self.folder = folder.standardizedFileURL.resolvingSymlinksInPath()
        self.export = export
    }

    /// Refuses a folder that holds anything but an earlier export of this name.
    ///
    /// - Throws: ``ExportError``.
    func check() throws(ExportError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { throw .notAFolder(folder.path) }
        let here = URL(filePath: FileManager.default.currentDirectoryPath).resolvingSymlinksInPath().path
        guard here != folder.path, !here.hasPrefix(folder.path + "/") else { throw .isCurrent(folder.path) }
        let found = try contents()
        guard let first = found.first else { return }
        guard let known = markedFiles() else { throw .notOurs(folder.path, file: first) }
        guard known.export == export else { throw .otherExport(folder.path, found: known.export, asked: export) }
        let own = Set(known.files + [Self.marker])
        if let other = found.first(where: { !own.contains($0) }) { throw .foreignFile(folder.path, file: other) }
    }

    /// Writes the files beside the folder and puts them in its place.
    ///
    /// - Throws: ``ExportError``, before anything in the folder has changed.
    func replace(with contents: ExportedFolder) throws(ExportError) -> Outcome {
        try Self.checkPaths(contents)
        try check()
        let files = contents.files + [ExportedFolder.File(Self.marker, markerText(contents))]
        if isUpToDate(files) { return .unchanged }
        let parent = folder.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw .notWritable(parent.path, problem: error.localizedDescription)
        }
        sweep(parent)
        let beside = parent.appending(path: "\(temporaryPrefix)\(getpid())")
        defer { try? FileManager.default.removeItem(at: beside) }
        do {
            for file in files {
                let place = beside.appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.content.bytes).write(to: place)
            }
        } catch {
            throw .notWritable(beside.path, problem: error.localizedDescription)
        }
        return try exchange(beside)
    }

    /// Puts a folder in the place of this one; what was here is then where that was.
    private func exchange(_ beside: URL) throws(ExportError) -> Outcome {
        let exists = FileManager.default.fileExists(atPath: folder.path)
        if !exists {
            guard rename(beside.path, folder.path) == 0 else { throw failure() }
            return .written
        }
        let problem = folder_exchange(beside.path, folder.path)
        if problem == 0 { return .replaced }
        // Not every file system can exchange two folders at once.
        guard problem == EINVAL || problem == ENOSYS else { throw failure(problem) }
        let old = beside.path + "-old"
        guard rename(folder.path, old) == 0 else { throw failure() }
        guard rename(beside.path, folder.path) == 0 else {
            let failure = failure()
            rename(old, folder.path)
            throw failure
        }
        try? FileManager.default.removeItem(atPath: old)
        return .replaced
    }

    private func failure(_ problem: Int32 = errno) -> ExportError {
        .notWritable(folder.path, problem: String(cString: strerror(problem)))
    }

    // MARK: What is there

    private var temporaryPrefix: String { ".\(folder.lastPathComponent).export-" }

    /// Removes what exports that were killed left beside the folder.
    private func sweep(_ parent: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names where name.hasPrefix(temporaryPrefix) {
            let number = name.dropFirst(temporaryPrefix.count).prefix { $0.isNumber }
            guard let process = pid_t(number), kill(process, 0) != 0, errno == ESRCH else { continue }
            try? FileManager.default.removeItem(at: parent.appending(path: name))
        }
    }

    /// Every file and empty folder, sorted.
    private func contents() throws(ExportError) -> [String] {
        var found: [String] = []
        var open = [""]
        while let path = open.popLast() {
            let place = path.isEmpty ? folder : folder.appending(path: path)
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: place.path)
            } catch {
                throw .notReadable(place.path, problem: error.localizedDescription)
            }
            if names.isEmpty, !path.isEmpty { found.append(path) }
            for name in names {
                let inner = path.isEmpty ? name : "\(path)/\(name)"
                let type = try? FileManager.default.attributesOfItem(atPath: folder.appending(path: inner).path)[.type]
                if type as? FileAttributeType == .typeDirectory { open.append(inner) } else { found.append(inner) }
            }
        }
        return found.sorted()
    }

    private func isUpToDate(_ files: [ExportedFolder.File]) -> Bool {
        guard FileManager.default.fileExists(atPath: folder.path), let found = try? contents(),
            found == files.map(\.path).sorted()
        else { return false }
        return files.allSatisfy { file in
            (try? Data(contentsOf: folder.appending(path: file.path))) == Data(file.content.bytes)
        }
    }

    // MARK: The marker

    private func markerText(_ contents: ExportedFolder) -> String {
        "# Written by paperbuild. An export to this folder replaces these files, and none that is not listed here.\n"
            + "export \(export)\n" + contents.files.map(\.path).sorted().map { "file \($0)\n" }.joined()
    }

    private func markedFiles() -> (export: String, files: [String])? {
        guard let data = try? Data(contentsOf: folder.appending(path: Self.marker)) else { return nil }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
        guard let first = lines.first, first.hasPrefix("export ") else { return nil }
        return (
            String(first.dropFirst("export ".count)),
            lines.dropFirst().filter { $0.hasPrefix("file ") }.map { String($0.dropFirst("file ".count)) }
        )
    }

    private static func checkPaths(_ contents: ExportedFolder) throws(ExportError) {
        var known: Set<String> = [marker]
        for file in contents.files {
            let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.allSatisfy({ !["", ".", ".."].contains($0) && !$0.contains("\0") && !$0.contains("\n") }) else {
                throw .badPath(file.path)
            }
            guard known.insert(file.path).inserted else { throw .badPath(file.path) }
        }
    }
}

/// Why an export was not written.
enum ExportError: Error, Equatable, CustomStringConvertible {
    case unknown(name: String, known: [String])
    case notAFolder(String)
    case isCurrent(String)
    case notOurs(String, file: String)
    case otherExport(String, found: String, asked: String)
    case foreignFile(String, file: String)
    case notReadable(String, problem: String)
    case notWritable(String, problem: String)
    case badPath(String)

    var description: String {
        switch self {
        case .unknown(let name, let known):
            known.isEmpty
                ? "there is no export '\(name)': this paper exports nothing"
                : "there is no export '\(name)'; there is \(known.joined(separator: ", "))"
                    + (nearestName(to: name, among: known).map { "; did you mean '\($0)'?" } ?? "")
        case .notAFolder(let path): "\(path) is a file, and an export is a folder; name another one"
        case .isCurrent(let path):
            "an export replaces its folder as a whole, and \(path) is the one that you are in; name a folder inside it, "
                + "or go elsewhere first"
        case .notOurs(let path, let file):
            "\(path) holds '\(file)' and is no export of paperbuild (no \(ExportTarget.marker) is in it); nothing was "
                + "written: name a new or an empty folder"
        case .otherExport(let path, let found, let asked):
            "\(path) is the export '\(found)', not '\(asked)'; nothing was written: name another folder, or remove it"
        case .foreignFile(let path, let file):
            "\(path) is an export and holds '\(file)', which no export wrote and a new one would remove; nothing was "
                + "written: move it away, or name another folder"
        case .notReadable(let path, let problem): "\(path) cannot be read: \(problem); nothing was written"
        case .notWritable(let path, let problem):
            "\(path) cannot be written: \(problem); what was there is as it was: name a folder that you may write"
        case .badPath(let path):
            "an export names the file '\(path)', which cannot be or is there twice: this is an error of the paper"
        }
    }
}
