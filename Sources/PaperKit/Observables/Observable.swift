import BuildGraph
import NumericalMethods

/// A quantity that `evaluate` computes at one point, through the computations and the cache of the figures.
public struct Observable<Parameters: ParameterSet>: Sendable {
    /// Such as `signal-events`.
    public let name: String
    /// In a phrase, for `evaluate --list`.
    public let meaning: String
    /// `GeV`, `rad`, `events`, `1/GeV`, or `1`.
    public let unit: String
    /// In the order in which the help lists them.
    public let arguments: [Argument]
    /// Where it is declared.
    public let declaration: SourcePlace
    let question: @Sendable (ArgumentValues, Variant<Parameters>) throws -> Question
    /// How it answers many points at once; nil where it answers one.
    let points: Points?

    /// An observable that is a number.
    ///
    /// - Parameters:
    ///   - undefined: why there may be no value at a point, for the message.
    ///   - node: makes the node of one point. Where the observable is undefined the node gives nil.
    public init(
        _ name: String, _ meaning: String, unit: String, _ arguments: [Argument] = [],
        undefined: String = "its conditions leave nothing there", fileID: String = #fileID, line: Int = #line,
        node: @escaping @Sendable (ArgumentValues, Parameters) throws -> Node<Estimate?>
    ) {
        self.init(name, meaning, unit: unit, arguments, fileID: fileID, line: line) { arguments, variant in
            let node = try node(arguments, variant.parameters)
            return Question(node) { estimate in
                guard let estimate = try estimate?.honest(name, inputs: arguments.numbers) else {
                    throw EvaluationError.undefined(observable: name, because: undefined)
                }
                return Answer(
                    quantity: name, value: estimate.value, unit: unit, error: estimate.error, errorKind: estimate.kind,
                    inputs: arguments.values)
            }
        }
    }

    /// An observable whose answer is more than a number.
    ///
    /// - Parameter question: makes the question of one point: the node to ask, and the answer that its result is.
    public init(
        _ name: String, _ meaning: String, unit: String, _ arguments: [Argument] = [], fileID: String = #fileID,
        line: Int = #line, question: @escaping @Sendable (ArgumentValues, Variant<Parameters>) throws -> Question
    ) {
        self.init(name, meaning, unit: unit, arguments, points: nil, fileID: fileID, line: line, question: question)
    }

    /// An observable whose answer is more than a number.
    ///
    /// - Parameter points: how it answers many points at once.
    package init(
        _ name: String, _ meaning: String, unit: String, _ arguments: [Argument] = [], points: Points?,
        fileID: String = #fileID, line: Int = #line,
        question: @escaping @Sendable (ArgumentValues, Variant<Parameters>) throws -> Question
    ) {
        self.name = name
        self.meaning = meaning
        self.unit = unit
        self.arguments = arguments
        self.question = question
        self.points = points
        declaration = SourcePlace(fileID: fileID, line: line)
    }

    /// What stands in for the arguments that may be left out, by name, for a reader.
    var defaults: [String: String] {
        arguments.reduce(into: [:]) { defaults, argument in defaults[argument.name] = argument.fallback.text }
    }
}

extension Node<Estimate> {
    /// The result in the form of those that may have none.
    public var optional: Node<Estimate?> { Node<Estimate?>("evaluate/value", from: self) { $0 } }
}
