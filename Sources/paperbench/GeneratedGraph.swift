import Foundation

/// The graph that `graphbench` builds, for other build systems: ten layers; each file joins two neighbours of the layer
/// below it, one of the first layer copies a source file.
struct GeneratedGraph {
    static let layers = 10
    let nodes: Int
    var width: Int { nodes / Self.layers }

    struct DifferentFiles: Error, CustomStringConvertible {
        var description: String
    }

    func writeSources(in folder: URL) throws {
        let sources = folder.appending(path: "src")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        // GNU make makes no folders.
        for layer in 0..<Self.layers {
            try FileManager.default.createDirectory(
                at: folder.appending(path: "out/\(layer)"), withIntermediateDirectories: true)
        }
        for column in 0..<width {
            try Data("source \(column)\n".utf8).write(to: sources.appending(path: "\(column)"))
        }
    }

    /// Changes one source file, from which 55 files follow.
    func edit(_ number: Int, in folder: URL) throws {
        try Data("edit \(number)\n".utf8).write(to: folder.appending(path: "src/3"))
    }

    /// The build file of another system.
    func text(for system: BuildSystem) throws -> Data {
        var text = system.header
        for layer in 0..<Self.layers {
            for column in 0..<width {
                let below = "out/\(layer - 1)/"
                let inputs = layer == 0 ? "src/\(column)" : "\(below)\(column) \(below)\((column + 1) % width)"
                text += system.rule("out/\(layer)/\(column)", inputs)
            }
        }
        if system.listsAll {
            let all = (0..<Self.layers).flatMap { layer in (0..<width).map { "out/\(layer)/\($0)" } }
            text += "all: \(all.joined(separator: " "))\n"
        }
        return Data(text.utf8)
    }

    /// A comparison of times means something only where the work was the same.
    func requireSameFiles(_ own: URL, _ other: URL, as name: String) throws {
        for layer in 0..<Self.layers {
            for column in 0..<width {
                let path = "out/\(layer)/\(column)"
                let bytes = try Data(contentsOf: own.appending(path: path))
                guard bytes == (try Data(contentsOf: other.appending(path: path))) else {
                    throw DifferentFiles(
                        description: "\(path) of the generated graph differs between paperbuild and \(name):"
                            + " compare LayeredGraph in graphbench with GeneratedGraph in paperbench")
                }
            }
        }
    }
}
