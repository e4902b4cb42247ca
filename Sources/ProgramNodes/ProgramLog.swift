import Foundation

/// All that a program prints, in a file as it comes: of much the beginning and the end.
///
/// It only informs: a place that cannot be written is no error.
final class ProgramLog {
    /// Bytes that are kept of the beginning, and as many of the end.
    static let share = 1_000_000

    /// Nil where there is none.
    private(set) var file: String?
    private var handle: FileHandle?
    private var written = 0
    private var total = 0
    /// The end of what was printed, up to twice its share.
    private var tail: [UInt8] = []

    init(file: String?, command: String) {
        guard let file else { return }
        let folder = FilePath.folder(of: file)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: file, contents: Data("$ \(command)\n".utf8)),
            let handle = FileHandle(forWritingAtPath: file)
        else { return }
        _ = try? handle.seekToEnd()
        self.file = file
        self.handle = handle
    }

    func add(_ bytes: UnsafeRawBufferPointer) {
        total += bytes.count
        if written < Self.share {
            let part = bytes.prefix(Self.share - written)
            written += part.count
            try? handle?.write(contentsOf: Data(part))
        }
        tail.append(contentsOf: bytes.suffix(Self.share))
        if tail.count > 2 * Self.share { tail.removeFirst(tail.count - Self.share) }
    }

    func end(_ text: String) {
        if total > written {
            let rest = tail.suffix(min(Self.share, total - written))
            let left = total - written - rest.count
            let gap = left > 0 ? "\n… \(left) bytes are left out …\n" : ""
            try? handle?.write(contentsOf: Data(gap.utf8) + Data(rest))
        }
        try? handle?.write(contentsOf: Data("\(tail.last.map { $0 == 10 } ?? true ? "" : "\n")\(text)\n".utf8))
        try? handle?.close()
        handle = nil
    }

    /// The last that was printed, some lines at most.
    var lastLines: [String] {
        String(decoding: tail.suffix(2000), as: UTF8.self)
            .split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }).suffix(10).map(String.init)
    }
}
