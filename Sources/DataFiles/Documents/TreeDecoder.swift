import BuildGraph

/// Makes a `Decodable` value from a tree; each error has the place in the file and the path of the member.
package enum DataDocument {
    /// The value of a JSON file.
    package static func json<Value: Decodable>(
        _ type: Value.Type, _ bytes: [UInt8], file: String
    ) throws(DataFileError) -> Value {
        let text = try FileText(try Gzip.contents(of: bytes, file: file), file: file)
        return try decode(type, try JSONParser.tree(text), DataSource(text))
    }

    /// - Throws: ``DataFileError`` also where a member that is not there and optional has the name of one that nobody
    ///   asked for, but for a letter.
    package static func decode<Value: Decodable>(
        _ type: Value.Type, _ tree: DataTree, _ source: DataSource
    ) throws(DataFileError) -> Value {
        let reading = TreeReading(source)
        do {
            let value = try TreeDecoder(tree, path: [], reading).value(type)
            try reading.checkNames()
            return value
        } catch let error as DataFileError {
            throw error
        } catch let error as DecodingError {
            throw reading.error(error, in: tree)
        } catch {
            throw DataFileError(
                file: source.text.file, reason: "the values do not make a \(type): \(error)",
                remedy: "correct them in the file")
        }
    }
}

/// What was asked for while a value was made.
final class TreeReading {
    let source: DataSource
    private var asked: [ObjectIdentifier: (tree: DataTree, path: [any CodingKey], names: Set<String>)] = [:]

    init(_ source: DataSource) { self.source = source }

    func note(_ names: some Sequence<String>, of tree: DataTree, path: [any CodingKey]) {
        asked[ObjectIdentifier(tree), default: (tree, path, [])].names.formUnion(names)
    }

    func error(
        _ tree: DataTree, _ path: [any CodingKey], _ problem: String, _ remedy: String
    ) -> DataFileError {
        source.error(at: tree.position, "\(Self.name(path)) \(problem)", remedy)
    }

    /// A member that was looked for in vain beside one that nobody wanted and whose name is nearly the same.
    func checkNames() throws(DataFileError) {
        for (tree, path, names) in asked.values.sorted(by: { Self.name($0.path) < Self.name($1.path) }) {
            guard let members = tree.members else { continue }
            let unused = members.filter { !names.contains($0.name) }
            let absent = names.subtracting(members.map(\.name)).sorted()
            for name in absent where name.count > 3 {
                guard let near = nearestName(to: name, among: unused.map(\.name)),
                    let member = unused.first(where: { $0.name == near })
                else { continue }
                throw source.error(
                    at: member.position, "\(Self.name(path)) has a member that is not read", value: near,
                    "did you mean '\(name)', which it lacks? Rename it, or take it out")
            }
        }
    }

    /// What a type's own decoding says, with the place that it means.
    func error(_ error: DecodingError, in tree: DataTree) -> DataFileError {
        let context: DecodingError.Context =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context
            case .keyNotFound(_, let context): context
            @unknown default: DecodingError.Context(codingPath: [], debugDescription: "\(error)")
            }
        var place = tree
        for key in context.codingPath {
            if let index = key.intValue, let list = place.list, list.indices.contains(index) {
                place = list[index]
            } else if let member = place.members?.first(where: { $0.name == key.stringValue }) {
                place = member.value
            }
        }
        return self.error(place, context.codingPath, "is not possible: \(context.debugDescription)", "correct it")
    }

    /// `cuts.bins[2]`.
    static func name(_ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return "the file's value" }
        var text = ""
        for key in path {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return "'\(text)'"
    }
}

struct TreeDecoder: Decoder {
    let tree: DataTree
    let codingPath: [any CodingKey]
    let reading: TreeReading
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ tree: DataTree, path: [any CodingKey], _ reading: TreeReading) {
        self.tree = tree
        codingPath = path
        self.reading = reading
    }

    func error(_ problem: String, _ remedy: String) -> DataFileError {
        reading.error(tree, codingPath, problem, remedy)
    }

    /// A value of any type, with those of the standard library as they are written.
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let own: (any Decodable)? =
            switch type {
            case is Double.Type: try number()
            case is Float.Type: try float()
            case is String.Type: try text()
            case is Bool.Type: try bool()
            case let type as any (FixedWidthInteger & Decodable).Type: try whole(type)
            default: nil
            }
        // Nothing would pass for an optional of any type.
        if let own, let value = own as? Value { return value }
        return try Value(from: self)
    }

    var isNull: Bool {
        switch tree.kind {
        case .null: true
        case .plain(let text): ["", "~", "null", "Null", "NULL"].contains(text)
        default: false
        }
    }

    func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let members = tree.members else {
            throw error("is \(tree.whatItIs)", "give an object with members")
        }
        reading.note([], of: tree, path: codingPath)
        return KeyedDecodingContainer(TreeMembers(decoder: self, members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let list = tree.list else { throw error("is \(tree.whatItIs)", "give a list") }
        return TreeList(decoder: self, list: list)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { TreeValue(decoder: self) }
}
