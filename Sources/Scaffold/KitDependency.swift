/// Where a new paper gets paperbuild from, as its Package.swift says it.
package enum KitDependency: Sendable, Equatable {
    /// A checkout on this machine.
    case path(String)
    case version(url: String, String)
    case branch(url: String, String)

    /// - Throws: ``ScaffoldError/badVersion(_:)``.
    package static func version(_ text: String, of url: String) throws(ScaffoldError) -> KitDependency {
        let core = text.prefix { $0 != "-" }
        let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers.allSatisfy({ Int($0) != nil && $0.allSatisfy(\.isNumber) }) else {
            throw .badVersion(text)
        }
        return .version(url: url, text)
    }

    /// The name that products are taken by: a package is known by the last part of where it comes from.
    var package: String {
        switch self {
        case .path: return "paperbuild"
        case .version(let url, _), .branch(let url, _):
            let last = url.split(separator: "/").last.map(String.init) ?? url
            return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
        }
    }

    var declaration: String {
        switch self {
        case .path(let path): ".package(name: \"paperbuild\", path: \(quoted(path)))"
        case .version(let url, let version): ".package(url: \(quoted(url)), exact: \(quoted(version)))"
        case .branch(let url, let branch): ".package(url: \(quoted(url)), branch: \(quoted(branch)))"
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
