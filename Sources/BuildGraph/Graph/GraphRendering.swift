/// The graph as text for other programs; the same text in each process.
extension Graph {
    /// A Graphviz drawing: input files as notes, closures with round corners, groups as clusters.
    public var dot: String {
        var lines = ["digraph paperbuild {", "  rankdir=LR;", "  node [shape=box, fontname=\"Helvetica\"];"]
        for group in groups where !group.name.isEmpty {
            lines.append("  subgraph \(quoted("cluster_" + group.name)) {")
            lines.append("    label=\(quoted(group.name));")
            lines += group.members.map { "    " + dotNode($0) }
            lines.append("  }")
        }
        lines += groups.first { $0.name.isEmpty }?.members.map { "  " + dotNode($0) } ?? []
        for (from, to) in edges { lines.append("  n\(from) -> n\(to);") }
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    /// A Mermaid flow chart, as GitHub draws it.
    public var mermaid: String {
        var lines = ["flowchart LR"]
        for group in groups {
            let indent = group.name.isEmpty ? "  " : "    "
            if !group.name.isEmpty { lines.append("  subgraph \(mermaidText(group.name))") }
            for position in group.members {
                let node = nodes[position]
                let text = mermaidText(node.name)
                let shape =
                    switch node.kind {
                    case .file, .remote: "[/\(text)/]"
                    case .closure: "(\(text))"
                    case .computation: "[\(text)]"
                    }
                lines.append("\(indent)n\(position)\(shape)")
            }
            if !group.name.isEmpty { lines.append("  end") }
        }
        for (from, to) in edges { lines.append("  n\(from) --> n\(to)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Each pair of a node and one that uses it, once, in topological order.
    public var edges: [(from: Int, to: Int)] {
        consumers.indices.flatMap { from in consumers[from].map { (from, $0) } }
    }

    /// The nodes by group, sorted by the group's name; members in topological order.
    public var groups: [(name: String, members: [Int])] {
        Dictionary(grouping: nodes.indices, by: { nodes[$0].group })
            .sorted { $0.key < $1.key }
            .map { (name: $0.key, members: $0.value) }
    }

    private func dotNode(_ position: Int) -> String {
        let node = nodes[position]
        let style =
            switch node.kind {
            case .file, .remote: ", shape=note"
            case .closure: ", style=rounded"
            case .computation: ""
            }
        return "n\(position) [label=\(quoted(node.name)), tooltip=\(quoted(node.typeName))\(style)];"
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for character in text {
            switch character {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
        return result + "\""
    }

    private func mermaidText(_ text: String) -> String {
        var result = "\""
        for character in text {
            switch character {
            case "\"": result += "#quot;"
            case "#": result += "#35;"
            case "\n": result += " "
            default: result.append(character)
            }
        }
        return result + "\""
    }
}
