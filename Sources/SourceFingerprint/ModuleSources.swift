import ContentHash
import FoundationEssentials
import Glibc

/// A module's sources and the digest of all in them that the compiler can see.
public struct ModuleSources: Sendable {
    public var name: String
    /// The folder that holds the module's files.
    public var folder: String

    public init(name: String, folder: String) {
        self.name = name
        self.folder = folder
    }

    /// The digest of the names and the contents of all files in the folder, wherever the folder is.
    ///
    /// Swift files count by their normalised source, all others (headers, module maps, resources) by their bytes.
    /// Hidden files, editors' backups, texts for people (`.md`) and documentation catalogues do not count.
    /// - Throws: what reading the folder throws; ``EmptyModule`` for a folder without files.
    public func digest() throws -> ContentDigest {
        let files = try Self.files(in: folder)
        guard !files.isEmpty else { throw EmptyModule(name: name, folder: folder) }
        var hasher = ContentHasher()
        hasher.field("module sources 1")
        for file in files {
            let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + file)))
            let normalized = file.hasSuffix(".swift") ? SwiftSourceNormalizer.normalize(bytes) : nil
            hasher.field(file)
            hasher.field(normalized == nil ? "bytes" : "swift")
            hasher.field(normalized ?? bytes)
        }
        return hasher.finalize()
    }

    /// The relative paths of the files that count, sorted bytewise.
    public static func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { path in
                let components = path.split(separator: "/")
                guard !components.contains(where: { $0.hasPrefix(".") || $0.hasSuffix(".docc") }) else { return false }
                guard !path.hasSuffix("~"), !path.hasSuffix(".md") else { return false }
                // What an editor saves of a file that is not saved.
                guard components.last?.first != "#" else { return false }
                // A link that leads nowhere is an editor's lock, and a pipe is nobody's source.
                var status = stat()
                return stat(folder + "/" + path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// A module's folder holds no files.
public struct EmptyModule: Error, CustomStringConvertible {
    public var name: String
    public var folder: String

    public var description: String { "module \(name) has no sources in \(folder)" }
}
