import BuildGraph
import Foundation
import Manuscript
import NumericalMethods
import Units

/// A parameter of a paper as people see it: name, meaning, unit, range, and its place in the value of all parameters.
public struct Parameter<Root: ParameterSet>: Sendable {
    /// What values a parameter takes.
    public enum Kind: Sendable, Equatable {
        /// A number with a unit.
        case number(PhysicalDimension)
        /// A whole number.
        case count
        /// One of several names.
        case choice([String])
    }

    /// What follows from a parameter.
    public enum Role: Sendable, Equatable {
        /// Results: a publication's statement on another value is not one about this.
        case condition
        /// Results, as from a constant of nature: statements are compared all the same, and the difference is said.
        case constant
        /// Where curves are sampled.
        case sampling
        /// How figures look; no number and no text.
        case drawing
    }

    /// Such as `cuts.theta`.
    public let name: String
    /// In a phrase, for `list --parameters`.
    public let meaning: String
    /// What values it takes.
    public let kind: Kind
    /// What follows from it.
    public let role: Role
    /// Where it is declared.
    public let declaration: SourcePlace
    /// The value with its unit.
    public let text: @Sendable (Root) -> String
    let assign: @Sendable (inout Root, String) throws -> Void
    /// What the value may be, where it is not.
    let problem: @Sendable (Root) -> String?
    /// What `\result{input/NAME}` prints.
    let tex: @Sendable (Root) throws -> String

    /// A number.
    ///
    /// - Parameters:
    ///   - unit: the unit that it is shown in, here and in the text; nil is the dimension's own.
    ///   - range: what it may be, in the internal unit: from far below to far above all that makes sense, so that nothing
    ///     computed from it is infinite, or zero by underflow.
    ///   - orZero: whether zero is allowed beside the range.
    public init(
        _ name: String, _ meaning: String, in dimension: PhysicalDimension = .dimensionless,
        shownIn unit: String? = nil,
        _ path: WritableKeyPath<Root, Double> & Sendable, range: ClosedRange<Double>, orZero: Bool = false,
        role: Role = .condition, fileID: String = #fileID, line: Int = #line
    ) {
        let shown = dimension.units.first { $0.symbol == unit } ?? dimension.internalUnit
        let text: @Sendable (Double) -> String = { value in
            let number = decimal(value / shown.factor, digits: 10)
            return dimension == .dimensionless
                ? number : number + (shown.symbol.hasPrefix("1/") ? String(shown.symbol.dropFirst()) : shown.symbol)
        }
        let display = DisplayUnit(shown.symbol, factor: shown.factor)
        self.init(
            name: name, meaning: meaning, kind: .number(dimension), role: role,
            declaration: SourcePlace(fileID: fileID, line: line), text: { text($0[keyPath: path]) },
            assign: { parameters, text in
                do throws(UnitError) {
                    parameters[keyPath: path] = try dimension.value(of: text)
                } catch {
                    throw ParameterError.badValue(name: name, reason: error)
                }
            },
            problem: { parameters in
                let value = parameters[keyPath: path]
                if range.contains(value) || orZero && value == 0 { return nil }
                return (orZero ? "zero, or " : "") + "from \(text(range.lowerBound)) to \(text(range.upperBound))"
            }, tex: { try CertifiedDecimal(display.display(.exact($0[keyPath: path])), significantDigits: 10).texText })
    }

    /// A whole number.
    public init(
        _ name: String, _ meaning: String, _ path: WritableKeyPath<Root, Int> & Sendable, range: ClosedRange<Int>,
        role: Role = .sampling, fileID: String = #fileID, line: Int = #line
    ) {
        self.init(
            name: name, meaning: meaning, kind: .count, role: role,
            declaration: SourcePlace(fileID: fileID, line: line),
            text: { String($0[keyPath: path]) },
            assign: { parameters, text in
                guard let value = Int(text) else { throw ParameterError.notAWholeNumber(name: name, text: text) }
                parameters[keyPath: path] = value
            },
            problem: {
                range.contains($0[keyPath: path]) ? nil : "from \(range.lowerBound) to \(range.upperBound)"
            }, tex: { String($0[keyPath: path]) })
    }

    /// One of several names.
    public init<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ name: String, _ meaning: String, _ path: WritableKeyPath<Root, Choice> & Sendable, role: Role = .condition,
        fileID: String = #fileID, line: Int = #line
    ) {
        let names = Choice.allCases.map(\.rawValue)
        self.init(
            name: name, meaning: meaning, kind: .choice(names), role: role,
            declaration: SourcePlace(fileID: fileID, line: line), text: { $0[keyPath: path].rawValue },
            assign: { parameters, text in
                guard let choice = Choice(rawValue: text) else {
                    throw ParameterError.unknownChoice(name: name, text: text, choices: names)
                }
                parameters[keyPath: path] = choice
            }, problem: { _ in nil }, tex: { TeX.escaped($0[keyPath: path].rawValue) })
    }

    private init(
        name: String, meaning: String, kind: Kind, role: Role, declaration: SourcePlace,
        text: @escaping @Sendable (Root) -> String, assign: @escaping @Sendable (inout Root, String) throws -> Void,
        problem: @escaping @Sendable (Root) -> String?, tex: @escaping @Sendable (Root) throws -> String
    ) {
        self.name = name
        self.meaning = meaning
        self.kind = kind
        self.role = role
        self.declaration = declaration
        self.text = text
        self.assign = assign
        self.problem = problem
        self.tex = tex
    }

    /// What to write after `name=`.
    public var format: String {
        switch kind {
        case .number(.dimensionless): "a number"
        case .number(let dimension): "a number with a unit: " + dimension.units.map(\.symbol).joined(separator: ", ")
        case .count: "a whole number"
        case .choice(let names): "one of " + names.joined(separator: ", ")
        }
    }

    /// The id of its value in the text.
    var id: String { "input/\(name)" }
}
