import BuildGraph
import Foundation
import Units

/// A question that cannot be answered.
package enum EvaluationError: Error, Equatable, CustomStringConvertible {
    case unknownObservable(name: String, known: [String])
    case notAnAssignment(text: String, of: String, usage: [String])
    case unknownArgument(name: String, of: String, known: [String])
    case repeated(argument: String, of: String)
    case missing(argument: String, of: String)
    case badValue(argument: String, of: String, reason: UnitError)
    case notACount(argument: String, of: String, text: String, range: ClosedRange<Int>)
    case unknownChoice(argument: String, of: String, text: String, choices: [String])
    case outOfRange(argument: String, value: String, allowed: String)
    /// Each is possible, but not both.
    case notTogether(first: String, second: String, reason: String, remedy: String)
    case undefined(observable: String, because: String)
    /// It answers one point at a time.
    case noPoints(observable: String, known: [String])
    /// The computation refused the arguments.
    case failed(observable: String, reason: String)

    package var description: String {
        switch self {
        case .unknownObservable(let name, let known):
            "unknown quantity '\(name)'" + suggestion(name, known) + " ('evaluate --list' shows all)"
        case .notAnAssignment(let text, let observable, let usage):
            "\(observable): '\(text)' is not of the form name=value"
                + (usage.isEmpty ? "; it takes no argument" : "; it takes \(usage.joined(separator: " "))")
        case .unknownArgument(let name, let observable, let known):
            "\(observable) takes no argument '\(name)'" + suggestion(name, known)
                + (known.isEmpty ? "; it takes none" : "; it takes \(known.joined(separator: ", "))")
        case .repeated(let argument, let observable): "\(observable): '\(argument)' is given twice; give it once"
        case .missing(let argument, let observable):
            "\(observable) needs '\(argument)='; 'evaluate --list' shows its arguments and units"
        case .badValue(let argument, let observable, let reason):
            "\(observable): \(argument): \(reason)" + unitSuggestion(reason)
        case .notACount(let argument, let observable, let text, let range):
            "\(observable): \(argument) cannot be '\(text)'; it is a whole number from \(range.lowerBound) to "
                + "\(range.upperBound)"
        case .unknownChoice(let argument, let observable, let text, let choices):
            "\(observable): \(argument) cannot be '\(text)'; it is one of \(choices.joined(separator: ", "))"
                + suggestion(text, choices)
        case .outOfRange(let argument, let value, let allowed):
            "\(argument) = \(value) is not possible: it must be \(allowed)"
        case .notTogether(let first, let second, let reason, let remedy):
            "'\(first)' and '\(second)' do not go together: \(reason); \(remedy)"
        case .undefined(let observable, let reason): "\(observable) has no value at this point: \(reason)"
        case .noPoints(let observable, let known):
            "\(observable) takes no list of points; ask it for one, or \(known.joined(separator: " or ")) for many"
        case .failed(let observable, let reason): "\(observable): \(reason)"
        }
    }

    private func suggestion(_ name: String, _ known: [String]) -> String {
        nearestName(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    }

    private func unitSuggestion(_ reason: UnitError) -> String {
        guard case .unitUnknown(let unit, let dimension) = reason, dimension != .dimensionless else { return "" }
        return suggestion(unit, dimension.units.map(\.symbol))
    }
}
