import Synchronization

/// The name of a computation's type, the same in each process, and the modules that it mentions.
///
/// One reference, as each node of a graph has one.
struct TypeIdentity: Sendable, Hashable {
    private final class Details: Sendable {
        let name: String
        let modules: [String]
        let isStable: Bool

        init(reflected text: String) {
            name = text
            isStable = !text.contains("(unknown context")
            modules = TypeIdentity.modules(in: text)
        }
    }

    private let details: Details

    var name: String { details.name }
    /// The modules named in the type, its own first; without the standard library's.
    var modules: [String] { details.modules }
    /// False for a private or local type, whose name the runtime spells with an address.
    var isStable: Bool { details.isStable }

    init(_ type: Any.Type) {
        let id = ObjectIdentifier(type)
        if let known = Self.known.withLock({ $0[id] }) {
            self = known
            return
        }
        self.init(reflected: String(reflecting: type))
        Self.known.withLock { $0[id] = self }
    }

    /// Reads the text that `String(reflecting:)` gives for a type.
    init(reflected text: String) { details = Details(reflected: text) }

    static func == (left: TypeIdentity, right: TypeIdentity) -> Bool {
        left.details === right.details || left.name == right.name
    }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }

    private static let known = Mutex<[ObjectIdentifier: TypeIdentity]>([:])

    /// Whether a module belongs to the toolchain, whose version enters every code digest.
    static func isToolchainModule(_ module: String) -> Bool {
        toolchainModules.contains(module)
    }

    private static let toolchainModules: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "_Concurrency", "Synchronization", "Dispatch", "__C",
    ]

    /// The first component of each dotted name.
    private static func modules(in text: String) -> [String] {
        var found: [String] = []
        var word = ""
        var isFirst = true  // whether the current word starts a dotted name
        for character in text + " " {
            if character.isLetter || character.isNumber || character == "_" {
                word.append(character)
                continue
            }
            let isModule = isFirst && !word.isEmpty && (character == "." || character == ")")
            let isKeyword = ["extension", "in", "unknown", "context", "at"].contains(word)
            if isModule, !isKeyword, !isToolchainModule(word), !found.contains(word) { found.append(word) }
            isFirst = character != "."
            word = ""
        }
        return found
    }
}
