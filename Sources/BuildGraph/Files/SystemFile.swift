import CLinux
import Glibc

/// A failed system call, with the path it was for.
struct SystemError: Error, CustomStringConvertible {
    var path: String
    var code: CInt
    /// What is wrong where no call failed.
    private var problem: String?

    init(_ path: String, code: CInt = errno) {
        self.path = path
        self.code = code
    }

    /// A file that is there and is none to read.
    init(_ path: String, unfit problem: String) {
        self.path = path
        code = EINVAL
        self.problem = problem
    }

    /// The system's words for the error.
    var reason: String { problem ?? String(cString: strerror(code)) }
    var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    var description: String { "\(path): \(reason)" }
}

/// Files by path, through the system's calls: few calls a file, and nothing half-written under its final name.
enum SystemFile {
    /// What tells that a file is the one that was hashed: any write through the file system changes one of these.
    struct Stamp: Hashable, Sendable {
        var size: Int64
        var modified: Int64
        var changed: Int64
        var inode: UInt64
        /// False for a folder, a link or a device.
        var isRegular: Bool

        init(_ status: stat) {
            size = Int64(status.st_size)
            modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
            changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
            inode = UInt64(status.st_ino)
            isRegular = status.st_mode & S_IFMT == S_IFREG
        }

        init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
            self.size = size
            self.modified = modified
            self.changed = changed
            self.inode = inode
            isRegular = true
        }

