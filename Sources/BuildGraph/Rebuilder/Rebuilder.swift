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

    func encodedParameters(_ node: NodeCore) throws -> [UInt8] {
        do {
            return try node.parameters.encode()
        } catch {
            throw BuildGraphError.parametersNotEncodable(node: node.name, problem: "\(error)")
        }
    }

    func codeDigest(_ module: String, _ node: NodeCore) throws -> ContentDigest {
        guard let digest = digests.digest(of: module) else {
            throw BuildGraphError.unknownModule(
                module, node: node.name, type: node.typeName, known: digests.sources.keys.sorted())
        }
        return digest
    }
}
