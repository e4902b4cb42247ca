/// Why a file of data was refused: the file, the place in it, the text there, and what to do about it.
public struct DataFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As the node that reads it knows the file: its path, or the name of the node that gives it.
    public var file: String
    /// Counted from 1; nil where the fault is of the file as a whole.
    public var line: Int?
    /// In characters, from 1.
    public var column: Int?
    /// The offending text as written, nil where something is missing.
    public var value: String?
    /// What is wrong.
    public var reason: String
    /// What to do.
    public var remedy: String

    package init(
        file: String, line: Int? = nil, column: Int? = nil, value: String? = nil, reason: String, remedy: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.value = value
        self.reason = reason
        self.remedy = remedy
    }

    public var description: String {
        let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
        let shown = value.map { ": '\(Self.shortened($0))'" } ?? ""
        return "\(file)\(place): \(reason)\(shown); \(remedy)"
    }

    /// A text from a damaged file can be as long as the file.
    private static func shortened(_ text: String) -> String { text.count <= 60 ? text : text.prefix(57) + "..." }
}
