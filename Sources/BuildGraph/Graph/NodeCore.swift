import ContentHash
import Synchronization

/// A node without its type. Immutable; identity is that of the value it was made as.
final class NodeCore: Sendable {
    enum Action: Sendable, Hashable {
        case computation(TypeIdentity)
        case closure(module: String)
        case file(path: String)
        case remote(RemoteContent)
    }

    /// Larger than that of each node made before: tells nodes apart without a hash of anything.
    let serial: Int
    let name: String
    let action: Action
    let upstream: [NodeCore]
    /// Where the node was declared; nil for an input file.
    let place: SourcePlace?
    /// The closure of a node that runs one.
    let written: WrittenClosure?
    let parameters: ParameterSource
    /// Runs the node on its inputs' bytes, as they are in the store, and gives the bytes to store.
    let run: @Sendable ([[UInt8]]) throws -> [UInt8]
    /// In the place of ``run`` for a node that finds out what else it reads: gives those paths too.
    let discover: (@Sendable ([[UInt8]]) throws -> (bytes: [UInt8], files: [String]))?
    /// Of a node that starts other programs.
    let tool: NodeTool?

    init(
        name: String, action: Action, upstream: [NodeCore], parameters: ParameterSource, place: SourcePlace?,
        written: WrittenClosure? = nil, tool: NodeTool? = nil,
        discover: (@Sendable ([[UInt8]]) throws -> (bytes: [UInt8], files: [String]))? = nil,
        run: @escaping @Sendable ([[UInt8]]) throws -> [UInt8]
    ) {
        serial = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
        self.name = name
        self.action = action
        self.upstream = upstream
        self.place = place
        self.parameters = parameters
        self.written = written
        self.discover = discover
        self.tool = tool
        self.run = run
    }

    /// A node that runs a closure.
    convenience init(
        name: String, written: WrittenClosure, upstream: [NodeCore], parameters: ParameterSource,
        run: @escaping @Sendable ([[UInt8]]) throws -> [UInt8]
    ) {
        self.init(
            name: name, action: .closure(module: written.module), upstream: upstream, parameters: parameters,
            place: written.source, written: written, run: run)
    }

    /// The same step, declared elsewhere.
    func declared(at place: SourcePlace) -> NodeCore {
        NodeCore(
            name: name, action: action, upstream: upstream, parameters: parameters, place: place, written: written,
            tool: tool, discover: discover, run: run)
    }

    private static let count = Atomic<Int>(0)

    /// Whether a closure holds values that are not in the key.
    var holdsValues: Bool { written?.holdsValues ?? false }

    /// What is run: part of the key.
    var typeName: String {
        switch action {
        case .computation(let type): type.name
        case .closure(let module): "closure \(name) in \(module)"
        case .file: "file"
        case .remote: "remote file"
        }
    }

    /// The modules whose code the node runs directly.
    var modules: [String] {
        switch action {
        case .computation(let type): type.modules
        case .closure(let module): [module]
        case .file, .remote: []
        }
    }
}

/// The parameters of a node, encoded when the key is made.
struct ParameterSource: Sendable {
    let encode: @Sendable () throws -> [UInt8]
    /// Whether all values of the type are one, as of a computation without parameters: they need to be encoded once.
    let isConstant: Bool

    init<Parameters: Encodable & Sendable>(_ parameters: Parameters) {
        isConstant = MemoryLayout<Parameters>.size == 0
        encode = { try CanonicalEncoder().encode(parameters) }
    }

    private init(encode: @escaping @Sendable () throws -> [UInt8]) {
        isConstant = true
        self.encode = encode
    }

    static let none = ParameterSource(encode: { [] })
}

func encodeResult<Output: Encodable>(_ result: Output) throws -> [UInt8] {
    // The exact type, as an optional blob must tell nil from bytes.
    if Output.self == Blob.self, let blob = result as? Blob { return blob.bytes }
    return try CanonicalEncoder().encode(result)
}

package func decodeResult<Output: Decodable>(_ type: Output.Type, _ bytes: [UInt8]) throws -> Output {
    if Output.self == Blob.self, let blob = Blob(bytes) as? Output { return blob }
    return try CanonicalDecoder().decode(type, from: bytes)
}
