import ContentHash

/// Makes the keys of many nodes; remembers the fields that neighbours have in common.
struct KeyMaker {
    private let rebuilder: Rebuilder
    private var fields = KeyFields()
    /// The computation's type that ``head`` and ``tail`` are for.
    private var type: TypeIdentity?
    private var head: [UInt8] = []
    private var tail: [UInt8] = []
    /// Whether ``head`` has the parameters, which all nodes of the type share.
    private var hasParameters = false

    init(_ rebuilder: Rebuilder) { self.rebuilder = rebuilder }

    /// The key of a node with these input contents.
    mutating func key(for node: NodeCore, inputs: [ContentDigest]) throws -> ContentDigest {
        try prepare(node)
        fields.removeAll()
        fields.bytes += head
        if !hasParameters { fields.append(try rebuilder.encodedParameters(node)) }
        fields.bytes += tail
        fields.append(count: inputs.count)
        for input in inputs { fields.append(input) }
        return ContentDigest(of: fields.bytes)
    }

    /// Encodes the fields before and after the parameters.
    private mutating func prepare(_ node: NodeCore) throws {
        if case .computation(let type) = node.action {
            if type == self.type { return }
            self.type = nil
            try encode(node)
            self.type = type
        } else {
            self.type = nil
            try encode(node)
        }
    }

    private mutating func encode(_ node: NodeCore) throws {
        fields.removeAll()
        fields.append(ActionRecord.schema)
        fields.append(node.typeName)
        hasParameters = node.parameters.isConstant
        if hasParameters { fields.append(try rebuilder.encodedParameters(node)) }
        head = fields.bytes
        fields.removeAll()
        let modules = node.modules
        fields.append(count: modules.count)
        for module in modules { fields.append(try rebuilder.codeDigest(module, node)) }
        fields.append(rebuilder.platformBytes)
        tail = fields.bytes
    }
}

/// The bytes that a key is the digest of: fields with their lengths before them.
private struct KeyFields {
    var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(count: Int) {
        withUnsafeBytes(of: UInt64(count).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ field: [UInt8]) {
        append(count: field.count)
        bytes.append(contentsOf: field)
    }

    mutating func append(_ text: String) {
        append(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ digest: ContentDigest) {
        append(count: ContentDigest.byteCount)
        digest.appendBytes(to: &bytes)
    }
}
