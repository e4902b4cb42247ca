import BuildGraph
import ContentHash

extension Seal {
    /// A figure's data: its JSON file.
    static let data = "data"
    /// A figure's display list at a hundredth of a point.
    static let layout = "layout"
    /// What of a paper's PDF is generated: drawings and numbers.
    static let results = "results"
    /// What of a paper's PDF people write: LaTeX, bibliography, graphics.
    static let sources = "sources"

    /// One digest of several files, by their paths.
    static func digest(of files: [String: [UInt8]]) -> String {
        let lines = files.sorted { $0.key < $1.key }.map { "\($0.key) \(ContentDigest(of: $0.value).hex)\n" }
        return ContentDigest(of: lines.joined()).hex
    }

    /// The seal of a paper's PDF, as a node: it needs no LaTeX.
    ///
    /// - Parameters:
    ///   - sources: the files that people write.
    ///   - results: the files that are generated.
    package static func node(
        _ name: String, sources: [(path: String, node: Node<Blob>)], results: [(path: String, node: Node<Blob>)]
    ) -> Node<Blob> {
        let inputs = Inputs(sources: sources.map(\.path), results: results.map(\.path))
        return Node(name, fromEach: (sources + results).map(\.node), parameters: inputs) { inputs, blobs in
            Blob(utf8: try inputs.seal(of: blobs.map(\.bytes)).text)
        }
    }

    private struct Inputs: Codable, Sendable {
        var sources: [String]
        var results: [String]

        func seal(of blobs: [[UInt8]]) throws -> Seal {
            guard blobs.count == sources.count + results.count else { throw SealError.unreadable }
            func files(_ paths: [String], _ blobs: ArraySlice<[UInt8]>) -> [String: [UInt8]] {
                Dictionary(zip(paths, blobs), uniquingKeysWith: { $1 })
            }
            return Seal([
                Seal.sources: Seal.digest(of: files(sources, blobs.prefix(sources.count))),
                Seal.results: Seal.digest(of: files(results, blobs.dropFirst(sources.count))),
            ])
        }
    }
}
