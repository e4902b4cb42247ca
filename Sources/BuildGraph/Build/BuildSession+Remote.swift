import ContentHash

/// What a build does about bytes from elsewhere that it knows by their digest.
extension BuildSession {
    /// Has a node succeed without a run, where the store has the bytes under whatever key, or a folder of copies has the
    /// file; nil where it must run.
    func bring(_ position: Int, _ key: ContentDigest, _ remote: RemoteContent) throws -> Bool {
        guard let content = remote.content else { return false }
        let node = graph.nodes[position].core
        if case .found(let bytes) = store.blob(content), isRehearsed(bytes) || bytes.count == remote.bytes {
        } else if let bytes = copy(of: node.name, remote) {
            try store.insert(blob: bytes, worth: 0)
        } else {
            return false
        }
        let record = ActionRecord(
            key: key, node: node.name, parts: try rebuilder.parts(of: node, inputs: []), reason: .neverBuilt,
            output: content, size: remote.bytes, seconds: 0)
        // It only saves looking again: a cache that cannot be written is no error as long as nothing has to run.
        try? store.insert(record)
        index[key] = .init(output: content, size: remote.bytes, seconds: 0)
        succeed(position, output: content, size: remote.bytes, seconds: 0)
        return true
    }

    /// What a rehearsal knows of bytes that a run would write.
    private func isRehearsed(_ bytes: [UInt8]) -> Bool { rehearsal != nil && bytes.isEmpty }

    /// The bytes of a copy that somebody put beside the sources; one that is another file is said and not used.
    private func copy(of name: String, _ remote: RemoteContent) -> [UInt8]? {
        for file in inputFiles.copies(of: name, remote) {
            let bytes: [UInt8]
            do {
                bytes = try SystemFile.read(file, limit: remote.bytes)
            } catch {
                if !error.isMissing { warn("the copy \(error) and is not used for \(name)") }
                continue
            }
            let found = ContentDigest(of: bytes)
            if bytes.count == remote.bytes, found == remote.content { return bytes }
            warn(
                "the copy \(file) is another file than \(name) and is not used: it has \(bytes.count) bytes with the "
                    + "SHA-256 \(found), not \(remote.bytes) with \(remote.content?.hex ?? "none")")
        }
        return nil
    }
}

extension InputFiles {
    /// Where copies of files from elsewhere may lie: `data/remote/NAME` in the project, and in folders that people name
    /// under that name, the last part of it or the digest.
    func copies(of name: String, _ remote: RemoteContent) -> [String] {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let others = copyFolders.flatMap { folder in
            [name, last, remote.content?.hex ?? last].map { "\(folder)/\($0)" }
        }
        var seen: Set<String> = []
        return (["\(sourceFolder)/\(RemoteContent.copyFolder)/\(name)"] + others).filter { seen.insert($0).inserted }
    }
}
