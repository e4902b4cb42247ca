import BuildGraph

/// A file that a program gets: the result of a node, under the name that the program wants. It is in the key by its content
/// and its name.
public struct CommandInput: Sendable {
    let node: AnyNode
    let file: File

    /// How an input gets into the folder.
    struct File: Codable, Sendable {
        var name: String
        /// Whether the node's result is a text and not bytes.
        var isText = false

        func bytes(_ stored: [UInt8]) throws -> [UInt8] {
            isText ? Array(try decodeResult(String.self, stored).utf8) : stored
        }
    }

    /// The bytes of a node, or of a file of the project: `.input(.file("cards/run.dat"), as: "run.dat")`.
    ///
    /// - Parameter name: where the program finds it, from its working folder.
    public static func input(_ node: Node<Blob>, as name: String) -> CommandInput {
        CommandInput(node: node.erased, file: File(name: name))
    }

    /// The text of a node, in UTF-8.
    public static func input(_ node: Node<String>, as name: String) -> CommandInput {
        CommandInput(node: node.erased, file: File(name: name, isText: true))
    }
}

/// An argument of a program. A literal is a text.
public struct CommandArgument: Sendable, ExpressibleByStringLiteral {
    let word: Word
    let input: CommandInput?

    enum Word: Codable, Sendable, Hashable {
        case text(String)
        case seed
        case output(String)
    }

    private init(_ word: Word, input: CommandInput? = nil) {
        self.word = word
        self.input = input
    }

    public init(stringLiteral text: String) { self.init(.text(text)) }

    /// The text as it is: no shell reads it.
    public static func text(_ text: String) -> CommandArgument { CommandArgument(.text(text)) }

    /// The name of an input, which this also declares.
    public static func input(_ node: Node<Blob>, as name: String) -> CommandArgument {
        CommandArgument(.text(name), input: .input(node, as: name))
    }

    /// The name of an input with a node's text, which this also declares.
    public static func input(_ node: Node<String>, as name: String) -> CommandArgument {
        CommandArgument(.text(name), input: .input(node, as: name))
    }

    /// A number with all of its digits, as `1e-05` or `0.1`.
    public static func parameter(_ value: Double) -> CommandArgument { CommandArgument(.text("\(value)")) }

    /// A number.
    public static func parameter(_ value: Int) -> CommandArgument { CommandArgument(.text("\(value)")) }

    /// The command's seed.
    public static let seed = CommandArgument(.seed)

    /// The name of a declared output; one that is not declared is an error.
    public static func output(_ name: String) -> CommandArgument { CommandArgument(.output(name)) }
}
