import BuildGraph
import ContentHash
import ExternalPrograms
import Foundation

/// Where a program is to be found and what identifies it.
struct ProgramFinder: Codable, Sendable {
    enum Source: Codable, Sendable {
        /// By its name, in folders.
        case searched([String])
        /// A node makes it.
        case built
        /// In an image, which a program runs that is in one of some folders.
        case image(String, [String])
    }

    enum Recognition: Codable, Sendable {
        case version([String])
        case content, lockFile, image
        case python([String])
    }

    var name: String
    var source: Source
    var recognition = Recognition.content
    /// Not part of the key.
    var remedy: String?

    enum CodingKeys: CodingKey { case name, source, recognition }

    /// A program that was found.
    struct Place {
        var path: String
        /// What comes before its own arguments.
        var arguments: [String] = []
        /// The paths where it is, or would be found before this one.
        var looked: [String]
    }

    /// - Throws: ``ProgramError/missing(name:places:remedy:)``.
    func find() throws -> Place {
        switch source {
        case .searched(let folders): return try find(name, in: folders)
        case .image(let image, let folders):
            guard image.hasPrefix("/"), access(image, R_OK) == 0 else {
                throw ProgramError.missing(
                    name: image, places: [image], remedy: "give an image's absolute path; nothing can be read there")
            }
            for program in ["apptainer", "singularity"] {
                if var place = try? find(program, in: folders) {
                    place.looked.append(image)
                    return place
                }
            }
            return try find("apptainer", in: folders)
        case .built: throw ProgramError.notPlaced(name)
        }
    }

    private func find(_ name: String, in folders: [String]) throws -> Place {
        if name.hasPrefix("/") {
            guard access(name, X_OK) == 0 else {
                throw ProgramError.missing(name: name, places: [name], remedy: remedy)
            }
            return Place(path: name, looked: [name])
        }
        guard !name.contains("/"), !name.isEmpty, let path = SearchPath(folders.joined(separator: ":")).program(name)
        else {
            throw ProgramError.missing(name: name, places: folders, remedy: remedy)
        }
        let places = folders.map { $0 + "/" + name }
        return Place(path: path, looked: Array(places.prefix { $0 != path }) + [path])
    }

    static func find(_ name: String, in folders: [String]) throws -> Place {
        try ProgramFinder(name: name, source: .searched(folders)).find()
    }

    /// The folders that programs are searched in.
    var folders: [String] {
        switch source {
        case .searched(let folders), .image(_, let folders): folders
        case .built: SearchPath.ofThisProcess.folders
        }
    }

    /// What it may open as a program that is identified: the system's files, and those beside its own.
    var installation: [String] {
        var paths = Self.systemFolders
        guard let place = try? find() else { return paths }
        for path in Set([place.path, URL(filePath: place.path).resolvingSymlinksInPath().path]) {
            let folder = FilePath.folder(of: path)
            let root = FilePath.folder(of: folder)
            let isOfInstallation = ["bin", "sbin", "shims", "libexec"].contains(FilePath.name(of: folder))
            paths.append(isOfInstallation && root != "/" ? root : path)
        }
        if case .image(let image, _) = source { paths.append(image) }
        return paths
    }

    private static let systemFolders = [
        "/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt", "/var/lib", "/var/cache", "/run", "/sys", "/proc",
    ]
}

/// Why a program cannot be used.
public enum ProgramError: Error, CustomStringConvertible {
    /// It is in none of the places.
    case missing(name: String, places: [String], remedy: String?)
    /// It does not answer what identifies it.
    case unidentified(name: String, path: String, question: [String], problem: String, remedy: String?)
    /// Its content says too little of what it does.
    case isShellScript(name: String, path: String)
    /// Programs cannot be traced here, and nothing else tells what a script opens.
    case notTraced(name: String, path: String)
    /// It is another one than at the beginning of the build.
    case changed(name: String, before: String, after: String)
    /// A node makes it, and it is not in a folder yet.
    case notPlaced(String)

    public var description: String {
        switch self {
        case .missing(let name, let places, let remedy):
            "there is no program '\(name)' in \(places.isEmpty ? "the search path, which is empty" : places.joined(separator: ", "))"
                + "; " + (remedy ?? "install it, or put its folder on the PATH")
        case .unidentified(let name, let path, let question, let problem, let remedy):
            "\(name) (\(path)) does not say what it is: '\(([name] + question).joined(separator: " "))' \(problem)"
                + (remedy.map { "; \($0)" } ?? "")
        case .isShellScript(let name, let path):
            "\(name) (\(path)) is a shell script: which programs it starts is not in its content; "
                + "identify it by .version, or give the path of the program that it starts"
        case .notTraced(let name, let path):
            "\(name) (\(path)) is a script, and what it opens cannot be traced here (ptrace is forbidden; a container needs "
                + "--cap-add=SYS_PTRACE), so that a change of it would go unnoticed; identify it by a lock file"
        case .changed(let name, let before, let after):
            "\(name) changed while the build ran, from '\(before)' to '\(after)'; build again"
        case .notPlaced(let name): "\(name) is made by a node and was asked for before that"
        }
    }
}
