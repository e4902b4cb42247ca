import BuildGraph
import Units

/// Parameters that no paper can be made with.
package enum ParameterError: Error, Equatable, Sendable, CustomStringConvertible {
    case notAnAssignment(text: String)
    case unknownName(name: String, known: [String])
    case repeated(name: String)
    case badValue(name: String, reason: UnitError)
    case notAWholeNumber(name: String, text: String)
    case unknownChoice(name: String, text: String, choices: [String])
    /// `name` has a value that is not possible.
    case outOfRange(name: String, value: String, allowed: String)

    package var description: String {
        switch self {
        case .notAnAssignment(let text):
            "--set '\(text)' is not of the form name=value; write for example --set cuts.theta=2mrad"
        case .unknownName(let name, let known):
            "unknown parameter '\(name)'" + (Self.nearest(name, known).map { "; did you mean '\($0)'?" } ?? "")
                + " ('list --parameters' shows all)"
        case .repeated(let name):
            "parameter \(name) is set twice; give --set \(name)=… once"
        case .badValue(let name, let reason):
            "parameter \(name): \(reason)"
        case .notAWholeNumber(let name, let text):
            "parameter \(name): '\(text)' is not a whole number"
        case .unknownChoice(let name, let text, let choices):
            "parameter \(name): unknown choice '\(text)'; it is one of \(choices.joined(separator: ", "))"
        case .outOfRange(let name, let value, let allowed):
            "parameter \(name) = \(value) is not possible: it must be \(allowed)"
        }
    }

    private static func nearest(_ name: String, _ known: [String]) -> String? {
        nearestName(to: name, among: known)
    }
}
