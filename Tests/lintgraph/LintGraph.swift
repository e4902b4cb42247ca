import BuildGraph
import Foundation

/// A graph with a node for each way of reading a file.
public enum LintGraph {
    public static let digests = CodeDigests(sources: ["lintgraph": "v1"], toolchain: "swift 6")
    public static let platform = Platform(
        architecture: "x", operatingSystem: "linux", library: "libm 1", instructionSets: [])

    public static func nodes(sources: String) -> [AnyNode] {
        let table = Node<Blob>.file("table.txt")
        let declared = Node("declared", from: table, fileID: "lintgraph/LintGraph") { table in table.bytes.count }
        return [
            declared.erased,
            Node("declared-and-opened", from: table, parameters: sources, fileID: "lintgraph/LintGraph") { sources, _ in
                try Data(contentsOf: URL(filePath: sources + "/table.txt")).count
            }.erased,
            Node("uses-a-result", from: declared, fileID: "lintgraph/LintGraph") { $0 + 1 }.erased,
            Node("reads-a-secret", parameters: sources, fileID: "lintgraph/LintGraph") { sources in
                try Data(contentsOf: URL(filePath: sources + "/secret file.txt")).count
            }.erased,
            Node("lists-the-folder", parameters: sources, fileID: "lintgraph/LintGraph") { sources in
                try FileManager.default.contentsOfDirectory(atPath: sources).count
            }.erased,
            Node("asks-a-program", parameters: sources, fileID: "lintgraph/LintGraph") { sources in
                let process = Process()
                process.executableURL = URL(filePath: "/bin/cat")
                process.arguments = [sources + "/secret file.txt"]
                process.standardOutput = FileHandle.nullDevice
                try process.run()
                process.waitUntilExit()
                return Int(process.terminationStatus)
            }.erased,
            Node("reads-in-a-thread", parameters: sources, fileID: "lintgraph/LintGraph") { sources in
                let group = DispatchGroup()
                DispatchQueue.global().async(group: group) {
                    _ = try? Data(contentsOf: URL(filePath: sources + "/secret file.txt"))
                }
                group.wait()
                return 1
            }.erased,
            Node("keeps-notes", fileID: "lintgraph/LintGraph") {
                let note = FileManager.default.temporaryDirectory.appending(path: "note")
                try Data("x".utf8).write(to: note)
                return try Data(contentsOf: note).count
            }.erased,
            // Whatever brings these bytes, they are what their digest says.
            Node.remote(
                "is-checked",
                RemoteContent(content: Blob(utf8: "undeclared\n").digest, bytes: 11, addresses: ["file:///"]),
                place: SourcePlace(fileID: "lintgraph/LintGraph", line: 1)
            ) { try Array(Data(contentsOf: URL(filePath: sources + "/secret file.txt"))) }.erased,
            Node("looks-in-vain", parameters: sources, fileID: "lintgraph/LintGraph") { sources in
                FileManager.default.contents(atPath: sources + "/nothing")?.count ?? 0
            }.erased,
            Node("fails", fileID: "lintgraph/LintGraph") { () -> Int in throw CocoaError(.featureUnsupported) }.erased,
            Node("dies", fileID: "lintgraph/LintGraph") { () -> Int in abort() }.erased,
        ]
    }
}
