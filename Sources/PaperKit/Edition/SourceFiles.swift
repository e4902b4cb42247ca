import BuildGraph
import Foundation

/// The Swift sources of a project, to find a module's file and a type's declaration in.
struct SourceFiles {
    let project: URL
    /// The folder of each module, from the project's.
    let folders: [String: String]

    /// A place as a path from the project's folder; as it is where the file is not in the project.
    func text(_ place: SourcePlace) -> String {
        let parts = place.fileID.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let path = paths(of: parts[0]).first(where: { $0.hasSuffix("/" + parts[1]) }) else {
            return place.description
        }
        return "\(path):\(place.line)"
    }

    /// Where a type is declared, `Module.Outer.Name<…>`; nil where its module is not in the project.
    func place(ofType type: String) -> String? {
        let parts = type.prefix { $0 != "<" }.split(separator: ".").map(String.init)
        guard let module = parts.first, let name = parts.last, parts.count > 1,
            let pattern = try? Regex(#"\b(struct|enum|class|actor)\s+"# + name + #"\b"#)
        else { return nil }
        for path in paths(of: module) {
            guard let text = try? String(contentsOf: project.appending(path: path), encoding: .utf8) else { continue }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            if let index = lines.firstIndex(where: { $0.contains(pattern) }) { return "\(path):\(index + 1)" }
        }
        return nil
    }

    /// The Swift files of a module, from the project's folder.
    private func paths(of module: String) -> [String] {
        guard let folder = folders[module] else { return [] }
        let all = FileManager.default.enumerator(atPath: project.appending(path: folder).path)
        return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted()
            .map { folder + "/" + $0 }
    }
}
