import ArgumentParser
import BuildGraph
import Foundation
import Manuscript
import MuoneComputations
import MuonePaper
import NumericalMethods

struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Computes one observable at one point, as the figures do.",
        discussion: """
            Numbers carry units: 50MeV, 1.5mrad, 15/fb; a bare number is a dimensionless one (or K in 1/GeV2). \
            JSON: {"schema": 1, "quantity", "value", "unit", "error", "errorKind": "bound"|"statistical"|"rounding", \
            "inputs": {…}}, inputs in GeV and radians. For excluded: {"schema": 1, "quantity", "inputs", "excluded", \
            "excludedBy": [name], "limits" and "projections": [{"name", "bound", "ratio": g/g_limit, "error", "errorKind", "limit", \
            "excluded", "confidenceLevel", "kind", "sources", "assumptions", "masses"}], "ended": curves that do not cover \
            the mass, with the "masses" that they do, "magneticMoment": {…}}.
            """)

    @Argument(help: "The observable, then its arguments as name=value.")
    var question: [String] = []

    @Flag(help: "List the observables with their arguments and units.")
    var list = false

    @Flag(help: "Print as JSON.")
    var json = false

    @OptionGroup var options: PaperOptions

    func run() async throws {
        if list { return try printList() }
        guard let name = question.first else {
            throw ValidationError("which quantity? 'paperbuild evaluate --list' shows all")
        }
        let parameters = try options.parameters()
        let workspace = try options.workspace()
        let limits = try options.suppliedLimits(in: workspace)
        let evaluation = try Evaluation(
            name, Array(question.dropFirst()), parameters: parameters,
            supplied: PhysicsNodes(parameters, supplied: limits).suppliedLimits)
        if case .verdicts = evaluation.question {
            for ignored in limits.ignored { note("WARNING: \(ignored)") }
        }
        for warning in try parameters.warnings() { note("WARNING: \(warning)") }
        let engine = options.engine(in: workspace) { event in
            if case .warning(let text) = event { note("warning: \(text)") }
        }
        switch evaluation.question {
        case .estimate(let node):
            try show(try evaluation.answer(try await value(of: node, for: evaluation, by: engine)))
        case .verdicts(let node):
            let answer = try evaluation.answer(try await value(of: node, for: evaluation, by: engine))
            if json { print(try readableJSON(answer), terminator: "") } else { print(answer.table) }
        }
    }

    private func show(_ answer: Evaluation.Answer) throws {
        guard !json else { return print(try readableJSON(answer), terminator: "") }
        let unit = answer.unit == "1" ? "" : " " + answer.unit
        print(
            "\(answer.value)\(unit) ± \(String(format: "%.2g", answer.error))\(unit) (\(answer.errorKind.rawValue))")
    }

    /// The value of the one node that was asked for. Its name means nothing to who asked: a failure is told as that of
    /// the quantity.
    private func value<Value>(
        of node: Node<Value>, for evaluation: Evaluation, by engine: BuildEngine
    ) async throws -> Value {
        do {
            return try await engine.value(of: node)
        } catch BuildGraphError.buildFailed(let failure) {
            guard let cause = failure.causes.first else { throw BuildGraphError.buildFailed(failure) }
            throw EvaluationError.failed(observable: evaluation.observable.name, reason: cause.message)
        }
    }

    private func printList() throws {
        if json {
            struct Row: Encodable {
                var quantity: String
                var arguments: [String]
                var unit: String
                var meaning: String
                /// What stands in for arguments that may be left out.
                var defaults: [String: String]
            }
            struct Listing: Encodable {
                var schema = 1
                var quantities: [Row]
            }
            let rows = Observable.all.map {
                Row(
                    quantity: $0.name, arguments: $0.arguments.map(\.usage), unit: $0.unit, meaning: $0.meaning,
                    defaults: $0.defaults)
            }
            return print(try readableJSON(Listing(quantities: rows)), terminator: "")
        }
        for observable in Observable.all {
            print(([observable.name] + observable.arguments.map(\.usage)).joined(separator: " "))
            print("    \(observable.meaning) [\(observable.unit)]")
            let defaults = observable.defaults.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            if !defaults.isEmpty { print("    if left out, \(defaults.joined(separator: "; "))") }
        }
    }
}
