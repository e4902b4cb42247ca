/// Where something is declared in the sources: for people only. It enters no key, so that moving a line runs nothing.
public struct SourcePlace: Sendable, Hashable, CustomStringConvertible {
    /// `Module/File.swift`.
    public let fileID: String
    /// Counted from 1.
    public let line: Int

    /// The place of the call, unless another one is passed on.
    public init(fileID: String = #fileID, line: Int = #line) {
        self.fileID = fileID
        self.line = line
    }

    /// `Module/File.swift:line`.
    public var description: String { "\(fileID):\(line)" }
}
