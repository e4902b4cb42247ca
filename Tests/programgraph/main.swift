import BuildGraph
import Foundation

// Runs one node of a small graph in this process, as the checking mode asks: programgraph STORE SOURCES REQUEST.
let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    FileHandle.standardError.write(Data("usage: programgraph STORE SOURCES REQUEST\n".utf8))
    exit(64)
}
do {
    try ProgramGraph.engine(cache: arguments[1], sources: arguments[2]).runRequestedNode(
        in: arguments[3], targets: try ProgramGraph.nodes(sources: arguments[2]))
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
