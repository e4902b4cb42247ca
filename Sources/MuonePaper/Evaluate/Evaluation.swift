import BuildGraph
import Foundation
import MuoneComputations
import NumericalMethods
import Units

/// One question to `paperbuild evaluate`: an observable with its arguments.
public struct Evaluation: Sendable {
    public let observable: Observable
    public let arguments: ArgumentValues
    public let question: Question

    /// The node to ask.
    public enum Question: Sendable {
        case estimate(Node<Estimate?>)
        case verdicts(Node<ExcludedPoint.Verdicts>)
    }

    /// - Parameters:
    ///   - name: the observable's name.
    ///   - assignments: `name=value` texts.
    ///   - supplied: the tables that a reader brought along; nil takes those of ``PhysicsNodes``.
    /// - Throws: ``EvaluationError``.
    public init(
        _ name: String, _ assignments: [String], parameters: PaperParameters, supplied: Node<[DrawnLimit]>? = nil
    ) throws {
        guard let observable = Observable.all.first(where: { $0.name == name }) else {
            throw EvaluationError.unknownObservable(name: name, known: Observable.all.map(\.name))
        }
        try self.init(observable, assignments, parameters: parameters, supplied: supplied)
    }

    init(
        _ observable: Observable, _ assignments: [String], parameters: PaperParameters,
        supplied: Node<[DrawnLimit]>? = nil
    ) throws {
        try parameters.validate()
        self.observable = observable
        arguments = try Self.parse(assignments, for: observable, parameters)
        switch observable.question {
        case .estimate(let node): question = .estimate(try node(arguments, parameters))
        case .verdicts(let node):
            let supplied = try supplied ?? PhysicsNodes(parameters).suppliedLimits
            question = .verdicts(try node(arguments, parameters, supplied))
        }
    }

    private static func parse(
        _ assignments: [String], for observable: Observable, _ parameters: PaperParameters
    ) throws -> ArgumentValues {
        var result = ArgumentValues()
        for assignment in assignments {
            guard let equals = assignment.firstIndex(of: "=") else {
                throw EvaluationError.notAnAssignment(text: assignment, of: observable.name)
            }
            let name = String(assignment[..<equals])
            let text = String(assignment[assignment.index(after: equals)...])
            guard let argument = observable.arguments.first(where: { $0.name == name }) else {
                throw EvaluationError.unknownArgument(
                    name: name, of: observable.name, known: observable.arguments.map(\.name))
            }
            guard result.values[name] == nil else {
                throw EvaluationError.repeated(argument: name, of: observable.name)
            }
            result.values[name] = try value(of: text, for: argument, of: observable.name)
        }
        for argument in observable.arguments where result.values[argument.name] == nil {
            switch argument.fallback {
            case .required: throw EvaluationError.missing(argument: argument.name, of: observable.name)
            case .text(let text): result.values[argument.name] = try value(of: text, for: argument, of: observable.name)
            case .parameter(_, let read): result.values[argument.name] = .number(read(parameters))
            case .absent, .dependent: break
            }
        }
        // These see all the others, those that follow from parameters included.
        for argument in observable.arguments where result.values[argument.name] == nil {
            if case .dependent(_, let read) = argument.fallback {
                result.values[argument.name] = read(result, parameters)
            }
        }
        return result
    }

    private static func value(
        of text: String, for argument: Observable.Argument, of observable: String
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
        }
    }

    private static func number(
        _ text: String, _ kind: Observable.Argument.Kind, _ dimension: PhysicalDimension
    ) throws(UnitError) -> Double {
        if case .bareNumber = kind, Double(text) != nil {
            return try PhysicalDimension.dimensionless.value(of: text) * dimension.internalUnit.factor
        }
        return try dimension.value(of: text)
    }

    /// Refuses a number so large or small that products of it are infinite or zero.
    private static func checkMagnitude(
        _ value: Double, _ argument: Observable.Argument, _ dimension: PhysicalDimension
    ) throws(EvaluationError) {
        let allowed = dimension.magnitudes
        let largest = argument.largest ?? allowed.upperBound
        guard value != 0, !(allowed.lowerBound...largest).contains(value.magnitude) else { return }
        throw .outOfRange(
            argument: argument.name, value: dimension.text(value),
            allowed: "zero, or from \(dimension.text(allowed.lowerBound)) to \(dimension.text(largest)) in magnitude, "
                + "where its powers are numbers")
    }

    /// The answer in the documented form.
    ///
    /// - Throws: ``EvaluationError/undefined(observable:)``; `DishonestResult` where the result is not finite.
    public func answer(_ estimate: Estimate?) throws -> Answer {
        guard let estimate = try estimate?.honest(observable.name, inputs: arguments.numbers) else {
            throw EvaluationError.undefined(observable: observable.name)
        }
        return Answer(
            quantity: observable.name, value: estimate.value, unit: observable.unit, error: estimate.error,
            errorKind: estimate.kind, inputs: arguments.values.mapValues(Answer.Input.init))
    }

    /// What `evaluate --json` prints.
    public struct Answer: Codable, Sendable {
        public var schema = 1
        public var quantity: String
        public var value: Double
        public var unit: String
        public var error: Double
        public var errorKind: ErrorKind
        /// In internal units: GeV, rad, fb; choices by name.
        public var inputs: [String: Input]

        /// A number or a name.
        public enum Input: Codable, Sendable, Hashable {
            case number(Double)
            case text(String)

            init(_ value: ArgumentValues.Value) {
                switch value {
                case .number(let number): self = .number(number)
                case .text(let text): self = .text(text)
                }
            }

            public init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let number = try? container.decode(Double.self) {
                    self = .number(number)
                } else {
                    self = .text(try container.decode(String.self))
                }
            }

            public func encode(to encoder: any Encoder) throws {
                var container = encoder.singleValueContainer()
                switch self {
                case .number(let number): try container.encode(number)
                case .text(let text): try container.encode(text)
                }
            }
        }
    }
}
