import Foundation

/// A package with a paper that builds at once: a computation with an error, a figure, two numbers, a claim, its text.
package struct PaperScaffold: Sendable {
    /// The program's name, and its module's: `pendulum`.
    package let name: String
    package var dependency: KitDependency

    /// - Parameter modules: names that the paper's modules may not have, as they are those of what it is built with.
    /// - Throws: ``ScaffoldError/noModuleName(_:suggestion:)``, ``ScaffoldError/taken(_:by:)``.
    package init(name: String, dependency: KitDependency, modules: Set<String>) throws(ScaffoldError) {
        let letters = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard letters == name, name.first?.isLetter == true, name.utf8.count <= 40 else {
            let rest = letters.drop(while: \.isNumber).prefix(40)
            throw .noModuleName(name, suggestion: rest.isEmpty ? nil : String(rest))
        }
        _ = try SwiftWord(name)
        self.name = name
        self.dependency = dependency
        let known = Set(modules.map { $0.lowercased() })
        for module in [name, typeName + "Physics", typeName + "Tests"] where known.contains(module.lowercased()) {
            throw .taken(module, by: "a module that every paper is built with")
        }
    }

    /// `Pendulum`.
    private var typeName: String { name.prefix(1).uppercased() + name.dropFirst() }

    /// All files of the package.
    package var files: [SourceFile] {
        let words = [
            "name": name, "Name": typeName, "dependency": dependency.declaration, "package": dependency.package,
            "packages": SystemPackages.ofPapers.joined(separator: " "),
        ]
        return (Template.package + Template.paper + Template.text + Template.surroundings).map { $0.filled(words) }
    }

    /// Writes the package into a folder that is not there yet, or has nothing but git's own: all of it, or nothing.
    ///
    /// - Throws: ``ScaffoldError``.
    package func write(to folder: URL) throws(ScaffoldError) {
        let folder = folder.standardizedFileURL
        try Self.refuseContents(of: folder)
        let draft = folder.deletingLastPathComponent().appending(
            path: ".\(folder.lastPathComponent)-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: draft) }
        var placed: [URL] = []
        do {
            for file in files { try file.create(below: draft) }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for name in try FileManager.default.contentsOfDirectory(atPath: draft.path).sorted() {
                let target = folder.appending(path: name)
                try FileManager.default.moveItem(at: draft.appending(path: name), to: target)
                placed.append(target)
            }
        } catch {
            for file in placed { try? FileManager.default.removeItem(at: file) }
            throw .notWritten(path: folder.path, reason: SourceFile.reason(error))
        }
    }

    private static func refuseContents(of folder: URL) throws(ScaffoldError) {
        var place = folder
        var isFolder: ObjCBool = false
        while !FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), place.path != "/" {
            place = place.deletingLastPathComponent()
        }
        guard isFolder.boolValue else { throw .insideFolder(folder: folder.path, file: place.path) }
        guard place.path == folder.path else { return }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw .notWritten(path: folder.path, reason: SourceFile.reason(error))
        }
        // A new clone of an empty repository has nothing else.
        if let first = names.sorted().first(where: { $0 != ".git" }) {
            throw .notEmpty(folder: folder.path, example: first)
        }
    }
}

extension SourceFile {
    /// Writes the file, which must not be there yet.
    func create(below folder: URL) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .withoutOverwriting)
        if isExecutable {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
    }

    static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard let code = underlying?.code ?? (error as? POSIXError).map({ Int($0.code.rawValue) }) else {
            return (error as NSError).localizedDescription
        }
        return String(cString: strerror(Int32(code)))
    }
}

/// What a paper needs of Debian.
enum SystemPackages {
    /// As in this package's own Makefile, which a test compares.
    static let ofPapers = [
        "pkg-config", "libssl-dev", "libcairo2-dev", "libfreetype-dev", "libharfbuzz-dev", "zlib1g-dev", "libcurl4",
        "ca-certificates",
        "fonts-lmodern",
        "fonts-stix",
        "poppler-utils", "lmodern", "texlive-latex-base", "texlive-latex-recommended", "texlive-fonts-recommended",
        "texlive-publishers",
    ]
}
