import Foundation
import MuoneParameters

/// The engine beside other build systems, on the same generated graph in the same run: whole processes are timed, in
/// turn, and the files that they make are compared.
enum GraphBenchmarks {
    static let sizes = [100, 1000, 10_000]
    /// Repetitions of each measurement, of which the median counts.
    static let repetitions = 7

    /// The seconds of one system on one graph.
    private struct Seconds {
        var cold: [Double] = []
        var null: [Double] = []
        var leaf: [Double] = []
    }

    /// - Parameter program: the built `graphbench`.
    static func run(program: URL) throws -> [Benchmark] {
        let systems = [BuildSystem.engine(program)] + BuildSystem.peers
        let scratch = FileManager.default.temporaryDirectory.appending(path: "graphbench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        var benchmarks: [Benchmark] = []
        for size in sizes {
            let graph = GeneratedGraph(nodes: size)
            benchmarks += try measure(graph, systems, in: scratch.appending(path: "\(size)"))
        }
        return benchmarks
    }

    private static func measure(
        _ graph: GeneratedGraph, _ systems: [BuildSystem], in folder: URL
    ) throws -> [Benchmark] {
        var seconds = [Seconds](repeating: Seconds(), count: systems.count)
        let folders = systems.map { folder.appending(path: $0.name) }
        func run(_ number: Int) throws -> MeasuredProcess {
            try MeasuredProcess(systems[number].command(graph), in: folders[number])
        }
        for _ in 0..<(graph.nodes > 1000 ? 1 : 5) {
            for (number, system) in systems.enumerated() {
                try? FileManager.default.removeItem(at: folders[number])
                try graph.writeSources(in: folders[number])
                if let file = system.buildFile {
                    try graph.text(for: system).write(to: folders[number].appending(path: file))
                }
                seconds[number].cold.append(try run(number).seconds)
            }
        }
        // Once more unmeasured: a file written in the clock's current tick has to be read again.
        for number in systems.indices { _ = try run(number) }
        var memory = 0.0
        for _ in 0..<repetitions {
            for number in systems.indices {
                let process = try run(number)
                seconds[number].null.append(process.seconds)
                if number == 0 { memory = max(memory, process.peakMegabytes) }
            }
        }
        for edit in 0..<repetitions {
            for place in folders { try graph.edit(edit, in: place) }
            for number in systems.indices { seconds[number].leaf.append(try run(number).seconds) }
        }
        for (number, place) in folders.enumerated().dropFirst() {
            try graph.requireSameFiles(folders[0], place, as: systems[number].name)
        }
        return report(graph, systems, seconds, memory)
    }

    private static func report(
        _ graph: GeneratedGraph, _ systems: [BuildSystem], _ seconds: [Seconds], _ memory: Double
    ) -> [Benchmark] {
        let name = "graph of \(graph.nodes) nodes"
        let isLargest = graph.nodes == sizes.max()
        let ninja = systems.firstIndex { $0.name == "ninja" }
        func rows(_ what: String, hasAim: Bool, _ time: (Seconds) -> Double) -> [Benchmark] {
            let own = 1e3 * time(seconds[0])
            var row = Benchmark(name: "\(name), \(what)", value: own, unit: "ms")
            row.target = hasAim ? ninja.map { 1e3 * time(seconds[$0]) } : nil
            guard systems.count > 1 else { return [row] }
            return systems.indices.dropFirst().map { number in
                let other = 1e3 * time(seconds[number])
                row.peer = .init(name: systems[number].version, value: other, advantage: other / own)
                return row
            }
        }
        return rows("nothing to do", hasAim: isLargest) { median($0.null) }
            + rows("one source changed, 55 nodes to run", hasAim: isLargest) { median($0.leaf) }
            + rows("from nothing", hasAim: false) { median($0.cold) }
            + [
                Benchmark(
                    name: "\(name), from nothing, a node", value: 1e3 * median(seconds[0].cold) / Double(graph.nodes),
                    unit: "ms", target: 0.5),
                Benchmark(name: "\(name), nothing to do, memory", value: memory, unit: "MB", target: 100),
            ]
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : values.sorted()[values.count / 2]
    }
}
