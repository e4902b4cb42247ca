/// Why a table of a limit was refused: the file, the line, the value, and what to do about it.
package struct LimitTableError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, for programs; ``LimitTableError/description`` is for people.
    package enum Problem: String, Sendable, CaseIterable {
        case notUTF8
        case controlCharacter
        case unknownKey
        case repeatedKey
        case badHeaderValue
        case missingHeader
        case headerAfterData
        case headerWithoutColon
        case wrongSeparator
        case wrongColumnCount
        case notANumber
        case notFinite
        case notPositive
        case notMonotone
        case badOutline
        case badEdge
        case tooFewPoints
        case tooManyPoints
        case tooLarge
        case outOfRange
        case recastMissing
        case recastFailed
    }

    package var problem: Problem
    package var file: String
    /// Counted from 1; nil where the fault is of the file as a whole.
    package var line: Int?
    /// The offending text as written, nil where something is missing.
    package var value: String?
    /// What happened.
    package var reason: String
    /// What to do.
    package var remedy: String

    package init(problem: Problem, file: String, line: Int?, value: String?, reason: String, remedy: String) {
        self.problem = problem
        self.file = file
        self.line = line
        self.value = value
        self.reason = reason
        self.remedy = remedy
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let shown = value.map { ": '\(Self.shorten($0))'" } ?? ""
        return "\(place): \(reason)\(shown); \(remedy)"
    }

    /// A value from a damaged file can be as long as the file.
    private static func shorten(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(57) + "..."
    }
}
