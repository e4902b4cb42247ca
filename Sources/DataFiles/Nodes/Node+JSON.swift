import BuildGraph

extension Node {
    /// The value of a JSON file, also one compressed by gzip, as the type of the node.
    ///
    /// Errors have the file, the line, the column and the member's path. A member that stands twice, a number beyond
    /// those that there are and what is no JSON (`NaN`, remarks, a comma at the end) are refused. Members that the type
    /// does not have are passed over, unless one is nearly the name of an optional member that the file lacks.
    public init(_ name: String, json file: Node<Blob>, fileID: String = #fileID, line: Int = #line) {
        self.init(name, ReadJSON<Output>(file: file.name), from: file, fileID: fileID, line: line)
    }
}

struct ReadJSON<Value: Codable & Sendable>: Computation {
    var file: String

    func compute(_ bytes: Blob) throws -> Value {
        try DataDocument.json(Value.self, bytes.bytes, file: file)
    }
}

extension Node where Output == Blob {
    /// What a file compressed by gzip holds. Readers of tables, JSON and YAML need it not: they see it themselves.
    ///
    /// - Parameter limit: the most bytes that it is let to become.
    public init(
        _ name: String, gunzip file: Node<Blob>, limit: Int = 256_000_000, fileID: String = #fileID, line: Int = #line
    ) {
        self.init(name, Gunzip(file: file.name, limit: limit), from: file, fileID: fileID, line: line)
    }
}

struct Gunzip: Computation {
    var file: String
    var limit: Int

    func compute(_ bytes: Blob) throws -> Blob {
        Blob(try Gzip.decompress(bytes.bytes, file: file, limit: limit))
    }
}
