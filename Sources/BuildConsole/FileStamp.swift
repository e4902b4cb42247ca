import Foundation
import Glibc

/// What shows that a file was saved.
public struct FileStamp: Sendable, Hashable {
    public var size: Int64
    /// Nanoseconds.
    public var modified: Int64
    public var inode: UInt64

    public init(size: Int64, modified: Int64, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.inode = inode
    }

    /// The stamp of a file; nil where there is none.
    public init?(ofFile path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(
            size: Int64(status.st_size),
            modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
            inode: UInt64(status.st_ino))
    }

    /// Whether there is a folder of this path.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The stamps of those files that are there, by path.
    public static func of(_ files: [String]) -> [String: FileStamp] {
        files.reduce(into: [:]) { $0[$1] = FileStamp(ofFile: $1) }
    }

    /// The files below a folder whose names end in one of these, sorted.
    public static func files(below folder: String, endingIn suffixes: [String]) -> [String] {
        guard let paths = FileManager.default.enumerator(atPath: folder) else { return [] }
        return paths.compactMap { $0 as? String }
            .filter { path in suffixes.contains { path.hasSuffix($0) } && !path.contains("/.") && !path.hasPrefix(".") }
            .map { folder + "/" + $0 }.sorted()
    }
}
