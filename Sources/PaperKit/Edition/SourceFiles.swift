import BuildGraph
import Foundation

/// The Swift sources of a package, to find a module's file and a type's declaration in.
struct SourceFiles {
    private let package: URL
    /// The Swift files of each module, from the package's folder.
    private let paths: [String: [String]]

    /// - Parameter folders: the folder of each module, from the package's.
    init(package: URL, folders: [String: String]) {
        self.package = package
        paths = folders.mapValues { folder in
            let all = FileManager.default.enumerator(atPath: package.appending(path: folder).path)
            return (all?.compactMap { $0 as? String } ?? [])
                .filter { $0.hasSuffix(".swift") && !$0.contains("/.") && !$0.hasPrefix(".") }.sorted()
                .map { folder + "/" + $0 }
        }
    }

    /// A place as a path from the package's folder; as it is where the file is not in the package.
    func text(_ place: SourcePlace) -> String {
        let parts = place.fileID.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let path = paths[parts[0]]?.first(where: { $0.hasSuffix("/" + parts[1]) }) else {
            return place.description
        }
        return "\(path):\(place.line)"
    }

    /// Where a type is declared, `Module.Outer.Name<…>`; nil where its module is not in the package.
    func place(ofType type: String) -> String? {
        let parts = type.prefix { $0 != "<" }.split(separator: ".").map(String.init)
        guard let module = parts.first, let name = parts.last, parts.count > 1 else { return nil }
        let words = ["struct", "enum", "class", "actor"].map { "\($0) \(name)" }
        for path in paths[module] ?? [] {
            guard let bytes = try? RegularFile.bytes(package.appending(path: path).path),
                case let text = String(decoding: bytes, as: UTF8.self), words.contains(where: text.contains)
            else { continue }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let index = lines.firstIndex { line in words.contains { Self.declares($0, line) } }
            if let index { return "\(path):\(index + 1)" }
        }
        return nil
    }

    /// Whether a line declares it, and not something whose name begins so.
    private static func declares(_ words: String, _ line: Substring) -> Bool {
        guard let found = line.range(of: words), !line.drop(while: { $0 == " " }).hasPrefix("//") else { return false }
        let next = line[found.upperBound...].first
        return next.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
    }
}
