import BuildGraph
import Foundation
import NumericalMethods

/// What `evaluate` prints: one JSON object, or a text for people.
public protocol ObservableAnswer: Encodable, Sendable {
    var plainText: String { get }
}

/// The answer of an observable that is a number.
public struct Answer: ObservableAnswer, Codable {
    public var schema = 1
    public var quantity: String
    public var value: Double
    public var unit: String
    public var error: Double
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
