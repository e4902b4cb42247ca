/// A closure as it stands in the sources: where, and whether it holds values of the place where it was written.
///
/// What a closure holds is not in its node's key: where it changed, the result of the old value would be served. No
/// graph is made of such nodes (``BuildGraphError/capturedValues(_:)``); what may change is a node's `parameters`.
package struct WrittenClosure: Sendable {
    let source: SourcePlace
    let column: Int
    let holdsValues: Bool

    /// - Parameter cell: a struct whose only stored property is the closure, of the type that it was declared with.
    ///   Passed as a value of a generic type, a closure would be wrapped in another one that holds the first.
    package init<Cell>(_ cell: Cell, fileID: String, line: Int, column: Int) {
        source = SourcePlace(fileID: fileID, line: line)
        self.column = column
        holdsValues = Self.holdsValues(cell)
    }

    /// What a wrapper runs in the place of a closure of its caller: nothing is looked at, so that the wrapper answers
    /// for all that its closure holds being in the key, or outside of all keys on purpose.
    package static func wrapper(fileID: String = #fileID, line: Int = #line, column: Int = #column) -> WrittenClosure {
        WrittenClosure(source: SourcePlace(fileID: fileID, line: line), column: column, holdsValues: false)
    }

    private init(source: SourcePlace, column: Int, holdsValues: Bool) {
        self.source = source
        self.column = column
        self.holdsValues = holdsValues
    }

    /// `Module/File.swift:line:column`, which tells the closures of a line apart.
    var spot: String { "\(source):\(column)" }
    var module: String { String(source.fileID.prefix { $0 != "/" }) }

    /// A Swift closure is two words: its code, and its context, which is null where it holds nothing. A test tries the
    /// kinds of closures that there are. Another size is another compiler's: then each closure is refused.
    private static func holdsValues<Cell>(_ cell: Cell) -> Bool {
        let word = MemoryLayout<UInt>.size
        return withUnsafeBytes(of: cell) { bytes in
            bytes.count != 2 * word || bytes.load(fromByteOffset: word, as: UInt.self) != 0
        }
    }
}

/// A node whose closure holds values that are not in its key.
public struct CapturingNode: Sendable, Hashable {
    /// The node's name.
    public var name: String
    /// `Module/File.swift:line:column`.
    public var place: String
}
