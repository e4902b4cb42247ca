import ArgumentParser
import BuildConsole
import BuildGraph
import Foundation
import Glibc
import Manuscript

/// One build as the command line asks for it: what to build, and where to.
struct BuildRun<P: Paper>: Sendable {
    var workspace: Workspace
    let paper: Edition<P>
    var tex: TeXInstallation?
    var outputs: [OutputFile]
    /// Nodes that have to succeed beside those that make files.
    var checks: [AnyNode] = []
    var folder: URL
    /// Whether all of the paper was asked for.
    let isWhole: Bool
    /// Nodes that run at once.
    var jobs: Int
    private var options: PaperArguments<P>
    private var keepGoing: Bool

    /// - Throws: what is wrong with the parameters, the targets or the project; warnings about parameters are told.
    init(
        _ options: PaperArguments<P>, targets: [String], output: String?, keepGoing: Bool,
        formats: FigureFormats? = nil
    ) throws {
        workspace = try options.workspace()
        let parameters = try options.parameters()
        try options.requireFolder(output)
        for warning in try parameters.warnings() { note("WARNING: \(warning)") }
        tex = TeXInstallation.find()
        let paper = try options.edition(in: workspace, tex: tex)
        self.paper = paper
        isWhole = targets.isEmpty
        for warning in paper.paper.warnings { note("WARNING: \(warning)") }
        for folder in try PaperSources.foldersNamedAsSources(in: workspace.root) {
            note("WARNING: \(folder) is a folder and not read as a source: rename it, or put the file in its place")
        }
        outputs = targets.isEmpty ? paper.outputs : try targets.flatMap { try paper.outputs(of: $0) }.uniqued()
        outputs += try formats?.outputs(of: paper, beside: outputs, tex: tex, workshop: workspace.workshop) ?? []
        folder = output.map { URL(filePath: $0) } ?? workspace.root
        jobs = options.nodesAtOnce
        self.options = options
        self.keepGoing = keepGoing
    }

    func engine(observer: @escaping BuildObserver = { _ in }) -> BuildEngine {
        options.engine(in: workspace, keepGoing: keepGoing, observer: observer)
    }

    func plan() throws -> BuildPlan { try engine().plan(nodes: checks, outputs: outputs, into: folder) }

    /// Builds, and shows it.
    func build(showing options: ConsoleOptions) async throws -> BuildReport {
        let renderer = options.renderer(jobs: jobs)
        let (store, nodes) = (engine().store, checks + outputs.map(\.node))
        let console = Console(renderer) {
            // Where this fails, the build says why.
            let names = (try? Graph(nodes).nodes.map(\.name)) ?? []
            return (names, names.reduce(into: [:]) { $0[$1] = store.lastRecord(ofNode: $1)?.seconds })
        }
        let engine = engine(observer: console.note)
        let report = try await console.showing {
            try await logged {
                try await stoppable(saying: { console.put([.init($0, .errors)]) }) {
                    try await engine.build(nodes: checks, outputs: outputs, into: folder)
                }
            }
        }
        console.summary(of: report)
        for warning in try await warnings(after: report) { note("WARNING: \(warning)") }
        return report
    }

    /// Builds, and prints the event stream.
    func buildWithEvents() async throws {
        let engine = engine { event in
            // An event is made of numbers and text, which can always be encoded.
            guard let line = try? EventStream.line(for: event) else { return }
            print(line)
            // Whoever reads the stream wants each event when it happens.
            fflush(nil)
        }
        do {
            let report = try await stoppable { try await engine.build(outputs: outputs, into: folder) }
            for warning in try await warnings(after: report) {
                print(try EventStream.line(for: .warning(warning)))
            }
            print(try EventStream.finished(report))
        } catch BuildGraphError.buildFailed(let failure) {
            print(try EventStream.finished(failure.report, failure: failure))
            throw LoggedFailure(failure, logs: workspace.logs)
        } catch let stop as ExitCode {
            print(try EventStream.error(StopSignals.Stopped(signal: stop.rawValue - 128)))
            throw stop
        } catch {
            print(try EventStream.error(error))
            throw error
        }
    }

    /// What inputs hold that is seldom meant, labels that found no room, and files that the build left as they were.
    private func warnings(after report: BuildReport) async throws -> [String] {
        let inputs = if let node = paper.paper.inputWarnings { try await engine().value(of: node) } else { [String]() }
        return try await inputs + labelsInLegends(after: report) + StaleFiles(run: self).warnings()
    }

    /// Of the figures that the build laid out.
    private func labelsInLegends(after report: BuildReport) async throws -> [String] {
        let ran = Set(report.ran)
        var warnings: [String] = []
        for figure in paper.figures where ran.contains(figure.display.name) {
            let labels = try await engine().value(of: figure.display).labelsInLegend
            guard !labels.isEmpty else { continue }
            warnings.append(
                "figure \(figure.name) has no room for \(labels.map { "'\($0)'" }.joined(separator: ", ")), which "
                    + "\(labels.count == 1 ? "is" : "are") in its legend instead")
        }
        return warnings
    }

    private func logged(_ body: () async throws -> BuildReport) async throws -> BuildReport {
        do {
            return try await body()
        } catch BuildGraphError.buildFailed(let failure) {
            throw LoggedFailure(failure, logs: workspace.logs)
        }
    }
}

/// The failure of a build, with where each failed node's log is.
struct LoggedFailure: Error, CustomStringConvertible {
    var failure: BuildFailure
    var logs: NodeLogs

    init(_ failure: BuildFailure, logs: NodeLogs) {
        self.failure = failure
        self.logs = logs
    }

    var description: String {
        failure.text { node in
            let log = logs.file(of: node).path
            return FileManager.default.fileExists(atPath: log) ? log : nil
        }
    }
}

extension Array where Element: Hashable {
    /// Each element once, in the order of its first appearance.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
