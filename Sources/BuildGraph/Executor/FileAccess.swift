import FoundationEssentials
import Glibc

/// Something that a node's process did with a file that is not among its inputs.
package struct UndeclaredAccess: Codable, Sendable, Hashable, Comparable, CustomStringConvertible {
    package enum Kind: String, Codable, Sendable {
        case reads, lists, runs, writes
    }

    package var node: String
    package var path: String
    package var kind: Kind

    package var description: String {
        """
        node \(node) \(kind.rawValue) \(path), which \(kind == .writes ? "is not in its own folder" : "it does not declare")
          \(remedy)
        """
    }

    private var remedy: String {
        kind == .writes
            ? "let it write below its working folder, \u{24}HOME or \u{24}TMPDIR, and declare what is a result"
            : "make it an input of the node (Node.file), or its content a parameter"
    }

    package static func < (left: UndeclaredAccess, right: UndeclaredAccess) -> Bool {
        (left.node, left.path, left.kind.rawValue) < (right.node, right.path, right.kind.rawValue)
    }
}

/// Which files a node may open besides its inputs.
///
/// Paths cover what is below them. All are compared with links resolved, as the system reports them.
package struct FileAccessRules: Sendable {
    /// For every node.
    package var common: Set<String>
    /// For nodes whose names begin with a prefix: what their parameters stand for, such as a font or an installation.
    package var ofNodes: [(prefix: String, paths: Set<String>)]
    /// What nodes may write to.
    private let writable: Set<String>

    /// - Parameters:
    ///   - paths: for every node, besides ``system``.
    ///   - ofNodes: paths by the beginnings of nodes' names.
    package init(_ paths: [String] = [], ofNodes: [(prefix: String, paths: [String])] = []) {
        common = Set((Self.system + Self.libraries() + paths).map(Self.resolved))
        self.ofNodes = ofNodes.map { ($0.prefix, Set($0.paths.map(Self.resolved))) }
        writable = Set((["/dev", "/proc"] + paths).map(Self.resolved))
    }

    /// What any program opens without asking: libraries, time zones, locales, and what the kernel tells.
    package static let system = [
        "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/etc/ld.so.preload",
        "/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo", "/usr/share/locale", "/usr/share/i18n", "/proc",
        "/sys", "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty",
    ]

    func permits(_ path: String, to node: String) -> Bool {
        Self.covers([common] + ofNodes.filter { node.hasPrefix($0.prefix) }.map(\.paths), path)
    }

    func permitsWriting(_ path: String) -> Bool { Self.covers([writable], path) }

    /// Whether a path or a folder that it is in is among some.
    static func covers(_ sets: [Set<String>], _ path: String) -> Bool {
        var folder = path[...]
        while true {
            let text = String(folder)
            if sets.contains(where: { $0.contains(text) }) { return true }
            guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return false }
            folder = folder[..<slash]
        }
    }

    /// A path with its links resolved; as it is where there is no such file.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// This program and the libraries that it has loaded: those of the compiler may be anywhere.
    private static func libraries() -> [String] {
        guard let bytes = try? SystemFile.read("/proc/self/maps") else { return [] }
        let paths = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.firstIndex(of: "/").map { String(line[$0...]) }
        }
        return Set(paths).sorted()
    }
}
