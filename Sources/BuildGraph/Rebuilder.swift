import ContentHash

/// Decides whether a recorded result may be used, and says why not: "is it stale", apart from "in what order" and
/// "where".
struct Rebuilder: Sendable {
    let store: any Store
    let digests: CodeDigests
    let platform: Platform
    let platformBytes: [UInt8]

    init(store: any Store, digests: CodeDigests, platform: Platform) throws {
        self.store = store
        self.digests = digests
        self.platform = platform
        platformBytes = try CanonicalEncoder().encode(platform)
    }

    /// Finds what no key can be made for, before anything runs.
    func validate(_ node: NodeCore) throws {
        if case .computation(let type) = node.action, !type.isStable {
            throw BuildGraphError.unstableType(type.name, node: node.name)
        }
        for module in node.modules where digests.digest(of: module) == nil {
            throw BuildGraphError.unknownModule(
                module, node: node.name, type: node.typeName, known: digests.sources.keys.sorted())
        }
    }

    /// The name under which the result of a node with these input contents is stored.
    func key(for node: NodeCore, inputs: [ContentDigest]) throws -> ContentDigest {
        var keys = KeyMaker(self)
        return try keys.key(for: node, inputs: inputs)
    }

    /// The parts of the key, for the record and for reasons.
    func parts(of node: NodeCore, inputs: [ContentDigest]) throws -> ActionRecord.KeyParts {
        let parameters = try encodedParameters(node)
        var code: [String: ContentDigest] = [:]
        for module in node.modules { code[module] = try codeDigest(module, node) }
        return ActionRecord.KeyParts(
            type: node.typeName,
            parameterDigest: ContentDigest(of: parameters),
            parameters: parameters.isEmpty ? [:] : try CanonicalValue(canonical: parameters).flattened(),
            code: code,
            platform: platform,
            inputs: zip(node.upstream, inputs).map { ActionRecord.Input(name: $0.name, content: $1) })
    }

    /// Keeps the manifests behind a node's code digests, so that a later reason can tell the modules apart.
    func keepManifests(of node: NodeCore) throws {
        for module in node.modules {
            guard let manifest = digests.manifest(of: module), !store.mayContain(manifest.digest) else { continue }
            try store.insert(blob: manifest.bytes, worth: 0)
        }
    }

    fileprivate func encodedParameters(_ node: NodeCore) throws -> [UInt8] {
        do {
            return try node.parameters.encode()
        } catch {
            throw BuildGraphError.parametersNotEncodable(node: node.name, problem: "\(error)")
        }
    }

    fileprivate func codeDigest(_ module: String, _ node: NodeCore) throws -> ContentDigest {
        guard let digest = digests.digest(of: module) else {
            throw BuildGraphError.unknownModule(
                module, node: node.name, type: node.typeName, known: digests.sources.keys.sorted())
        }
        return digest
    }
}

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
