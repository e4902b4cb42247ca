import BuildGraph
import FoundationEssentials
import Glibc

// `graphbench NODES`: builds the generated graph in the current folder, as a program of its own for `paperbench` to
// time from outside, with the start of the process.
guard let nodes = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }), nodes >= 20, nodes % 10 == 0 else {
    print(
        "usage: graphbench NODES\n  NODES is a multiple of 10, from 20; run it in a folder with src/0 … src/(NODES/10-1)"
    )
    exit(2)
}
let folder = URL(filePath: FileManager.default.currentDirectoryPath)
let engine = BuildEngine(
    store: DiskStore(folder.appending(path: ".paperbuild")), digests: CodeDigests(sources: ["graphbench": "1"]),
    sourceFolder: folder)
// Global, as is the engine: the process ends without taking the graph apart.
let outputs = LayeredGraph(nodes: nodes).outputs
do {
    let report = try await engine.build(outputs: outputs, into: folder)
    let written = report.files.count { $0.outcome != .unchanged }
    print("\(report.ran.count) computed; \(written) of \(report.files.count) files written")
    // What the parent measures would include its own size at the start.
    let status = (try? String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8)) ?? ""
    if let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) { print(line) }
} catch {
    print("\(error)")
    exit(1)
}
