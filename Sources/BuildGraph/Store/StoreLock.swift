import ContentHash
import Glibc

/// Keeps builds that share a store, in one process or in many, from running one node twice.
///
/// One byte of the file `lock` stands for a key, and a build holds the byte while it runs the node; another byte
/// stands for "a build is going on". The locks belong to the open file (Linux's `F_OFD_SETLK`), so that two builds of
/// one process exclude each other, and the kernel drops them when the process ends, however it ends. They only save
/// work: nothing is wrong without them, as files are renamed into place whole. Where the file cannot be made or the
/// file system has no locks, there are none.
///
/// Used by one build; the calls are safe from any thread.
public final class StoreLock: Sendable {
    private let descriptor: CInt

    /// Opens a lock file, which is made when needed; nil where that cannot be.
    init?(path: String) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Takes a key's lock; false if another build has it. Asking twice is harmless.
    public func tryAcquire(_ key: ContentDigest) -> Bool { set(Int16(F_WRLCK), at: Self.byte(of: key)) != .taken }

    /// Gives a key's lock back; one that is not held is no error.
    public func release(_ key: ContentDigest) { _ = set(Int16(F_UNLCK), at: Self.byte(of: key)) }

    /// Whether it is certain that no other build is going on; stays certain until ``announce()``.
    func isAlone() -> Bool { set(Int16(F_WRLCK), at: 0) == .acquired }

    /// Says to others that a build is going on, until the lock is closed.
    func announce() { _ = set(Int16(F_RDLCK), at: 0) }

    private enum Answer {
        case acquired, taken
        /// The file system has no locks.
        case unavailable
    }

    /// The byte of a key. Two keys that share one only wait for each other.
    private static func byte(of key: ContentDigest) -> Int64 {
        var number: UInt64 = 0
        for byte in key.bytes.prefix(8) { number = number << 8 | UInt64(byte) }
        return Int64(number >> 2) + 1
    }

    private func set(_ kind: Int16, at offset: Int64) -> Answer {
        var request = flock()
        request.l_type = kind
        request.l_whence = Int16(SEEK_SET)
        request.l_start = off_t(offset)
        request.l_len = 1
        while true {
            let result = withUnsafeMutablePointer(to: &request) { fcntl(descriptor, Self.setLock, $0) }
            if result == 0 { return .acquired }
            switch errno {
            case EINTR: continue
            case EAGAIN, EACCES: return .taken
            default: return .unavailable
            }
        }
    }

    /// `F_OFD_SETLK`, which not every C library's header shows.
    private static let setLock: CInt = 37
}
