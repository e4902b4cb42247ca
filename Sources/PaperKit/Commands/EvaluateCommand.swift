import ArgumentParser
import BuildGraph
import Foundation
import Manuscript
import PointTables

struct EvaluateCommand<P: Paper>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "evaluate", abstract: "Computes one observable at one point, as the figures do.",
            discussion: """
                Numbers carry units, such as 1.5mrad; a bare number is a dimensionless one, or one whose unit publications \
                leave out. JSON: {"schema": 1, "quantity", "value", "unit", "error", "errorKind": \
                "bound"|"statistical"|"rounding", "inputs": {…}}, inputs in the units that --list shows.

                MANY POINTS
                --points FILE, or - for the standard input, takes \(pointObservables): comma-separated values under a line that \
                names the columns after arguments, with their units: 'length [cm],count'. Numbers under a name without a unit \
                may carry their own (12mm); bare ones are in the unit that --list shows, which is said. Arguments that are no \
                column are given once, on the command line. Lines with # are remarks. A line that cannot be is refused with its \
                number before anything is printed. Answers come in the order of the points, with the digits of single ones: as \
                CSV, the line as it was with columns behind it, or with --format jsonl as a JSON object on each line. A point \
                without a value has empty cells and the reason in the last; where a computation fails the exit code is 1.
                """ + P.help.answers.map { "\n" + $0 }.joined())
    }

    @Argument(help: "The observable, then its arguments as name=value.")
    var question: [String] = []

    @Flag(help: "List the observables with their arguments and units.")
    var list = false

    @Flag(help: "Print as JSON.")
    var json = false

    @Option(help: ArgumentHelp("Answer each point of a list; - reads it from the standard input.", valueName: "file"))
    var points: String?

    @Option(help: "How the answers to a list are printed.")
    var format: AnswerFormat?

    @OptionGroup var options: PaperArguments<P>

    private static var pointObservables: String {
        let names = P.observables.filter { $0.points != nil }.map(\.name)
        return names.isEmpty
            ? "a list of points for quantities that say so"
            : "a list of points for "
                + names.joined(separator: " and ")
    }

    func validate() throws {
        if format != nil, points == nil {
            throw ValidationError("--format is for a list of points; give one with --points")
        }
        if json, points != nil { throw ValidationError("a list of points is answered with --format jsonl, not --json") }
    }

    func run() async throws {
        if list { return try printList() }
        guard let name = question.first else {
            throw ValidationError("which quantity? 'evaluate --list' shows all")
        }
        let workspace = try options.workspace()
        let variant = try options.variant(in: workspace)
        if let points { return try await answer(points, name, variant, in: workspace) }
        let evaluation = try Evaluation(name, Array(question.dropFirst()), of: variant, among: P.observables)
        for warning in evaluation.question.warnings + (try variant.parameters.warnings()) {
            note("WARNING: \(warning)")
        }
        let engine = options.engine(in: workspace, needsCache: false) { event in
            if case .warning(let text) = event { note("warning: \(text)") }
        }
        let answer = try await evaluation.answer(by: engine)
        if let warnings = evaluation.question.inputWarnings {
            for warning in try await engine.value(of: warnings) { note("WARNING: \(warning)") }
        }
        if json { print(try readableJSON(answer), terminator: "") } else { print(answer.plainText) }
    }

    private func answer(
        _ file: String, _ name: String, _ variant: Variant<P.Parameters>, in workspace: Workspace
    ) async throws {
        let bytes =
            file == "-" ? try StandardInput.bytes(limit: RegularFile.inputLimit) : try RegularFile.bytes(file)
        let question = try PointsQuestion(
            name, Array(question.dropFirst()), bytes, file: file == "-" ? "standard input" : file, of: variant,
            among: P.observables)
        let engine = options.engine(in: workspace, needsCache: false) { event in
            if case .warning(let text) = event { note("warning: \(text)") }
        }
        let answers = try await question.answers(by: engine)
        for warning in answers.warnings + question.warnings + (try variant.parameters.warnings()) {
            note("WARNING: \(warning)")
        }
        let writer = AnswerWriter(question.points, answers, as: format ?? .csv)
        let jobs = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
        let failures = try await stoppable {
            try await writer.write(workers: jobs) { try FileHandle.standardOutput.write(contentsOf: $0) }
        }
        guard failures == 0 else {
            note(
                "Error: \(failures) of \(question.points.count) points could not be computed; their last cells say why")
            throw ExitCode(1)
        }
    }

    private func printList() throws {
        guard !json else { return print(try readableJSON(ObservableListing(P.observables)), terminator: "") }
        for observable in P.observables {
            print(([observable.name] + observable.arguments.map(\.usage)).joined(separator: " "))
            print("    \(observable.meaning) [\(observable.unit)]")
            let defaults = observable.defaults.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            if !defaults.isEmpty { print("    if left out, \(defaults.joined(separator: "; "))") }
        }
    }
}

/// What `evaluate --list --json` prints.
private struct ObservableListing: Encodable {
    struct Row: Encodable {
        var quantity: String
        var arguments: [String]
        var unit: String
        var meaning: String
        /// What stands in for arguments that may be left out.
        var defaults: [String: String]
    }

    var schema = 1
    var quantities: [Row]

    init<P>(_ observables: [Observable<P>]) {
        quantities = observables.map {
            Row(
                quantity: $0.name, arguments: $0.arguments.map(\.usage), unit: $0.unit, meaning: $0.meaning,
                defaults: $0.defaults)
        }
    }
}

extension AnswerFormat: ExpressibleByArgument {}

/// What is piped into the program.
enum StandardInput {
    /// - Throws: where it cannot be read, or is longer than `limit` bytes.
    static func bytes(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let part = try FileHandle.standardInput.read(upToCount: 1 << 20), !part.isEmpty {
            bytes += part
            guard bytes.count <= limit else {
                throw PointListError(
                    file: "standard input", line: nil,
                    reason: "there are more than \(limit) bytes; split the list")
            }
        }
        return bytes
    }
}