        /// Whether every write after a time of the coarse clock must change the stamp: not within the tick in which
        /// the file changed last.
        func isSettled(since time: Int64) -> Bool { changed < time }
    }

    /// The stamp of a file; nil where there is none. A link is followed only when asked.
    static func stamp(_ path: String, followingLinks: Bool = false) -> Stamp? {
        path.withCString { stamp($0, followingLinks: followingLinks) }
    }

    /// The stamp of a file by its path as C has it.
    static func stamp(_ path: UnsafePointer<CChar>, followingLinks: Bool) -> Stamp? {
        var status = stat()
        let result = followingLinks ? stat(path, &status) : lstat(path, &status)
        return result == 0 ? Stamp(status) : nil
    }

    /// A folder that is open.
    struct FolderHandle: ~Copyable {
        private let descriptor: CInt

        init(_ path: String) { descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }

        deinit { if descriptor >= 0 { close(descriptor) } }

        /// The stamp of a file by its path from here, or by an absolute path; nil where there is none. A link is
        /// followed only when asked.
        func stamp(_ path: UnsafePointer<CChar>, followingLinks: Bool = false) -> Stamp? {
            // Without a folder there is nothing in it.
            guard descriptor >= 0 else { return nil }
            var status = stat()
            return fstatat(descriptor, path, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0
                ? Stamp(status) : nil
        }
    }

    /// Stamps of many files below a folder. Paths from an open folder are shorter for the system to walk, so the one
    /// that neighbours share is opened.
    struct NeighbourFolders: ~Copyable {
        private let path: String
        private let root: FolderHandle
        /// The last file's folder, with its slash.
        private var folder: [CChar] = []
        private var handle: FolderHandle?

        init(_ path: String) {
            self.path = path
            root = FolderHandle(path)
        }

        /// The stamp of a file by its path from the folder; nil where there is none. Links are not followed.
        mutating func stamp(_ file: String) -> Stamp? {
            file.withCString { text in
                guard let slash = strrchr(text, 47) else { return root.stamp(text) }
                let count = slash - UnsafeMutablePointer(mutating: text) + 1
                guard count == folder.count, memcmp(text, folder, count) == 0 else {
                    folder = Array(UnsafeBufferPointer(start: text, count: count))
                    handle = nil
                    return root.stamp(text)
                }
                if handle == nil {
                    handle = FolderHandle(path + "/" + String(decoding: file.utf8.prefix(count), as: UTF8.self))
                }
                return handle?.stamp(slash + 1) ?? nil
            }
        }
    }

    /// The file system's clock, which lags by up to a tick: a file changed after this call has a change time that is
    /// not less.
    static func coarseTime() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// The bytes of a regular file, or of one that a link leads to; more than `limit` bytes are refused.
    static func read(_ path: String, limit: Int = .max) throws(SystemError) -> [UInt8] {
        let (descriptor, size) = try open(path)
        defer { close(descriptor) }
        guard size <= limit else { throw tooLarge(path, limit) }
        var bytes: [UInt8] = []
        // One byte more than the size, so that the end is seen without a second call.
        var capacity = max(size + 1, 4096)
        while true {
            var problem: CInt = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                while count < buffer.count {
                    let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { problem = errno }
                    if got <= 0 { break }
                    count += got
                }
            }
            guard problem == 0 else { throw SystemError(path, code: problem) }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            if chunk.count < capacity { return bytes }
            // It grows while it is read.
            guard bytes.count <= limit else { throw tooLarge(path, limit) }
            capacity = max(bytes.count, 4096)
        }
    }

    /// Opens a regular file, or one that a link leads to. What has no end (a device) or waits for a writer (a FIFO) is
    /// refused without being read.
    private static func open(_ path: String) throws(SystemError) -> (descriptor: CInt, size: Int) {
        // Without O_NONBLOCK the opening of a FIFO waits for its writer.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        let code = errno
        var status = stat()
        guard descriptor >= 0 else {
            // What cannot be opened at all, such as a socket, has a reason that says little.
            guard code == ENXIO, stat(path, &status) == 0 else { throw SystemError(path, code: code) }
            throw unfit(path, status.st_mode)
        }
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw unfit(path, status.st_mode)
        }
        return (descriptor, Int(status.st_size))
    }

    private static func unfit(_ path: String, _ mode: mode_t) -> SystemError {
        SystemError(path, unfit: "it is \(kind(mode)), not a file")
    }

    private static func tooLarge(_ path: String, _ limit: Int) -> SystemError {
        SystemError(path, unfit: "it is larger than \(limit / 1_000_000) MB, the most that is read")
    }

    private static func kind(_ mode: mode_t) -> String {
        switch mode & S_IFMT {
        case S_IFDIR: "a folder"
        case S_IFIFO: "a named pipe (FIFO)"
        case S_IFSOCK: "a socket"
        default: "a device"
        }
    }

    /// The first bytes of a file, up to a number; nil where it cannot be read.
    static func read(_ path: String, first count: Int) -> [UInt8]? { read(path, count) { _ in 0 } }

    /// The last bytes of a file, up to a number; nil where it cannot be read.
    static func read(_ path: String, last count: Int) -> [UInt8]? { read(path, count) { max(0, $0 - count) } }

    /// - Parameter start: where to read, by the file's size.
    private static func read(_ path: String, _ count: Int, from start: (Int) -> Int) -> [UInt8]? {
        guard let (descriptor, size) = try? open(path) else { return nil }
        defer { close(descriptor) }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
            got = max(0, pread(descriptor, buffer.baseAddress, count, off_t(start(size))))
        }
    }

    /// Creates a new file with these bytes.
    ///
    /// - Parameter replacing: whether it is to be renamed over another file. ext4 then starts to write to the medium
    ///   what has no place there yet, in the middle of the call, which takes about a millisecond; so the place is
    ///   reserved. It keeps size zero on the medium until the bytes are there, as with any new file.
    static func create(
        _ path: String, _ bytes: [UInt8], synced: Bool, replacing: Bool = false, mode: mode_t = 0o644
    ) throws(SystemError) {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw SystemError(path) }
        // Only tried: not every file system can.
        if replacing, !synced, !bytes.isEmpty { _ = file_space_reserve(descriptor, Int64(bytes.count)) }
        var problem: CInt = 0
        bytes.withUnsafeBytes { raw in
            var written = 0
            while written < raw.count {
                let put = write(descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
                if put < 0, errno == EINTR { continue }
                guard put > 0 else {
                    problem = put == 0 ? EIO : errno
                    return
                }
                written += put
            }
        }
        if problem == 0, synced, fsync(descriptor) != 0, errno != EINVAL { problem = errno }
        if close(descriptor) != 0, problem == 0 { problem = errno }
        guard problem == 0 else {
            unlink(path)
            throw SystemError(path, code: problem)
        }
    }

    /// Moves a file over another, which then has one content or the other but never a part.
    static func rename(_ from: String, _ to: String) throws(SystemError) {
        guard Glibc.rename(from, to) == 0 else {
            let error = SystemError(to)
            throw error.code == EISDIR ? SystemError(to, unfit: "there is a folder in its place") : error
        }
    }

    /// Removes a file that may not be there.
    static func remove(_ path: String) { unlink(path) }

    /// Makes a folder and those above it; one that exists is no error.
    static func makeFolder(_ path: String) throws(SystemError) {
        if mkdir(path, 0o755) == 0 { return }
        let code = errno
        switch code {
        case EEXIST:
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
            throw SystemError(path, code: ENOTDIR)
        case ENOENT:
            let parent = parent(of: path)
            guard parent != path, !parent.isEmpty else { throw SystemError(path, code: code) }
            try makeFolder(parent)
            guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw SystemError(path) }
        default: throw SystemError(path, code: code)
        }
    }

    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the names in a folder durable; only tried, as not every file system can.
    static func syncFolder(_ path: String) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }

    /// The names in a folder, sorted; empty where there is no such folder.
    static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Whether there is a folder; a link to one is none.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Removes a file, or a folder with what is in it; links are removed, not followed.
    static func removeTree(_ path: String) throws(SystemError) {
        if isFolder(path) {
            for name in names(in: path) { try removeTree(path + "/" + name) }
            guard rmdir(path) == 0 || errno == ENOENT else { throw SystemError(path) }
        } else {
            guard unlink(path) == 0 || errno == ENOENT else { throw SystemError(path) }
        }
    }
}
