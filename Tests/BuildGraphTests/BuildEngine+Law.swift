import BuildGraph
import ContentHash
import FoundationEssentials

extension BuildEngine {
    /// The first law as a function: where a build through the store differs from one that starts from nothing.
    ///
    /// Builds through the store, then again through an empty store in memory, and compares each result and each
    /// file byte for byte. Empty when the law holds; otherwise one sentence a difference.
    func differencesFromCleanBuild(
        nodes: [AnyNode] = [], outputs: [OutputFile] = [], into folder: URL? = nil
    ) async throws -> [String] {
        let report = try await build(nodes: nodes, outputs: outputs, into: folder)
        var clean = self
        let cleanStore = MemoryStore()
        clean.store = cleanStore
        clean.observer = { _ in }
        let cleanReport = try await clean.build(nodes: nodes + outputs.map(\.node))
        var differences: [String] = []
        if report.nodes.map(\.name) != cleanReport.nodes.map(\.name) { differences.append("the graphs differ") }
        for (entry, wanted) in zip(report.nodes, cleanReport.nodes) where entry.output != wanted.output {
            differences.append(
                "node \(entry.name) gives \(entry.output?.shortHex ?? "nothing"), "
                    + "a clean build \(wanted.output?.shortHex ?? "nothing")")
        }
        let place = folder ?? sourceFolder
        let contents = Dictionary(uniqueKeysWithValues: cleanReport.nodes.map { ($0.name, $0.output) })
        for output in outputs {
            let found = (try? Data(contentsOf: place.appending(path: output.path))).map { ContentDigest(of: Array($0)) }
            if found == nil || found != contents[output.node.name] {
                differences.append("file \(output.path) is not what a clean build of \(output.node.name) gives")
            }
        }
        return differences
    }
}
