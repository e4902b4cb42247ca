import BuildGraph
import Foundation
import NumericalMethods

/// What `evaluate` prints: one JSON object, or a text for people.
public protocol ObservableAnswer: Encodable, Sendable {
    /// The answer for a terminal; `--json` prints the value itself.
    var plainText: String { get }
}

/// The answer of an observable that is a number.
public struct Answer: ObservableAnswer, Codable {
    /// The version of this form.
    public var schema = 1
    /// The observable's name.
    public var quantity: String
    /// In the unit.
    public var value: Double
    /// The unit's symbol; `1` for pure numbers.
    public var unit: String
    /// The numerical error, in the unit.
    public var error: Double
    /// What the error promises.
    public var errorKind: ErrorKind
    /// In internal units: GeV, rad, fb; choices by name.
    public var inputs: [String: ArgumentValues.Value]

    public var plainText: String {
        let unit = unit == "1" ? "" : " " + unit
        return "\(value)\(unit) ± \(decimal(error, digits: 2))\(unit) (\(errorKind.rawValue))"
    }
}

/// The node to ask, and what its result means to who asked.
public struct Question: Sendable {
    /// What computes the answer.
    public let node: AnyNode
    /// What to say before the answer.
    public let warnings: [String]
    /// What the inputs hold that is seldom meant.
    public let inputWarnings: Node<[String]>?
    let answer: @Sendable (BuildEngine) async throws -> any ObservableAnswer

    /// - Parameter answer: makes the answer of the node's result.
    public init<Value>(
        _ node: Node<Value>, warnings: [String] = [], inputWarnings: Node<[String]>? = nil,
        answer: @escaping @Sendable (Value) throws -> any ObservableAnswer
    ) {
        self.node = node.erased
        self.warnings = warnings
        self.inputWarnings = inputWarnings
        self.answer = { engine in try answer(try await engine.value(of: node)) }
    }
}
