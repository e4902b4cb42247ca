import BuildGraph
import Foundation

/// The built files of a paper at one moment: its `figures/` and `paper/`, in memory.
package struct PaperSnapshot: Sendable {
    /// What a reader calls it: a folder, or a revision.
    package var name: String
    /// The files of `figures/` by their names.
    package var files: [String: [UInt8]]
    /// The PDF, the numbers and, where they lie beside them, LaTeX's sources, by their paths from the paper's folder; nil
    /// for a snapshot of figures alone, of which nothing else is asked.
    package var texts: [String: [UInt8]]?

    package init(name: String, files: [String: [UInt8]], texts: [String: [UInt8]]? = nil) {
        self.name = name
        self.files = files
        self.texts = texts
    }

    /// The files below a folder.
    ///
    /// - Throws: ``DifferenceError/noPaper(folder:reason:)`` where there is no such folder or no figures in it, and what
    ///   the system says of a file that cannot be read.
    package init(folder: URL, name: String? = nil) throws {
        let name = name ?? folder.path
        func fault(_ reason: String) -> DifferenceError { .noPaper(folder: name, reason: reason) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
            throw fault("there is no such folder")
        }
        guard isFolder.boolValue else { throw fault("it is no folder") }
        let figures = folder.appending(path: "figures")
        guard FileManager.default.fileExists(atPath: figures.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw fault("there is no folder 'figures' in it")
        }
        func read(_ path: String) throws -> [UInt8] {
            do throws(RegularFile.Problem) {
                return try RegularFile.bytes(folder.appending(path: path).path)
            } catch {
                throw DifferenceError.notRead(file: name + "/" + path, reason: error.reason)
            }
        }
        var files: [String: [UInt8]] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: figures.path) where Self.isCompared(file) {
            files[file] = try read("figures/" + file)
        }
        var texts: [String: [UInt8]] = [:]
        func exists(_ path: String) -> Bool {
            FileManager.default.fileExists(atPath: folder.appending(path: path).path)
        }
        if exists(PaperSources.numbers) { texts[PaperSources.numbers] = try read(PaperSources.numbers) }
        if exists(PaperSources.folder) {
            for path in try PaperSources.files(in: folder) { texts[path] = try read(path) }
        }
        self.init(name: name, files: files, texts: texts)
    }

    static func isCompared(_ file: String) -> Bool {
        [".json", ".svg", ".pdf", ".png", ".lock"].contains { file.hasSuffix($0) } && !file.hasPrefix(".")
    }

    /// Whether a file of `paper/` is one that a snapshot holds.
    static func isHeld(_ path: String) -> Bool {
        path == PaperSources.numbers || PaperSources.kind(of: path) != nil
    }

    /// The names of the figures: those with a chart, and those with a drawing only.
    var figures: Set<String> {
        Set(files.keys.filter { !$0.hasSuffix(".lock") }.map { String($0[..<($0.lastIndex(of: ".") ?? $0.endIndex)]) })
    }

    /// The documents, as `results.lock` lists them; of an older version, the one that there was.
    func documents() throws -> [ResultsLock.Document] {
        guard let known = try json("results.lock")?["documents"] else {
            return [ResultsLock.Document(name: "paper", main: PaperSources.main, figures: figures.sorted())]
        }
        return try JSONDecoder().decode([ResultsLock.Document].self, from: JSONEncoder().encode(known))
    }

    /// LaTeX's sources, without the documents' PDFs; empty where none lie beside them.
    func sources(without documents: [ResultsLock.Document]) -> [String] {
        let pdfs = documents.map { PaperSources.pdf(of: $0.main) }
        return PaperSources.sources(among: (texts ?? [:]).keys.sorted()).filter { !pdfs.contains($0) }
    }

    /// What a JSON file of `figures/` says; nil where there is none.
    func json(_ file: String) throws -> JSONValue? {
        guard let bytes = files[file] else { return nil }
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw DifferenceError.unreadable(file: name + "/figures/" + file)
        }
    }
}
