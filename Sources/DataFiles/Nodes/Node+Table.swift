import BuildGraph

extension Node where Output == DataTable {
    /// A table of a CSV or TSV file, also one compressed by gzip: a line of names with units, `energy [MeV],rate [1/s]`, and
    /// rows below it.
    ///
    /// Lines that begin with `#` are remarks. The numbers come in the internal units of their dimensions. What cannot be
    /// right is an error with the file, the line and the column: a unit that is missing or of another dimension, a row of
    /// another length, an empty cell, a number with a comma before its decimals.
    /// - Parameters:
    ///   - name: unique in the graph.
    ///   - file: an input file, or what another node gives.
    ///   - columns: those that are read; the file may have others.
    public init(
        _ name: String, table file: Node<Blob>, columns: [DataColumn], separator: DataSeparator = .found,
        fileID: String = #fileID, line: Int = #line
    ) {
        self.init(
            name, ReadTable(file: file.name, columns: columns, separator: separator), from: file, fileID: fileID,
            line: line)
    }
}

/// The file's name is for messages: it is in the key, as an error with another name is another one, and not in the result,
/// so that a renamed file is read again and nothing follows.
struct ReadTable: Computation {
    var file: String
    var columns: [DataColumn]
    var separator: DataSeparator

    func compute(_ bytes: Blob) throws -> DataTable {
        try DataTable(bytes.bytes, file: file, columns: columns, separator: separator)
    }
}
