import BuildGraph
import ContentHash
import Foundation

/// Finds in the records of a cache why two versions of a file differ: the nodes upstream of it whose own computation,
/// parameters, code, platform or input files differ, while all that came before them is the same.
///
/// Both versions are found by the content of the file, so what is told is about these two versions, whatever was built
/// between them.
package struct ChangeCauses {
    /// By the content of the result: a node may have run under another name.
    private var records: [ContentDigest: [ActionRecord]] = [:]

    package init(records: some Sequence<ActionRecord>) {
        for record in records { self.records[record.output, default: []].append(record) }
    }

    /// One sentence for each cause, with the nodes that it met; nil where the cache has no record of one of the versions.
    ///
    /// - Parameter node: the name of the node that makes the file, such as `figures/reach.json`.
    package func sentences(for node: String, old: [UInt8], new: [UInt8]) -> [String]? {
        let contents = [old, new].map { ContentDigest(of: $0) }
        guard records[contents[0]] != nil, records[contents[1]] != nil else { return nil }
        var search = Search()
        visit(node, contents[0], contents[1], &search)
        return search.sentences.map { cause in
            let nodes = search.nodes[cause] ?? []
            let rest = nodes.count > 3 ? " and \(nodes.count - 3) more" : ""
            return "\(cause) (\(nodes.prefix(3).joined(separator: ", "))\(rest))"
        }
    }

    private struct Search {
        var visited: Set<[ContentDigest]> = []
        /// In the order in which they were found.
        var sentences: [String] = []
        /// The nodes of each.
        var nodes: [String: [String]] = [:]

        mutating func found(_ sentence: String, _ node: String) {
            if nodes[sentence] == nil { sentences.append(sentence) }
            nodes[sentence, default: []].append(node)
        }
    }

    private func visit(_ node: String, _ old: ContentDigest, _ new: ContentDigest, _ search: inout Search) {
        guard old != new, search.visited.insert([old, new]).inserted else { return }
        guard let before = records[old], let after = records[new] else {
            // What no run made is a file.
            let isFile = records[old] == nil && records[new] == nil
            return search.found(
                isFile ? "the content of an input file differs" : "the cache has no record of one of the runs", node)
        }
        // A result may have been made in several ways; the two that differ least explain best.
        let pairs = before.flatMap { one in after.map { (one, $0) } }
            .map { (rank: Self.rank($0.0, $0.1), pair: $0) }
        guard let (one, two) = pairs.min(by: { $0.rank < $1.rank })?.pair else { return }
        for sentence in Self.differences(one.parts, two.parts) { search.found(sentence, two.node) }
        for (input, other) in zip(one.parts.inputs, two.parts.inputs) {
            visit(other.name, input.content, other.content, &search)
        }
    }

    private static func rank(_ old: ActionRecord, _ new: ActionRecord) -> [Int].Rank {
        let inputs = zip(old.parts.inputs, new.parts.inputs).count { $0.content != $1.content }
        return [Int].Rank(values: [differences(old.parts, new.parts).count, inputs], tie: old.key.hex + new.key.hex)
    }

    /// What differs besides the contents of inputs.
    private static func differences(_ old: ActionRecord.KeyParts, _ new: ActionRecord.KeyParts) -> [String] {
        var sentences: [String] = []
        func tell(_ reason: Reason) { sentences.append(reason.sentence) }
        if old.type != new.type { tell(.typeChanged(from: old.type, to: new.type)) }
        if old.parameterDigest != new.parameterDigest {
            let names = Set(old.parameters.keys).union(new.parameters.keys).sorted()
                .filter { old.parameters[$0] != new.parameters[$0] }
            for name in names {
                tell(.parameterChanged(name: name, from: old.parameters[name], to: new.parameters[name]))
            }
            if names.isEmpty { sentences.append("a long parameter changed") }
        }
        for module in Set(old.code.keys).union(new.code.keys).sorted() where old.code[module] != new.code[module] {
            sentences.append("code of module \(module), or of one that it uses, changed")
        }
        if old.platform != new.platform {
            tell(.platformChanged(from: old.platform.summary, to: new.platform.summary))
        }
        if old.inputs.map(\.name) != new.inputs.map(\.name) { tell(.inputsRearranged) }
        return sentences
    }
}

extension [Int] {
    fileprivate struct Rank: Comparable {
        var values: [Int]
        var tie: String

        static func < (left: Rank, right: Rank) -> Bool {
            left.values == right.values ? left.tie < right.tie : left.values.lexicographicallyPrecedes(right.values)
        }
    }
}

extension PaperDifference {
    /// Says of each changed figure which computations it comes from.
    ///
    /// - Parameters:
    ///   - causes: the records of the cache that the papers were built through; nil where there is none.
    ///   - changedSources: files of the sources that differ between the two; nil where that is not known.
    package mutating func explain(
        by causes: ChangeCauses?, _ old: PaperSnapshot, _ new: PaperSnapshot, changedSources: [String]? = nil
    ) {
        for index in figures.indices where figures[index].verdict == .changed || figures[index].verdict == .layout {
            let file = figures[index].name + ".json"
            guard let before = old.files[file], let after = new.files[file] else { continue }
            if let found = causes?.sentences(for: "figures/" + file, old: before, new: after), !found.isEmpty {
                figures[index].causes = found
            } else if let changedSources, !changedSources.isEmpty {
                let shown = changedSources.prefix(8).joined(separator: ", ")
                let rest = changedSources.count > 8 ? " and \(changedSources.count - 8) more" : ""
                figures[index].causes = [
                    "not known exactly, as the cache has no record of both versions; "
                        + "these sources differ from \(old.name): \(shown)\(rest)"
                ]
            } else {
                figures[index].causes = ["not known: the cache has no record of both versions"]
            }
        }
    }
}
