import BuildGraph
import NumericalMethods
import Units

/// One question to `evaluate`: an observable with its arguments.
package struct Evaluation<Parameters: ParameterSet>: Sendable {
    package let observable: Observable<Parameters>
    package let arguments: ArgumentValues
    package let question: Question

    /// - Parameters:
    ///   - name: the observable's name.
    ///   - assignments: `name=value` texts.
    /// - Throws: ``EvaluationError``.
    package init(
        _ name: String, _ assignments: [String], of variant: Variant<Parameters>,
        among observables: [Observable<Parameters>]
    ) throws {
        let observable = try Self.observable(name, among: observables)
        try variant.parameters.check()
        self.observable = observable
        arguments = try Self.parse(assignments, for: name, observable.arguments, variant.parameters)
        question = try observable.question(arguments, variant)
    }

    /// Computes. The nodes' names mean nothing to who asked: a failure is told as that of the quantity.
    ///
    /// - Throws: ``EvaluationError``; `DishonestResult` where the result is not finite.
    package func answer(by engine: BuildEngine) async throws -> any ObservableAnswer {
        do {
            return try await question.answer(engine)
        } catch BuildGraphError.buildFailed(let failure) {
            guard let cause = failure.causes.first else { throw BuildGraphError.buildFailed(failure) }
            throw EvaluationError.failed(observable: observable.name, reason: cause.message)
        }
    }

    static func observable(
        _ name: String, among observables: [Observable<Parameters>]
    ) throws(EvaluationError) -> Observable<Parameters> {
        guard let observable = observables.first(where: { $0.name == name }) else {
            throw .unknownObservable(name: name, known: observables.map(\.name))
        }
        return observable
    }

    /// The values of arguments, those that were left out among them.
    static func parse(
        _ assignments: [String], for observable: String, _ arguments: [Observable<Parameters>.Argument],
        _ parameters: Parameters
    ) throws -> ArgumentValues {
        var result = ArgumentValues()
        for assignment in assignments {
            guard let equals = assignment.firstIndex(of: "=") else {
                throw EvaluationError.notAnAssignment(
                    text: assignment, of: observable, usage: arguments.map(\.usage))
            }
            let name = String(assignment[..<equals])
            let text = String(assignment[assignment.index(after: equals)...])
            guard let argument = arguments.first(where: { $0.name == name }) else {
                throw EvaluationError.unknownArgument(
                    name: name, of: observable, known: arguments.map(\.name))
            }
            guard result.values[name] == nil else {
                throw EvaluationError.repeated(argument: name, of: observable)
            }
            result.values[name] = try value(of: text, for: argument, of: observable)
        }
        for argument in arguments where result.values[argument.name] == nil {
            switch argument.fallback {
            case .required: throw EvaluationError.missing(argument: argument.name, of: observable)
            case .text(let text): result.values[argument.name] = try value(of: text, for: argument, of: observable)
            case .parameter(_, let read): result.values[argument.name] = .number(read(parameters))
            case .absent, .dependent: break
            }
        }
        // These see all the others, those that follow from parameters included.
        for argument in arguments where result.values[argument.name] == nil {
            if case .dependent(_, let read) = argument.fallback {
                result.values[argument.name] = read(result, parameters)
            }
        }
        return result
    }

    private static func value(
        of text: String, for argument: Observable<Parameters>.Argument, of observable: String
    ) throws -> ArgumentValues.Value {
        switch argument.kind {
        case .number(let dimension), .bareNumber(let dimension):
            let value: Double
            do throws(UnitError) {
                value = try Self.number(text, argument.kind, dimension)
            } catch {
                throw EvaluationError.badValue(argument: argument.name, of: observable, reason: error)
            }
            try Self.checkMagnitude(value, argument, dimension)
            return .number(value)
        case .count(let range):
            guard let count = Int(text), range.contains(count) else {
                throw EvaluationError.notACount(argument: argument.name, of: observable, text: text, range: range)
            }
            return .number(Double(count))
        case .choice(let names):
            guard names.contains(text) else {
                throw EvaluationError.unknownChoice(
                    argument: argument.name, of: observable, text: text, choices: names)
            }
            return .text(text)
        case .text: return .text(text)
        }
    }

    private static func number(
        _ text: String, _ kind: Observable<Parameters>.Argument.Kind, _ dimension: PhysicalDimension
    ) throws(UnitError) -> Double {
        if case .bareNumber = kind, Double(text) != nil {
            return try PhysicalDimension.dimensionless.value(of: text) * dimension.internalUnit.factor
        }
        return try dimension.value(of: text)
    }

    /// Refuses a number so large or small that products of it are infinite or zero.
    private static func checkMagnitude(
        _ value: Double, _ argument: Observable<Parameters>.Argument, _ dimension: PhysicalDimension
    ) throws(EvaluationError) {
        let allowed = dimension.magnitudes
        let largest = argument.largest ?? allowed.upperBound
        guard value != 0, !(allowed.lowerBound...largest).contains(value.magnitude) else { return }
        throw .outOfRange(
            argument: argument.name, value: dimension.text(value),
            allowed: "zero, or from \(dimension.text(allowed.lowerBound)) to \(dimension.text(largest)) in magnitude, "
                + "where its powers are numbers")
    }
}
