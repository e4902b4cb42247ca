import ContentHash

/// What a build does about the output files.
extension BuildSession {
    func materialise(_ number: Int, _ position: Int, _ content: ContentDigest) {
        let output = outputs[number]
        func settle(_ outcome: BuildReport.FileEntry.Outcome) {
            fileEntries[number] = .init(path: output.path, node: output.node.name, outcome: outcome, content: content)
            if outcome != .unchanged { observer(.fileWritten(path: output.path, outcome: outcome)) }
        }
        if ahead.fileContents.indices.contains(number), ahead.fileContents[number] == content {
            return settle(.unchanged)
        }
        if folder.isUpToDate(output, content: content, index: &index) { return settle(.unchanged) }
        ahead.drop()
        switch store.blob(content) {
        case .found where rehearsal != nil: settle(.written)
        case .found(let bytes):
            do {
                settle(
                    try folder.write(
                        output, bytes, content: content, temporaryFolder: store.temporaryFolder, index: &index))
            } catch {
                fatal = fatal ?? error
            }
        case .missing:
            runAgain(
                position, because: .resultMissing, "the result of \(output.node.name) is missing", for: .file(number))
        case .damaged(let what):
            runAgain(position, because: .resultDamaged, what, for: .file(number))
        }
    }
}
