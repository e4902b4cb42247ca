import BuildGraph

/// Something that a paper writes for other programs when it is asked to, as a folder of its own: `export NAME DIR`.
public struct Export: Sendable {
    /// Such as `curves`.
    public let name: String
    /// What is in the folder, in a phrase.
    public let meaning: String
    /// The node that makes the files.
    public let contents: Node<ExportedFolder>
    /// Where it is declared.
    public let declaration: SourcePlace

    /// A folder that `export NAME DIR` writes.
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
    /// One file of a folder.
    public struct File: Codable, Hashable, Sendable {
        /// Plain names with slashes between them: `csv/first.csv`.
        public var path: String
        /// Its bytes.
        public var content: Blob

        /// A file of bytes.
        public init(_ path: String, _ content: Blob) {
            self.path = path
            self.content = content
        }

        /// A file of text in UTF-8.
        public init(_ path: String, _ text: String) {
            self.init(path, Blob(utf8: text))
        }
    }

    /// Each with a path of its own.
    public var files: [File]
    /// What somebody who asked for it is told beside where it is, a sentence each.
    public var remarks: [String]

    /// A folder of files, with what to tell who asked for it.
    public init(files: [File], remarks: [String] = []) {
        self.files = files
        self.remarks = remarks
    }
}
