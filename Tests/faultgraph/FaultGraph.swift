import BuildGraph
import FoundationEssentials
import Glibc

/// A program that builds a graph of slow steps: what the tests of faults start, kill and start again.
///
/// `faultgraph CACHE OUTPUT [count=24] [pause=MICROSECONDS] [jobs=N] [patience=SECONDS] [table=FILE] [log=FILE]
/// [gate=STEP:FILE]`. Layers of
/// four nodes with two inputs each and an output file each; the first layer reads the table. It prints `ran N` and
/// warnings, and each run of a node adds a line with its name to the log. The gate's step ends once the file is there.
@main
struct FaultGraph {
    static func main() async {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            let report = try await StopSignals.cancelling(
                onSignal: { _ in say("stopping") }, { try await build(options) })
            say("ran \(report.ran.count)")
        } catch let stopped as StopSignals.Stopped {
            exit(stopped.exitStatus)
        } catch {
            FileHandle.write("\(error)\n")
            exit(1)
        }
    }

    static func build(_ options: Options) async throws -> BuildReport {
        let source = options.table.map { URL(filePath: $0) } ?? URL(filePath: options.output)
        var engine = BuildEngine(
            store: DiskStore(URL(filePath: options.cache)),
            digests: CodeDigests(sources: ["faultgraph": "1"], toolchain: "any"), jobs: options.jobs,
            sourceFolder: source.deletingLastPathComponent()
        ) { event in
            switch event {
            case .warning(let text): say("warning: \(text)")
            case .nodeWaiting(let name): say("waiting \(name)")
            case .nodeStarted(let name, _): options.log(name)
            default: break
            }
        }
        engine.patience = options.patience
        return try await engine.build(outputs: try graph(options), into: URL(filePath: options.output))
    }

    /// Outputs with blanks and letters of other alphabets in their paths.
    static func graph(_ options: Options) throws -> [OutputFile] {
        let table = options.table.map { Node.file($0) }
        var nodes: [Node<Blob>] = []
        for number in 0..<options.count {
            let step = Step(number: number, pause: options.pause)
            let name = "step \(number)"
            if number >= 4 {
                let layer = number / 4 * 4 - 4
                nodes.append(Node(name, step, from: nodes[layer + number % 4], nodes[layer + (number * 7 + 1) % 4]))
            } else if let table {
                nodes.append(Node(name, step, from: table, table))
            } else {
                let seed = Node("seed \(number)", Seed(number: number))
                nodes.append(Node(name, step, from: seed, seed))
            }
        }
        return nodes.map { OutputFile("größe \($0.name.last ?? "0")/\($0.name).txt", from: $0) }
    }
}

/// A line on standard output, at once.
func say(_ text: String) { FileHandle.write(text + "\n", to: STDOUT_FILENO) }

enum FileHandle {
    static func write(_ text: String, to descriptor: CInt = STDERR_FILENO) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }
}

struct Seed: Computation {
    var number: Int
    func compute(_ input: ()) -> Blob { Blob(utf8: "seed \(number)\n") }
}

/// Takes a while and gives a few kilobytes that depend on every input byte.
struct Step: Computation {
    var number: Int
    var pause: Int

    func compute(_ input: (Blob, Blob)) -> Blob {
        usleep(UInt32(clamping: pause))
        if number == Gate.given?.step { Gate.given?.waitUntilOpen() }
        let digest = Blob(input.0.bytes + input.1.bytes).digest.hex
        return Blob(utf8: (0..<40).map { "\(number) \($0) \(digest)\n" }.joined())
    }
}
