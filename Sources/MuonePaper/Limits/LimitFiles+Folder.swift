import BuildGraph
import Foundation

extension LimitFiles {
    /// The ends of a table's name.
    package static let tableExtensions = ["csv", "tsv", "txt", "dat", "lmt"]

    /// The tables in a project's folder `limits`; none where there is no such folder.
    ///
    /// - Throws: ``SuppliedLimitsError`` if it is a file or cannot be listed.
    package init(project: URL) throws {
        let folder = project.appending(path: LimitSources.suppliedFolder)
        guard Self.kind(of: folder) != nil else {
            self.init(files: [], path: LimitSources.suppliedFolder)
            return
        }
        try self.init(listing: folder, named: LimitSources.suppliedFolder)
    }

    /// The tables in a folder that was named.
    ///
    /// - Throws: ``SuppliedLimitsError`` if there is none, if it is a file, or cannot be listed.
    package init(folder: URL) throws {
        let folder = folder.standardizedFileURL
        guard Self.kind(of: folder) != nil else { throw SuppliedLimitsError.noFolder(folder.path) }
        try self.init(listing: folder, named: folder.path)
    }

    package init(listing folder: URL, named shown: String) throws {
        guard Self.kind(of: folder) == .folder else { throw SuppliedLimitsError.notAFolder(folder.path) }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        } catch {
            throw SuppliedLimitsError.unreadable(folder.path, problem: error.localizedDescription)
        }
        self.init(files: [], path: shown)
        for name in names where !Self.isDocumentation(name) {
            let path = "\(shown)/\(name)"
            if let reason = Self.reasonToIgnore(name, isFolder: Self.kind(of: folder.appending(path: name)) == .folder)
            {
                ignored.append(Ignored(path: path, reason: reason))
            } else {
                files.append(path)
            }
        }
    }

    package enum Kind {
        case file, folder
    }

    package static func kind(of url: URL) -> Kind? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return nil }
        return isFolder.boolValue ? .folder : .file
    }

    /// What nobody takes for a table.
    private static func isDocumentation(_ name: String) -> Bool {
        name.lowercased().hasPrefix("readme") || name.hasSuffix(".md") || name.hasSuffix(".example")
            || [".gitkeep", ".gitignore", ".gitattributes"].contains(name) || EditorFile.isOne(name)
    }

    package static func reasonToIgnore(_ name: String, isFolder: Bool) -> String? {
        let end = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if isFolder { return "it is a folder; move its tables up" }
        if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return "its name has a control character; rename it if it is a table"
        }
        if name.hasPrefix(".") { return "it is hidden; rename it if it is a table" }
        if name.hasSuffix("~") || name.hasPrefix("#") || ["bak", "orig", "swp", "tmp", "old"].contains(end) {
            return "it is a backup; rename it if it is a table"
        }
        if !name.contains(".") || !tableExtensions.contains(end) {
            return "tables end in " + tableExtensions.map { ".\($0)" }.joined(separator: ", ")
        }
        return nil
    }
}
