import BuildGraph
import Foundation

/// Everything that a variant of a paper may change, with the published values as defaults.
///
/// ``all`` gives each parameter a name for `--set`, `list --parameters` and `\result{input/NAME}`. What a parameter may be
/// by itself is its range; what several must be together is ``validate()``.
public protocol ParameterSet: Codable, Hashable, Sendable {
    /// What the commands take beside the parameters.
    associatedtype Options: PaperOptions = NoOptions

    /// The published values. Nothing to write where each property has one: `var length = 1.0`.
    init()

    /// Every parameter, in the order in which they are listed.
    static var all: [Parameter<Self>] { get }

    /// Refuses values that do not go together. The ranges of single parameters are checked before.
    func validate() throws

    /// What a reader must know of these values although they are allowed; empty for the published ones.
    func warnings() throws -> [String]
}

extension ParameterSet {
    /// The values of the published paper: those that the type has by default.
    public static var published: Self { Self() }

    public func validate() throws {}

    public func warnings() throws -> [String] { [] }

    /// The published parameters with changes `name=value`.
    ///
    /// - Throws: `ParameterError`, also for a parameter that is set twice, as one of the two would be lost.
    public init(setting assignments: [String]) throws {
        self.init()
        var names: Set<String> = []
        for assignment in assignments {
            try set(assignment)
            let name = Self.name(in: assignment)
            guard names.insert(name).inserted else { throw ParameterError.repeated(name: name) }
        }
    }

    /// Applies one `name=value`.
    public mutating func set(_ assignment: String) throws {
        guard let equals = assignment.firstIndex(of: "=") else {
            throw ParameterError.notAnAssignment(text: assignment)
        }
        let name = Self.name(in: assignment)
        let text = String(assignment[assignment.index(after: equals)...]).trimmingCharacters(in: .whitespaces)
        try Self.parameter(named: name).assign(&self, text)
    }

    /// Ranges first, then what the values must be together.
    ///
    /// - Throws: `ParameterError`.
    public func check() throws {
        for parameter in Self.all {
            if let allowed = parameter.problem(self) { throw outOfRange(parameter.name, allowed) }
        }
        try validate()
    }

    /// The error of a parameter whose value does not go with the others.
    ///
    /// - Parameter allowed: what it must be, such as `larger than window.lower`.
    public func outOfRange(_ name: String, _ allowed: String) -> any Error {
        do {
            let text = try Self.parameter(named: name).text(self)
            return ParameterError.outOfRange(name: name, value: text, allowed: allowed)
        } catch {
            return error
        }
    }

    static func parameter(named name: String) throws(ParameterError) -> Parameter<Self> {
        guard let parameter = all.first(where: { $0.name == name }) else {
            throw .unknownName(name: name, known: all.map(\.name))
        }
        return parameter
    }

    private static func name(in assignment: String) -> String {
        assignment.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces)
    }
}
