import ContentHash
import FoundationEssentials

/// The files that a graph reads.
struct InputFiles: Sendable {
    let sourceFolder: String
    /// Where else copies of files from elsewhere may lie.
    let copyFolders: [String]

    init(sourceFolder: URL, copyFolders: [String] = []) {
        self.copyFolders = copyFolders
        self.sourceFolder = sourceFolder.standardizedFileURL.path(percentEncoded: false).withoutTrailingSlash
    }

    /// A file's content where its stamp tells; nil where the file would have to be read.
    func trustedContent(_ path: String, index: BuildIndex) -> ContentDigest? {
        let file = file(path)
        guard let known = index[file], known.isSettled,
            SystemFile.stamp(file, followingLinks: true) == known.stamp
        else { return nil }
        return known.content
    }

    func file(_ path: String) -> String {
        path.utf8.first == UInt8(ascii: "/") ? path : sourceFolder + "/" + path
    }

    /// The content of a file now, with its bytes when they had to be read.
    func read(
        _ path: String, index: inout BuildIndex, trustingStamp: Bool = true
    ) throws(SystemError) -> (content: ContentDigest, bytes: [UInt8]?) {
        let file = file(path)
        let start = SystemFile.coarseTime()
        let before = SystemFile.stamp(file, followingLinks: true)
        if trustingStamp, let before, let known = index[file], known.isSettled, known.stamp == before {
            return (known.content, nil)
        }
        let bytes = try SystemFile.read(file, limit: RegularFile.inputLimit)
        let content = ContentDigest(of: bytes)
        if let before, before == SystemFile.stamp(file, followingLinks: true), before.isRegular {
            index[file] = BuildIndex.File(content: content, stamp: before, isSettled: before.isSettled(since: start))
        }
        return (content, bytes)
    }
}
