import BuildConsole
import Foundation
import Manuscript

/// Where a paper lies, and where the Swift sources of its program start.
struct ProjectPlace: Equatable {
    /// Has `paper/` in it; `figures/` and the PDFs go there.
    var project: URL
    /// Where ``Paper/sourceFolders`` start: the project's folder, or one above it, of which the project is an example.
    var package: URL

    /// The paper of the program, seen from a folder: in the package that has the program's sources, the folder nearest above
    /// them with a paper in it, whatever other papers lie between. Away from the sources the nearest folder with a paper.
    ///
    /// - Parameter sources: the folder of the program's own module, from the package's.
    /// - Throws: ``WorkspaceError/noProject(start:)``, and what the system says of a folder that cannot be listed.
    static func find(from start: String, sources: String?) throws -> ProjectPlace {
        if let sources {
            for package in foldersUpwards(from: start) {
                let own = package.appending(path: sources)
                guard FileStamp.isFolder(own.path) else { continue }
                let levels = sources.split(separator: "/").count
                for folder in foldersUpwards(from: own.path).prefix(levels + 1) where try hasPaper(folder) {
                    return ProjectPlace(project: folder, package: package)
                }
            }
        }
        for folder in foldersUpwards(from: start) where try hasPaper(folder) {
            return ProjectPlace(project: folder, package: folder)
        }
        throw WorkspaceError.noProject(start: start)
    }

    /// A project that is named, and the package above it.
    init(named project: URL, sources: String?) {
        self.project = project
        let packages = sources.map { sources in
            Self.foldersUpwards(from: project.path).filter { FileStamp.isFolder($0.appending(path: sources).path) }
        }
        package = packages?.first ?? project
    }

    private init(project: URL, package: URL) {
        self.project = project
        self.package = package
    }

    /// A folder and all above it.
    private static func foldersUpwards(from start: String) -> [URL] {
        var folders = [start]
        while let last = folders.last, last != "/", !last.isEmpty {
            folders.append((last as NSString).deletingLastPathComponent)
        }
        return folders.filter { !$0.isEmpty }.map { URL(filePath: $0) }
    }

    /// Whether there is a folder `paper` with LaTeX in it.
    private static func hasPaper(_ folder: URL) throws -> Bool {
        guard FileStamp.isFolder(folder.appending(path: PaperSources.folder).path) else { return false }
        return try PaperSources.paths(in: folder).contains { PaperSources.kind(of: $0) == .text }
    }
}

extension Paper {
    /// The folder of the module that the paper is declared in, from the package's.
    static var ownSources: String? {
        String(reflecting: Self.self).split(separator: ".").first.flatMap { sourceFolders[String($0)] }
    }
}
