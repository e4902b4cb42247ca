import ContentHash

/// What stands for a discovered path in a key: a file's bytes, a folder's names, or that there is nothing.
enum DiscoveredInput {
    static let absent = ContentDigest(of: "paperbuild: no such file")

    /// The content of a path now, read whatever its stamp says.
    static func content(_ path: String) -> ContentDigest {
        guard let stamp = SystemFile.stamp(path, followingLinks: true) else { return absent }
        if !stamp.isRegular {
            return ContentDigest(of: "paperbuild: folder\n" + SystemFile.names(in: path).joined(separator: "\n"))
        }
        do {
            return ContentDigest(of: try SystemFile.read(path))
        } catch {
            return error.isMissing ? absent : ContentDigest(of: "paperbuild: \(error.reason)")
        }
    }

    /// The files among these that changed at a time of the coarse clock or after it.
    static func changed(_ paths: [String], since time: Int64) -> [String] {
        paths.filter { SystemFile.stamp($0, followingLinks: true).map { $0.changed >= time } ?? false }
    }

    /// The key of a run whose other inputs were these, from the key that the declared ones give.
    static func key(_ declared: ContentDigest, _ inputs: [ActionRecord.Input]) -> ContentDigest {
        var bytes = Array("discovered\n".utf8)
        declared.appendBytes(to: &bytes)
        for input in inputs {
            withUnsafeBytes(of: UInt64(input.name.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: input.name.utf8)
            input.content.appendBytes(to: &bytes)
        }
        return ContentDigest(of: bytes)
    }
}

extension InputFiles {
    /// The content of a discovered path, by its stamp where that can be trusted.
    func discovered(_ path: String, index: inout BuildIndex) -> ContentDigest {
        let start = SystemFile.coarseTime()
        guard var stamp = SystemFile.stamp(path, followingLinks: true) else { return DiscoveredInput.absent }
        // The index keeps no kinds; a folder and a file never share a stamp.
        stamp.isRegular = true
        if let known = index[path], known.isSettled, known.stamp == stamp { return known.content }
        let content = DiscoveredInput.content(path)
        var after = SystemFile.stamp(path, followingLinks: true)
        after?.isRegular = true
        if after == stamp {
            index[path] = BuildIndex.File(content: content, stamp: stamp, isSettled: stamp.isSettled(since: start))
        }
        return content
    }
}
