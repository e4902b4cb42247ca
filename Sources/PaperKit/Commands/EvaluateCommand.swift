import ArgumentParser
import BuildGraph
import Foundation
import Manuscript

struct EvaluateCommand<P: Paper>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "evaluate", abstract: "Computes one observable at one point, as the figures do.",
            discussion: """
                Numbers carry units, such as 1.5mrad; a bare number is a dimensionless one, or one whose unit publications \
                leave out. JSON: {"schema": 1, "quantity", "value", "unit", "error", "errorKind": \
                "bound"|"statistical"|"rounding", "inputs": {…}}, inputs in the units that --list shows.
                """ + P.help.answers.map { "\n" + $0 }.joined())
    }

    @Argument(help: "The observable, then its arguments as name=value.")
    var question: [String] = []

    @Flag(help: "List the observables with their arguments and units.")
    var list = false

    @Flag(help: "Print as JSON.")
    var json = false

    @OptionGroup var options: PaperArguments<P>

    func run() async throws {
        if list { return try printList() }
        guard let name = question.first else {
            throw ValidationError("which quantity? 'paperbuild evaluate --list' shows all")
        }
        let workspace = try options.workspace()
        let variant = try options.variant(in: workspace)
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
