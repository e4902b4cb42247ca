/// Why the tables of a reader were refused; faults inside of one are ``LimitTableError``s.
package enum SuppliedLimitsError: Error, Equatable, Sendable, CustomStringConvertible {
    case noPublished(String)
    case noFolder(String)
    case notAFolder(String)
    case unreadable(String, problem: String)
    case sameName(String, first: String, second: String)

    package var description: String {
        switch self {
        case .noPublished(let path):
            "there is no folder \(path), which holds the published limits; name the paper's project with --project"
        case .noFolder(let path):
            "there is no folder \(path); name with --limits one that holds tables of limits"
        case .notAFolder(let path):
            "\(path) is a file; the tables of limits are looked for in a folder of that name: move it away, or into one"
        case .unreadable(let path, let problem):
            "the folder \(path) cannot be listed: \(problem); make it readable, or name another one with --limits"
        case .sameName(let name, let first, let second):
            "\(first) and \(second) both name their limit '\(name)'; give one of them another name with a line "
                + "'# name: \(name)-2' at its top"
        }
    }

    /// Refuses a name that two tables have.
    package static func checkNames(_ limits: [(file: String, name: String)]) throws {
        var files: [String: String] = [:]
        for (file, name) in limits {
            if let first = files[name] { throw sameName(name, first: first, second: file) }
            files[name] = file
        }
    }
}
