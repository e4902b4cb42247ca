import BuildGraph
import Foundation

/// The built files of a paper at one moment: its `figures/`, in memory.
public struct PaperSnapshot: Sendable {
    /// What a reader calls it: a folder, or a revision.
    public var name: String
    /// The files of `figures/` by their names.
    public var files: [String: [UInt8]]

    public init(name: String, files: [String: [UInt8]]) {
        self.name = name
        self.files = files
    }

    /// The files below a folder, which may have none.
    public init(folder: URL, name: String? = nil) {
        let figures = folder.appending(path: "figures")
        var files: [String: [UInt8]] = [:]
        for file in (try? FileManager.default.contentsOfDirectory(atPath: figures.path)) ?? [] {
            guard Self.isCompared(file), let bytes = try? RegularFile.bytes(figures.appending(path: file).path) else {
                continue
            }
            files[file] = bytes
        }
        self.init(name: name ?? folder.path, files: files)
    }

    static func isCompared(_ file: String) -> Bool {
        [".json", ".svg", ".pdf", ".png", ".lock"].contains { file.hasSuffix($0) } && !file.hasPrefix(".")
    }

    /// The names of the figures: those with a chart, and those with a drawing only.
    var figures: Set<String> {
        Set(files.keys.filter { !$0.hasSuffix(".lock") }.map { String($0[..<($0.lastIndex(of: ".") ?? $0.endIndex)]) })
    }

    /// A document; nil where there is none.
    func document(_ file: String) throws -> JSONValue? {
        guard let bytes = files[file] else { return nil }
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw DifferenceError.unreadable(file: name + "/figures/" + file)
        }
    }
}
