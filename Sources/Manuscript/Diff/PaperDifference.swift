import Foundation

/// What differs between two built papers: their charts, their numbers and verdicts, their layout.
public struct PaperDifference: Codable, Hashable, Sendable {
    /// What changed in one file.
    public struct FileDifference: Codable, Hashable, Sendable {
        /// Relative to the papers' folders.
        public var file: String
        public var changes: [DocumentChange]
    }

    public var files: [FileDifference]

    public var isEmpty: Bool { files.allSatisfy { $0.changes.isEmpty } }

    /// Compares the charts and numbers under `figures/` of two folders.
    ///
    /// Numbers are compared within a tolerance, texts and verdicts exactly, and the layout of each figure by the digest
    /// of its display list at a hundredth of a point. PDF and SVG bytes are not compared: they change with the versions
    /// of the drawing libraries.
    public static func between(
        _ old: URL, _ new: URL, comparison: DocumentComparison = DocumentComparison()
    ) throws -> PaperDifference {
        let names = try Set(documents(in: old)).union(documents(in: new)).sorted()
        guard !names.isEmpty else { throw DifferenceError.nothingToCompare(old: old.path, new: new.path) }
        return PaperDifference(
            files: try names.map { name in
                let before = try document(name, in: old)
                let after = try document(name, in: new)
                let changes: [DocumentChange] =
                    switch (before, after) {
                    case (let before?, let after?): comparison.changes(from: before, to: after)
                    case (nil, _):
                        [DocumentChange(kind: .added, path: "", summary: "new file", largestRelativeChange: nil)]
                    case (_, nil):
                        [DocumentChange(kind: .removed, path: "", summary: "file is gone", largestRelativeChange: nil)]
                    }
                return FileDifference(file: "figures/" + name, changes: changes)
            })
    }

    /// One line a file, then one a change.
    public func plainText(limit: Int = 12) -> String {
        files.flatMap { file -> [String] in
            if file.changes.isEmpty { return ["unchanged  \(file.file)"] }
            let shown = file.changes.prefix(limit).map { change in
                "    \(change.path.isEmpty ? "" : change.path + " ")\(change.summary)"
            }
            let rest = file.changes.count - shown.count
            return ["changed    \(file.file)"] + shown + (rest > 0 ? ["    and \(rest) more changes"] : [])
        }.joined(separator: "\n")
    }

    private static func documents(in folder: URL) throws -> [String] {
        let figures = folder.appending(path: "figures")
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: figures.path) else { return [] }
        return names.filter { $0.hasSuffix(".json") || $0 == "results.lock" }
    }

    private static func document(_ name: String, in folder: URL) throws -> JSONValue? {
        let url = folder.appending(path: "figures").appending(path: name)
        guard let data = try? Data(contentsOf: url) else { return nil }
        do {
            return try JSONDecoder().decode(JSONValue.self, from: data)
        } catch {
            throw DifferenceError.unreadable(file: url.path)
        }
    }
}

/// Why two papers cannot be compared.
public enum DifferenceError: Error, Equatable, CustomStringConvertible {
    case nothingToCompare(old: String, new: String)
    case unreadable(file: String)

    public var description: String {
        switch self {
        case .nothingToCompare(let old, let new):
            "there are no figures in \(old)/figures or \(new)/figures to compare; build the paper first"
        case .unreadable(let file):
            "\(file) is not the JSON that paperbuild writes; build the paper again or restore the file"
        }
    }
}
