import BuildGraph
import Foundation
import MuoneComputations
import NumericalMethods
import Reference

/// A quantity that `paperbuild evaluate` computes at one point, through the computations and the cache of the figures.
public struct Observable: Sendable {
    /// Such as `signal-events`.
    public var name: String
    public var meaning: String
    /// `GeV`, `rad`, `fb`, `events`, `1/GeV`, or `1`.
    public var unit: String
    public var arguments: [Argument]
    /// The node of one point. An observable that is undefined there gives nil.
    var node: @Sendable (_ arguments: ArgumentValues, _ parameters: PaperParameters) throws -> Node<Estimate?>

    /// One `name=value` of the command line.
    public struct Argument: Sendable {
        public enum Kind: Sendable {
            case number(PhysicalDimension)
            case choice([String])
        }

        public var name: String
        public var kind: Kind
        /// What stands in where the argument is left out: a fixed text, or what the parameters say (`parameter`).
        public var fallback: Fallback

        public enum Fallback: Sendable {
            case required
            case text(String)
            /// The paper's own value, described by the parameter's name.
            case parameter(String, @Sendable (PaperParameters) -> Double)
            /// Without it the condition does not apply.
            case absent
        }

        static func number(_ name: String, _ dimension: PhysicalDimension, _ fallback: Fallback = .required) -> Argument
        {
            Argument(name: name, kind: .number(dimension), fallback: fallback)
        }

        static func choice(_ name: String, _ names: [String], _ fallback: Fallback = .required) -> Argument {
            Argument(name: name, kind: .choice(names), fallback: fallback)
        }

        /// `mass=<GeV>`, `experiment=ccfr|charm2`, `[cuts=published|angle|none]`, `[events=<number>]`.
        public var usage: String {
            let values: String =
                switch kind {
                case .number(.dimensionless): "<number>"
                case .number(let dimension): "<\(dimension.internalUnit.symbol)>"
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

    func number(_ name: String) -> Double? {
        if case .number(let value)? = values[name] { value } else { nil }
    }

    func text(_ name: String) -> String? {
        if case .text(let value)? = values[name] { value } else { nil }
    }

    /// An argument that the observable requires, which parsing has made sure of.
    func required(_ name: String) throws -> Double {
        guard let value = number(name) else { throw EvaluationError.missing(argument: name, of: "this quantity") }
        return value
    }
}
