import Foundation
import Glibc

/// How many files this process may have open at once. The system's libraries end the process where there is no room for
/// what they open themselves, so that enough room is asked for before anything is opened.
enum OpenFileLimit {
    /// For one node: what the libraries open, what the program opens for itself, and for a program that the node starts.
    private static let least = 28
    /// For each further node.
    private static let perNode = 8
    /// More than any build needs.
    private static let wanted: rlim_t = 1024

    /// The nodes that may run at once.
    static var nodes: Int { max(1, 1 + (room - least) / perNode) }

    /// - Throws: ``Problem`` where there is no room for one node.
    static func require() throws {
        guard room >= least else { throw Problem(room: room) }
    }

    /// The files that could still be opened when this was asked first. The limit is raised where that is allowed.
    private static let room: Int = {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return least }
        if limit.rlim_cur < wanted, limit.rlim_cur < limit.rlim_max {
            var raised = limit
            raised.rlim_cur = min(wanted, limit.rlim_max)
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
        }
        return (0..<CInt(min(limit.rlim_cur, wanted))).count { fcntl($0, F_GETFD) < 0 }
    }()

    struct Problem: Error, CustomStringConvertible {
        var room: Int

        var description: String {
            "only \(room) more files may be open at once, and \(least) are needed; allow more, as with 'ulimit -n 256'"
        }
    }
}
