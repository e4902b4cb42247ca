import Foundation
import LimitModel
import MuoneParameters
import NumericalMethods
import PaperKit

/// What `evaluate limit --json` prints.
struct LimitAnswer: ObservableAnswer {
    var schema = 1
    var quantity = "limit"
    /// The coupling above which all are excluded; with a coupling among the inputs the nearest edge of ``ranges``.
    var value: Double
    var unit = "1"
    var error: Double
    var errorKind: ErrorKind
    var inputs: [String: ArgumentValues.Value]
    /// All that is excluded at this mass, or would be.
    var ranges: [Range]
    /// Whether the coupling among the inputs is in one of them.
    var excluded: Bool?
    var role: LimitFacts.Role
    var kind: LimitFacts.Kind
    /// `published table`, `supplied table` or `computation`.
    var origin: String
    var bound: LimitFacts.Extent
    var confidenceLevel: Double?
    var sources: [String]
    var assumptions: [LimitFacts.Input]
    var masses: Range

    /// Without an end where all larger couplings are excluded.
    struct Range: Encodable, Sendable {
        var from: Double
        var to: Double?
    }

    /// - Throws: ``EvaluationError`` beyond the masses of the curve, and where it has no edge; `DishonestResult` where an
    ///   edge is not finite.
    init(_ limit: ExperimentLimit, _ arguments: ArgumentValues) throws {
        let facts = limit.experiment
        try Observable<PaperParameters>.requireMass(
            arguments, in: facts.masses, "where the curve is stated: it is not extrapolated")
        for edge in limit.excluded.edges {
            _ = try edge.honest("the limit of \(facts.name)", inputs: arguments.numbers)
        }
        let coupling = arguments.number("coupling")
        let edge = limit.excluded.edge(nearest: coupling)
        guard let edge else {
            throw EvaluationError.undefined(
                observable: "limit",
                because: limit.excluded.isEmpty
                    ? "\(facts.name) excludes no coupling there" : "\(facts.name) excludes every coupling there")
        }
        value = edge.value
        error = edge.error
        errorKind = edge.kind
        inputs = arguments.values
        ranges = limit.excluded.map { Range(from: $0.lower.value, to: $0.upper?.value) }
        excluded = coupling.map { coupling in limit.excluded.contains { $0.contains(coupling) } }
        role = facts.role
        kind = facts.kind
        origin = facts.kind.isTabulated && facts.extent == .coupling ? "\(facts.kind.rawValue) table" : "computation"
        bound = facts.extent
        confidenceLevel = facts.confidenceLevel
        sources = facts.sources
        assumptions = facts.inputs
        masses = Range(from: facts.masses.lowerBound, to: facts.masses.upperBound)
    }

    /// The value, where it comes from, and all edges of a two-sided limit.
    var plainText: String {
        let number =
            "\(value) ± \(decimal(error, digits: 2)) (\(errorKind.rawValue)), \(kind.rawValue) \(role.rawValue)"
            + (origin == "computation" ? "" : ", from a \(origin)")
        let isOneSided = ranges.count == 1 && ranges[0].to == nil && ranges[0].from > 0
        let words = role == .projection ? (yes: "would be", no: "would not be") : (yes: "is", no: "is not")
        let verdict = excluded.map { "; the coupling \($0 ? words.yes : words.no) excluded" } ?? ""
        guard !isOneSided else { return number + verdict }
        let all = ranges.map { range in range.to.map { "\(range.from) to \($0)" } ?? "\(range.from) and above" }
        return number + "; excluded: " + all.joined(separator: ", ") + verdict
    }
}
