import ContentHash

/// What a build looks at on all processors.
extension BuildSession {
    /// Looks at all nodes that wait to be looked up, a node's inputs being known when it waits.
    func lookAhead(at waiting: ArraySlice<Int>) {
        guard waiting.count >= LookAhead.worthwhileCount else { return }
        let entries = LookAhead.map(waiting.count) { [graph, states, rebuilder, inputFiles, index] range, entries in
            var keys = KeyMaker(rebuilder)
            var inputs: [ContentDigest] = []
            for position in waiting[(waiting.startIndex + range.lowerBound)..<(waiting.startIndex + range.upperBound)] {
                let node = graph.nodes[position].core
                var entry = LookAhead.Entry()
                if case .file(let path) = node.action {
                    entry.content = inputFiles.trustedContent(path, index: index)
                    entries.append(entry)
                    continue
                }
                inputs.removeAll(keepingCapacity: true)
                for input in graph.inputs[position] {
                    if let content = states[input].output { inputs.append(content) }
                }
                if inputs.count == graph.inputs[position].count, let key = try? keys.key(for: node, inputs: inputs) {
                    entry.key = key
                    entry.result = index[key]
                    entry.isNoted = index.lastKeys[node.name] == key
                }
                entries.append(entry)
            }
        }
        ahead.set(Array(waiting)[...], entries)
    }

    /// Compares all output files' stamps, if there are any, with the known ones.
    func lookAheadAtFiles(_ stamps: [SystemFile.Stamp?]) {
        guard stamps.count == outputs.count else { return }
        ahead.setFiles(
            LookAhead.map(outputs.count) { [outputs, folder, index] range, contents in
                for number in range {
                    contents.append(folder.trustedContent(outputs[number], stamp: stamps[number], index: index))
                }
            })
    }
}
