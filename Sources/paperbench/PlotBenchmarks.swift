import Foundation
import MuoneParameters
import NumericalMethods

/// The contour figure drawn by whole processes, and contours of a large grid, beside other programs in the same run.
enum PlotBenchmarks {
    /// Repetitions of each process, of which the median counts.
    static let repetitions = 9

    struct DifferentLines: Error, CustomStringConvertible {
        var description: String
    }

    /// - Parameter program: the built `plotbench`.
    static func run(program: URL) throws -> [Benchmark] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plotbench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try figure(program, in: folder) + grid(in: folder)
    }

    private struct Drawing {
        var name: String
        var command: [String]
        var seconds: [Double] = []

        /// The middle of the times.
        var median: Double { seconds.isEmpty ? .nan : seconds.sorted()[seconds.count / 2] }
    }

    private static func figure(_ program: URL, in folder: URL) throws -> [Benchmark] {
        var drawings = [Drawing(name: "plotbench", command: [program.path, folder.appending(path: "own.pdf").path])]
        if let version = PlotPeers.version(ofModule: "matplotlib") {
            let script = folder.appending(path: "matplotlib-figure.py")
            try Data(PlotPeers.matplotlibFigure.utf8).write(to: script)
            let output = folder.appending(path: "matplotlib.pdf").path
            drawings.append(
                Drawing(name: "matplotlib \(version)", command: [PlotPeers.python, script.path, output]))
        } else {
            PlotPeers.reportMissing("matplotlib", package: "python3-matplotlib")
        }
        let gnuplot = "/usr/bin/gnuplot"
        if let version = try? MeasuredProcess([gnuplot, "--version"]).output {
            let script = folder.appending(path: "figure.gnuplot")
            let output = folder.appending(path: "gnuplot.pdf").path
            try Data(PlotPeers.gnuplotFigure.utf8).write(to: script)
            drawings.append(
                Drawing(
                    name: version.trimmingCharacters(in: .whitespacesAndNewlines),
                    command: [gnuplot, "-e", "OUTPUT='\(output)'", script.path]))
        } else {
            PlotPeers.reportMissing("gnuplot", package: "gnuplot-nox")
        }
        var memory = 0.0
        // In turn, so that other work on the machine disturbs all alike; the first round only warms the disk's cache.
        for round in 0...repetitions {
            for number in drawings.indices {
                let process = try MeasuredProcess(drawings[number].command, in: folder)
                if round > 0 { drawings[number].seconds.append(process.seconds) }
                if number == 0 { memory = max(memory, process.peakMegabytes) }
            }
        }
        let own = drawings[0].median
        var row = Benchmark(
            name: "contour figure to PDF in a process of its own", value: 1e3 * own, unit: "ms", target: 60)
        var rows = drawings.dropFirst().map { peer in
            row.peer = .init(name: peer.name, value: 1e3 * peer.median, advantage: peer.median / own)
            return row
        }
        if rows.isEmpty { rows = [row] }
        return rows + [
            Benchmark(name: "contour figure to PDF, memory", value: memory, unit: "MB", target: 25)
        ]
    }

    private static func grid(in folder: URL) throws -> [Benchmark] {
        let nodes = (0..<1000).map { -3 + 6 * Double($0) / 999 }
        let grid = try RectilinearGrid(x: nodes, y: nodes) { sin(3 * $0) * cos(2 * $1) + 0.3 * $0 * $1 }
        var points = 0
        let seconds = try bestTime(repetitions: 9) {
            let contours = grid.contours(at: [-1, -0.5, 0, 0.5, 1])
            points = contours.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.x.count } }
            return Double(points)
        }
        var row = Benchmark(
            name: "contours of a grid of 1000 × 1000 nodes at 5 levels", value: 1e3 * seconds, unit: "ms", target: 23)
        guard let version = PlotPeers.version(ofModule: "contourpy") else {
            PlotPeers.reportMissing("contourpy", package: "python3-contourpy")
            return [row]
        }
        let script = folder.appending(path: "contourpy-grid.py")
        try Data(PlotPeers.contourpyGrid.utf8).write(to: script)
        let numbers = try MeasuredProcess([PlotPeers.python, script.path], in: folder).output
            .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        // The last bits of sines may differ, and with them a crossing of an edge or two.
        guard numbers.count == 2, (numbers[1] / Double(points) - 1).magnitude < 1e-3 else {
            throw DifferentLines(
                description: "contourpy's lines have \(numbers.last ?? 0) points and ours \(points):"
                    + " compare the grids in PlotBenchmarks and PlotPeers")
        }
        row.peer = .init(name: "contourpy \(version)", value: 1e3 * numbers[0], advantage: numbers[0] / seconds)
        return [row]
    }
}
