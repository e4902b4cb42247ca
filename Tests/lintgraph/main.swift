import BuildGraph
import Foundation

// Runs one node of a small graph in this process, as the checking mode asks: lintgraph STORE SOURCES REQUEST.
let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    FileHandle.standardError.write(Data("usage: lintgraph STORE SOURCES REQUEST\n".utf8))
    exit(64)
}
let engine = BuildEngine(
    store: DiskStore(URL(filePath: arguments[1])), digests: LintGraph.digests, platform: LintGraph.platform,
    sourceFolder: URL(filePath: arguments[2]))
// In a thread that blocks signals, as programs with an asynchronous entry run.
DispatchQueue.global().async {
    do {
        try engine.runRequestedNode(in: arguments[3], targets: LintGraph.nodes(sources: arguments[2]))
        exit(0)
    } catch {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        exit(1)
    }
}
dispatchMain()
