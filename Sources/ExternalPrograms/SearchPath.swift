import Glibc

/// The folders that programs are looked for in, as the variable `PATH` lists them.
public struct SearchPath: Sendable {
    public var folders: [String]

    /// - Parameter text: folders with colons between them. Relative ones, the empty one among them, are left out: what
    ///   they lead to depends on the current folder.
    public init(_ text: String) {
        folders = text.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    }

    /// The search path of this process.
    public static var ofThisProcess: SearchPath { SearchPath(getenv("PATH").map { String(cString: $0) } ?? "") }

    /// The first file of a name that can be run; where none can, the first of that name, so that starting it says what
    /// is wrong with it. Nil only where there is no such name.
    public func program(_ name: String) -> String? {
        let files = folders.map { $0 + "/" + name }
        var status = stat()
        return files.first { access($0, X_OK) == 0 && stat($0, &status) == 0 && status.st_mode & S_IFMT == S_IFREG }
            ?? files.first { lstat($0, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR }
    }
}
