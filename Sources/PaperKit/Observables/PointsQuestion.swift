import BuildGraph
import PointTables
import Units

extension Observable {
    /// How an observable answers a list of points: through evaluators that are made once, and to the digits of its single
    /// answers.
    package struct Points: Sendable {
        /// The arguments that a list may have as columns, and whether their numbers may be zero.
        let columns: KeyValuePairs<String, PointColumn.Zero>
        /// Arguments of a list alone.
        let options: [Argument]
        let prepare: @Sendable (Request) async throws -> PointAnswers

        /// What is asked: the arguments of all points, and the columns that the list has.
        package struct Request: Sendable {
            package var arguments: ArgumentValues
            package var points: PointList
            package var variant: Variant<Parameters>
            /// What reads input files, through the cache.
            package var engine: BuildEngine
        }

        package init(
            columns: KeyValuePairs<String, PointColumn.Zero>, options: [Argument] = [],
            prepare: @escaping @Sendable (Request) async throws -> PointAnswers
        ) {
            self.columns = columns
            self.options = options
            self.prepare = prepare
        }
    }

    /// The columns that a list may have beside the arguments that were given.
    func pointColumns(given: Set<String>) -> [PointColumn] {
        guard let points else { return [] }
        return points.columns.compactMap { name, zero in
            guard !given.contains(name), let argument = arguments.first(where: { $0.name == name }) else { return nil }
            let isRequired = if case .required = argument.fallback { true } else { false }
            switch argument.kind {
            case .number(let dimension), .bareNumber(let dimension):
                let allowed = dimension.magnitudes.lowerBound...(argument.largest ?? dimension.magnitudes.upperBound)
                return PointColumn(name, .number(dimension, allowed: allowed, zero: zero), isRequired: isRequired)
            case .count, .choice, .text: return PointColumn(name, .text, isRequired: isRequired)
            }
        }
    }
}

/// One question to `evaluate` about many points.
struct PointsQuestion<Parameters: ParameterSet> {
    let observable: Observable<Parameters>
    let points: PointList
    private let arguments: ArgumentValues
    private let variant: Variant<Parameters>

    /// - Parameters:
    ///   - assignments: the arguments that all points share.
    ///   - file: where the bytes come from, for messages.
    /// - Throws: ``EvaluationError``, `PointListError` for a bad line.
    init(
        _ name: String, _ assignments: [String], _ bytes: [UInt8], file: String, of variant: Variant<Parameters>,
        among observables: [Observable<Parameters>]
    ) throws {
        let observable = try Evaluation.observable(name, among: observables)
        guard let how = observable.points else {
            throw EvaluationError.noPoints(
                observable: name, known: observables.filter { $0.points != nil }.map(\.name))
        }
        try variant.parameters.check()
        self.observable = observable
        self.variant = variant
        // An argument that is given once is no column; one that is a column is not given.
        let given = Set(
            assignments.compactMap { $0.split(separator: "=", omittingEmptySubsequences: false).first.map(String.init) }
        )
        let columns = observable.pointColumns(given: given)
        points = try PointList(bytes, file: file, columns: columns)
        let taken = Set(points.columns.map(\.name))
        arguments = try Evaluation.parse(
            assignments, for: name, observable.arguments.filter { !taken.contains($0.name) } + how.options,
            variant.parameters)
    }

    /// - Throws: `EvaluationError` where what all points share is not possible.
    func answers(by engine: BuildEngine) async throws -> PointAnswers {
        guard let how = observable.points else {
            throw EvaluationError.noPoints(observable: observable.name, known: [])
        }
        do {
            return try await how.prepare(
                .init(arguments: arguments, points: points, variant: variant, engine: engine))
        } catch BuildGraphError.buildFailed(let failure) {
            guard let cause = failure.causes.first else { throw BuildGraphError.buildFailed(failure) }
            throw EvaluationError.failed(observable: observable.name, reason: cause.message)
        }
    }

    /// What to say before the answers.
    var warnings: [String] {
        points.unitless.map { column in
            let unit = observable.pointColumns(given: []).first { $0.name == column }.flatMap { column -> String? in
                guard case .number(let dimension, _, _) = column.kind else { return nil }
                return dimension.internalUnit.symbol
            }
            return "the column '\(column)' has no unit: its bare numbers are taken in \(unit ?? "?"); name it "
                + "'\(column) [\(unit ?? "unit")]' to say so"
        }
    }
}
