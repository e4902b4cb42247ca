import ContentHash
import Glibc

extension DiskStore {
    static let day: Int64 = 86_400_000_000_000

    /// Sets the records' times of modification, at most once a day for each set of keys.
    ///
    /// A build with nothing to do pays for one look at `uses/<fingerprint of the set>`, whose time tells when the set
    /// was noted last. Builds that run something have a new set each time and are noted under one name together: what
    /// they make is marked by being written. Nothing is noted where the cache cannot be written.
    public func noteUse(of keys: [ContentDigest], afterRunning: Bool) {
        let name = afterRunning ? "changing" : ContentDigest(fingerprintOf: keys).hex
        let mark = "\(path)/uses/\(name)"
        let now = SystemFile.coarseTime()
        if let stamp = SystemFile.stamp(mark), stamp.modified > now - Self.day { return }
        for name in SystemFile.names(in: path + "/uses") {
            let other = "\(path)/uses/\(name)"
            if let stamp = SystemFile.stamp(other), stamp.modified <= now - Self.day { SystemFile.remove(other) }
        }
        for key in keys { SystemFile.touch(file("ac", key)) }
        try? write([], to: mark, synced: false)
    }
}

extension SystemFile {
    /// Sets a file's time of modification to the present; only tried.
    static func touch(_ path: String) {
        _ = utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW)
    }
}
