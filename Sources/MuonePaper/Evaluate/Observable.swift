import BuildGraph
import Foundation
import MuoneComputations
import NumericalMethods
import Units

/// A quantity that `paperbuild evaluate` computes at one point, through the computations and the cache of the figures.
///
/// Each topic lists its own in a file `Observable+Topic.swift`; ``all`` joins them.
public struct Observable: Sendable {
    /// Such as `signal-events`.
    public var name: String
    public var meaning: String
    /// `GeV`, `rad`, `fb`, `events`, `1/GeV`, or `1`.
    public var unit: String
    public var arguments: [Argument]
    var question: Question

    /// What makes the node of one point.
    enum Question: Sendable {
        /// A number. An observable that is undefined at a point gives nil.
        case estimate(@Sendable (_ arguments: ArgumentValues, _ parameters: PaperParameters) throws -> Node<Estimate?>)
        /// A verdict of every experiment.
        case verdicts(
            @Sendable (
                _ arguments: ArgumentValues, _ parameters: PaperParameters, _ supplied: Node<[DrawnLimit]>
            ) throws -> Node<ExcludedPoint.Verdicts>)
    }

    /// An observable that is a number.
    init(
        name: String, meaning: String, unit: String, arguments: [Argument],
        node: @escaping @Sendable (ArgumentValues, PaperParameters) throws -> Node<Estimate?>
    ) {
        self.init(name: name, meaning: meaning, unit: unit, arguments: arguments, question: .estimate(node))
    }

    init(name: String, meaning: String, unit: String, arguments: [Argument], question: Question) {
        self.name = name
        self.meaning = meaning
        self.unit = unit
        self.arguments = arguments
        self.question = question
    }

    /// What stands in for the arguments that may be left out, by name, for a reader.
    public var defaults: [String: String] {
        Dictionary(
            arguments.compactMap { argument in argument.fallback.text.map { (argument.name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// One `name=value` of the command line.
    public struct Argument: Sendable {
        public enum Kind: Sendable {
            case number(PhysicalDimension)
            /// A number in a unit that publications leave out; it may stand there too.
            case bareNumber(PhysicalDimension)
            /// A whole number.
            case count(ClosedRange<Int>)
            case choice([String])
        }

        public var name: String
        public var kind: Kind
        /// What stands in where the argument is left out: a fixed text, or what the parameters say (`parameter`).
        public var fallback: Fallback
        /// The largest magnitude, in internal units; nil is the dimension's.
        public var largest: Double?

        public enum Fallback: Sendable {
            case required
            case text(String)
            /// The paper's own value, described by the parameter's name.
            case parameter(String, @Sendable (PaperParameters) -> Double)
            /// What follows from the other arguments, described in words; nil where it does not apply.
            case dependent(String, @Sendable (ArgumentValues, PaperParameters) -> ArgumentValues.Value?)
            /// Without it the condition does not apply.
            case absent

            /// What stands in, for a reader; nil where nothing does.
            var text: String? {
                switch self {
                case .required, .absent: nil
                case .text(let text), .dependent(let text, _): text
                case .parameter(let name, _): "the parameter \(name)"
                }
            }
        }

        static func number(
            _ name: String, _ dimension: PhysicalDimension, _ fallback: Fallback = .required, largest: Double? = nil
        ) -> Argument {
            Argument(name: name, kind: .number(dimension), fallback: fallback, largest: largest)
        }

        /// A whole number such as `bins=50`.
        static func count(_ name: String, _ range: ClosedRange<Int>, _ fallback: Fallback = .required) -> Argument {
            Argument(name: name, kind: .count(range), fallback: fallback)
        }

        static func choice(_ name: String, _ names: [String], _ fallback: Fallback = .required) -> Argument {
            Argument(name: name, kind: .choice(names), fallback: fallback)
        }

        /// The choices are the names of an enumeration's cases.
        static func choice<Choice: RawRepresentable<String> & CaseIterable>(
            _ name: String, _ type: Choice.Type, _ fallback: Choice
        ) -> Argument {
            choice(name, Choice.allCases.map(\.rawValue), .text(fallback.rawValue))
        }

        /// `mass=<GeV>`, `experiment=ccfr|charm2`, `[cuts=published|angle|none]`, `[events=<number>]`.
        public var usage: String {
            let values: String =
                switch kind {
                case .number(.dimensionless): "<number>"
                case .number(let dimension), .bareNumber(let dimension): "<\(dimension.internalUnit.symbol)>"
                case .count: "<whole number>"
                case .choice(let names): names.joined(separator: "|")
                }
            if case .required = fallback { return "\(name)=\(values)" }
            return "[\(name)=\(values)]"
        }
    }
}

/// The arguments of one evaluation, checked and in internal units.
public struct ArgumentValues: Sendable {
    public enum Value: Sendable, Hashable {
        case number(Double)
        case text(String)
    }

    public var values: [String: Value] = [:]

    /// All that are numbers.
    var numbers: [String: Double] {
        values.compactMapValues { if case .number(let number) = $0 { number } else { nil } }
    }

    func number(_ name: String) -> Double? {
        if case .number(let value)? = values[name] { value } else { nil }
    }

    /// A whole number that parsing has made sure of.
    func count(_ name: String) -> Int? { number(name).flatMap(Int.init(exactly:)) }

    func text(_ name: String) -> String? {
        if case .text(let value)? = values[name] { value } else { nil }
    }

    /// The value of an enumeration by its name, which parsing has made sure of.
    func choice<Choice: RawRepresentable<String>>(_ name: String, as type: Choice.Type = Choice.self) throws -> Choice {
        guard let choice = text(name).flatMap(Choice.init(rawValue:)) else {
            throw EvaluationError.missing(argument: name, of: "this quantity")
        }
        return choice
    }

    /// An argument that the observable requires, which parsing has made sure of.
    func required(_ name: String) throws -> Double {
        guard let value = number(name) else { throw EvaluationError.missing(argument: name, of: "this quantity") }
        return value
    }
}
