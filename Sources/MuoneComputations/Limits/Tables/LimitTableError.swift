/// Why a table of a limit was refused: the file, the line, the value, and what to do about it.
public struct LimitTableError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, for programs; ``LimitTableError/description`` is for people.
    public enum Problem: String, Sendable, CaseIterable {
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
        case repeatedMass
        case notMonotone
        case tooFewPoints
        case tooManyPoints
        case tooLarge
        case outOfRange
        case recastMissing
        case recastFailed
    }

    public var problem: Problem
    public var file: String
    /// Counted from 1; nil where the fault is of the file as a whole.
    public var line: Int?
    /// The offending text as written, nil where something is missing.
    public var value: String?
    /// What happened.
    public var reason: String
    /// What to do.
    public var remedy: String

    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let shown = value.map { ": '\(Self.shorten($0))'" } ?? ""
        return "\(place): \(reason)\(shown); \(remedy)"
    }

    /// A value from a damaged file can be as long as the file.
    private static func shorten(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(57) + "..."
    }
}
