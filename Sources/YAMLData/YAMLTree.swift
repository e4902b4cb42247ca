import DataFiles
import Yams

/// Reads YAML by libyaml, into the values as written.
struct YAMLTree {
    /// Of a tree in which each alias is written out: more are a mistake, or made to fill the memory.
    static let mostValues = 1_000_000

    private let source: DataSource
    private var count = 0

    static func tree(_ text: FileText) throws(DataFileError) -> DataTree {
        let string = String(decoding: text.bytes[text.start...], as: UTF8.self)
        let root: Yams.Node?
        do {
            root = try Yams.Parser(yaml: string, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw Self.error(error, text)
        } catch {
            throw DataFileError(file: text.file, reason: "this is no YAML: \(error)", remedy: "correct it")
        }
        guard let root else {
            throw DataFileError(file: text.file, reason: "the file holds no value", remedy: "write one")
        }
        var tree = YAMLTree(source: DataSource(text))
        return try tree.value(root, level: 0)
    }

    private init(source: DataSource) { self.source = source }

    private mutating func value(_ node: Yams.Node, level: Int) throws(DataFileError) -> DataTree {
        let position = Self.position(node.mark)
        count += 1
        guard count <= Self.mostValues else {
            throw source.error(
                at: position, "the values, with each alias written out, are more than \(Self.mostValues)",
                "write them without aliases of aliases")
        }
        guard level < DataTree.mostLevels else {
            throw source.error(
                at: position, "values are nested more than \(DataTree.mostLevels) deep",
                "the file is damaged, or no data")
        }
        switch node {
        case .scalar(let scalar): return DataTree(try kind(scalar, position), at: position)
        case .sequence(let sequence):
            try check(sequence.tag, "tag:yaml.org,2002:seq", position)
            var list: [DataTree] = []
            for element in sequence { list.append(try value(element, level: level + 1)) }
            return DataTree(.list(list), at: position)
        case .mapping(let mapping):
            try check(mapping.tag, "tag:yaml.org,2002:map", position)
            var members: [DataTree.Member] = []
            var names: Set<String> = []
            for (key, element) in mapping {
                let place = Self.position(key.mark)
                let name = try name(key, place)
                // What Yams compares has tags and styles.
                guard names.insert(name).inserted else {
                    throw source.error(at: place, "the member stands twice", value: name, "keep one of them")
                }
                members.append(.init(name: name, position: place, value: try value(element, level: level + 1)))
            }
            return DataTree(.members(members), at: position)
        case .alias(let alias):
            throw source.error(
                at: position, "the alias stands for nothing", value: alias.anchor.rawValue,
                "define its anchor before it")
        }
    }

    private func name(_ key: Yams.Node, _ position: DataPosition) throws(DataFileError) -> String {
        guard case .scalar(let scalar) = key else {
            throw source.error(at: position, "the name of a member is not a text", "write one")
        }
        guard scalar.string != "<<" || scalar.style != .plain else {
            throw source.error(at: position, "members are merged from elsewhere", value: "<<", "write them out")
        }
        return scalar.string
    }

    /// The tag of a value decides nothing but whether a word is a text.
    private func kind(_ scalar: Yams.Node.Scalar, _ position: DataPosition) throws(DataFileError) -> DataTree.Kind {
        let isQuoted = scalar.style != .plain && scalar.style != .any
        switch scalar.tag.rawValue {
        case "": return isQuoted ? .text(scalar.string) : .plain(scalar.string)
        case "!", "tag:yaml.org,2002:str": return .text(scalar.string)
        case let tag: throw refused(tag, position)
        }
    }

    private func check(_ tag: Tag, _ own: String, _ position: DataPosition) throws(DataFileError) {
        let name = tag.rawValue
        guard name.isEmpty || name == own || name == "!" else { throw refused(name, position) }
    }

    private func refused(_ tag: String, _ position: DataPosition) -> DataFileError {
        source.error(at: position, "the value has a tag that is not read", value: tag, "take it out")
    }

    private static func position(_ mark: Mark?) -> DataPosition {
        mark.map { .line($0.line, column: $0.column) } ?? .byte(0)
    }

    private static func error(_ error: YamlError, _ text: FileText) -> DataFileError {
        func at(_ mark: Mark?, _ reason: String, _ remedy: String = "correct it there or just before") -> DataFileError
        {
            DataFileError(file: text.file, line: mark?.line, column: mark?.column, reason: reason, remedy: remedy)
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            let begin = context.map { ", \($0.text) that begins on line \($0.mark.line)" } ?? ""
            return at(
                mark, "this is no YAML: \(problem)\(begin)",
                problem.contains("tab") || problem.contains("'\\t'")
                    ? "indent with blanks, not with tabs" : "correct it there or just before")
        case .composer(_, let problem, let mark, _):
            return problem.contains("another document")
                ? at(mark, "there is a second document in the file", "keep one, or write a list")
                : at(mark, problem)
        case .duplicatedKeysInMapping(let names, let context):
            return DataFileError(
                file: text.file, line: context.mark.line, column: context.mark.column, value: names.first,
                reason: "the member stands twice", remedy: "keep one of them")
        case .reader(let problem, let offset, _, let yaml):
            let place = offset.flatMap { yaml.index(yaml.startIndex, offsetBy: $0, limitedBy: yaml.endIndex) }
            let byte = place.map { text.start + yaml.utf8.distance(from: yaml.startIndex, to: $0) }
            return text.error(at: byte ?? text.start, "this is no YAML: \(problem)", "correct it")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return at(nil, "this is no YAML: \(error)")
        }
    }
}
