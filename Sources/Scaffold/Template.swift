import Foundation

/// A file of a new paper, with `@name@` and the like where the paper's own words go.
struct Template: Sendable {
    /// From the package's folder; it has such words too.
    var path: String
    var text: String
    var isExecutable: Bool

    init(_ path: String, isExecutable: Bool = false, _ text: String) {
        self.path = path
        self.text = text
        self.isExecutable = isExecutable
    }

    /// The file with words in their places.
    ///
    /// - Parameter words: without the signs around them.
    func filled(_ words: [String: String]) -> SourceFile {
        func filled(_ text: String) -> String {
            words.reduce(text) { $0.replacing("@\($1.key)@", with: $1.value) }
        }
        let (path, text) = (filled(path), filled(text))
        return SourceFile(
            path: path, text: path.hasSuffix(".swift") ? Self.sortingImports(text) : text, isExecutable: isExecutable)
    }

    /// The order of imports depends on the names of the paper's modules.
    private static func sortingImports(_ text: String) -> String {
        var lines = text.components(separatedBy: "\n")
        let imports = lines.indices.prefix { lines[$0].hasPrefix("import ") }
        lines.replaceSubrange(imports, with: lines[imports].sorted())
        return lines.joined(separator: "\n")
    }
}

/// A file to write, by its path from a package's folder.
package struct SourceFile: Sendable, Equatable {
    package var path: String
    package var text: String
    package var isExecutable = false
}
