import BuildGraph
import DataFiles

extension Node {
    /// The value of a YAML file, also one compressed by gzip, as the type of the node.
    ///
    /// A word without quotation marks is what the type asks for, if it is that for every reader of YAML: `no` is a text where
    /// one is asked for, and refused where a truth value is; `1e5` is a number, `1_000`, `012` and `1:30` are refused. Errors
    /// have the file, the line, the column and the member's path. A member that stands twice, a second document, merged
    /// members (`<<`) and tags of other kinds than YAML's own are refused.
    public init(_ name: String, yaml file: Node<Blob>, fileID: String = #fileID, line: Int = #line) {
        self.init(name, ReadYAML<Output>(file: file.name), from: file, fileID: fileID, line: line)
    }
}

struct ReadYAML<Value: Codable & Sendable>: Computation {
    var file: String

    func compute(_ bytes: Blob) throws -> Value {
        let text = try FileText(try Gzip.contents(of: bytes.bytes, file: file), file: file)
        return try DataDocument.decode(Value.self, try YAMLTree.tree(text), DataSource(text))
    }
}
