import Foundation

/// Tables of limits and lists of points of the size that people's scans have, by the whole program.
enum LimitBenchmarks {
    private static let lines = 1_000_000
    private static let points = 100_000
    private static let tables = 1000
    private static let header = "# source: made up\n# confidence level: 90 %\n# mass unit: MeV\n# coupling: g'\n"

    /// - Parameter program: `paperbuild`.
    static func run(program: URL) throws -> [Benchmark] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paperbench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (one, many) = (folder.appending(path: "one"), folder.appending(path: "many"))
        for folder in [one, many] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let table = one.appending(path: "large.csv")
        try write(header, count: lines, to: table) { row($0, of: lines, factor: 1) }
        for index in 0..<tables {
            try write(header, count: 50, to: many.appending(path: "table-\(index).csv")) {
                row($0, of: 50, factor: 1 + Double(index) / Double(tables))
            }
        }
        let asked = folder.appending(path: "points.csv")
        try write("mass [MeV],coupling\n", count: points, to: asked, point)

        func list(_ folder: URL) throws -> MeasuredProcess {
            try MeasuredProcess([program.path, "list", "--limits", folder.path])
        }
        let large = try (0..<3).map { _ in try list(one) }
        let seconds = large.map(\.seconds).min() ?? .nan
        var read = Benchmark(name: "table of a million lines, whole process", value: seconds, unit: "s", target: 2)
        let script =
            "for line in open('\(table.path)'):\n if line[0] != '#':\n  a, b = line.split(','); float(a), float(b)"
        if let peer = try? MeasuredProcess(["/usr/bin/python3", "-c", script]).seconds {
            read.peer = .init(name: "Python, which splits its lines", value: peer, advantage: peer / seconds)
        }
        let answers = try (0..<3).map { _ in
            try MeasuredProcess([program.path, "evaluate", "excluded", "--points", asked.path]).seconds
        }
        return [
            read,
            Benchmark(
                name: "table of a million lines, memory", value: large.map(\.residentMegabytes).max() ?? .nan,
                unit: "MB",
                target: 200),
            Benchmark(
                name: "1000 tables of limits, listed",
                value: try (0..<3).map { _ in try list(many).seconds }.min() ?? .nan,
                unit: "s"),
            Benchmark(
                name: "100 000 points of excluded, whole process", value: answers.min() ?? .nan, unit: "s", target: 2),
        ]
    }

    /// In pieces: what this program holds when it starts another counts as the other's.
    private static func write(_ head: String, count: Int, to file: URL, _ line: (Int) -> String) throws {
        try Data(head.utf8).write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        for start in stride(from: 0, to: count, by: 10_000) {
            let text = (start..<min(count, start + 10_000)).map(line).joined()
            try handle.write(contentsOf: Data(text.utf8))
        }
        try handle.close()
    }

    /// Of a smooth curve over three decades of mass.
    private static func row(_ index: Int, of count: Int, factor: Double) -> String {
        let mass = pow(10, 3 * Double(index) / Double(count - 1))
        return "\(mass),\(1e-3 * factor * (1 + mass / 100))\n"
    }

    /// Of a scan over four decades of mass and five of couplings.
    private static func point(_ index: Int) -> String {
        let coupling = pow(10, -1 - 5 * Double(index * 7919 % points) / Double(points))
        return "\(pow(10, 4 * Double(index) / Double(points))),\(coupling)\n"
    }
}
