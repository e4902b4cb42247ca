import BuildGraph

/// Something that a paper writes for other programs when it is asked to, as a folder of its own: `export NAME DIR`.
public struct Export: Sendable {
    /// Such as `curves`.
    public let name: String
    /// What is in the folder, in a phrase.
    public let meaning: String
    public let contents: Node<ExportedFolder>
    public let declaration: SourcePlace

    public init(
        _ name: String, _ meaning: String, from contents: Node<ExportedFolder>, fileID: String = #fileID,
        line: Int = #line
    ) {
        self.name = name
        self.meaning = meaning
        self.contents = contents
        declaration = SourcePlace(fileID: fileID, line: line)
    }
}

/// The files of an export.
public struct ExportedFolder: Codable, Hashable, Sendable {
    public struct File: Codable, Hashable, Sendable {
        /// Plain names with slashes between them: `csv/first.csv`.
        public var path: String
        public var content: Blob

        public init(_ path: String, _ content: Blob) {
            self.path = path
            self.content = content
        }

        public init(_ path: String, _ text: String) {
            self.init(path, Blob(utf8: text))
        }
    }

    public var files: [File]
    /// What somebody who asked for it is told beside where it is, a sentence each.
    public var remarks: [String]

    public init(files: [File], remarks: [String] = []) {
        self.files = files
        self.remarks = remarks
    }
}
