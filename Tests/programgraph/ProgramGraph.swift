import BuildGraph
import Foundation
import ProgramNodes

/// A graph with a program for each way of opening files.
enum ProgramGraph {
    static func engine(cache: String, sources: String) -> BuildEngine {
        BuildEngine(
            store: DiskStore(URL(filePath: cache)),
            digests: CodeDigests(sources: ["ProgramNodes": "v1", "programgraph": "v1"], toolchain: "swift 6"),
            sourceFolder: URL(filePath: sources))
    }

    static func nodes(sources: String) throws -> [AnyNode] {
        let shell = Program.find("/bin/sh", identity: .content)
        func command(_ name: String, _ script: String, _ inputs: [CommandInput] = []) throws -> AnyNode {
            try Command(
                name, shell, arguments: ["-c", .text(script)], inputs: inputs, outputs: Files { $0.standardOutput() }
            ).result.erased
        }
        return [
            try command(
                "clean",
                "cat table.txt /etc/passwd; echo > here; echo > $HOME/x; echo > $TMPDIR/y; awk 'BEGIN {}' < here",
                [.input(.file("table.txt"), as: "table.txt")]),
            try command("reads", "cat '\(sources)/secret.txt'"),
            try command("writes", "echo > '\(sources)/mess.txt'"),
        ]
    }
}
