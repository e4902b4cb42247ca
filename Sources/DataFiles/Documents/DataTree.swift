/// A value of a JSON or YAML file as written, with its place.
package final class DataTree: Sendable {
    package enum Kind: Sendable {
        case null
        case bool(Bool)
        /// As written.
        case number(String)
        case text(String)
        /// A word of YAML without quotation marks: what it is, the type decides that asks.
        case plain(String)
        case list([DataTree])
        case members([Member])
    }

    package struct Member: Sendable {
        package var name: String
        package var position: DataPosition
        package var value: DataTree

        package init(name: String, position: DataPosition, value: DataTree) {
            self.name = name
            self.position = position
            self.value = value
        }
    }

    package let kind: Kind
    package let position: DataPosition

    package init(_ kind: Kind, at position: DataPosition) {
        self.kind = kind
        self.position = position
    }

    /// Deeper ones are refused.
    package static let mostLevels = 200

    var members: [Member]? { if case .members(let members) = kind { members } else { nil } }
    var list: [DataTree]? { if case .list(let list) = kind { list } else { nil } }

    /// For messages: `the text 'two'`.
    var whatItIs: String {
        switch kind {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let text): "the number \(text)"
        case .text(let text): "the text '\(text.count <= 40 ? text : text.prefix(37) + "...")'"
        case .plain(let text): "'\(text.count <= 40 ? text : text.prefix(37) + "...")'"
        case .list: "a list"
        case .members: "an object with members"
        }
    }
}

/// Where something stands in a file.
package enum DataPosition: Sendable, Hashable {
    case byte(Int)
    case line(Int, column: Int)
}

/// A file whose values were read, for messages.
package struct DataSource: Sendable {
    package let text: FileText

    package init(_ text: FileText) { self.text = text }

    package func error(
        at position: DataPosition, _ reason: String, value: String? = nil, _ remedy: String
    ) -> DataFileError {
        switch position {
        case .byte(let byte): text.error(at: byte, reason, value: value, remedy)
        case .line(let line, let column):
            DataFileError(file: text.file, line: line, column: column, value: value, reason: reason, remedy: remedy)
        }
    }
}
