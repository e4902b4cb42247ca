import ContentHash

extension Rebuilder {
    /// Why there is no result under a key: what differs from the last run of the node's name.
    func reason(for node: NodeCore, parts: ActionRecord.KeyParts) -> Reason {
        guard let last = store.lastRecord(ofNode: node.name) else { return .neverBuilt }
        let old = last.parts
        if old.type != parts.type { return .typeChanged(from: old.type, to: parts.type) }
        if old.parameterDigest != parts.parameterDigest {
            return parameterReason(from: old.parameters, to: parts.parameters)
        }
        if let reason = codeReason(from: old.code, to: parts.code) { return reason }
        if old.platform != parts.platform {
            return .platformChanged(from: old.platform.summary, to: parts.platform.summary)
        }
        guard old.inputs.count == parts.inputs.count else { return .inputsRearranged }
        for (before, now) in zip(old.inputs, parts.inputs) where before.content != now.content {
            // Another node in this place is another input even where some content happens to be the old one's.
            let isSwap = before.name != now.name && old.inputs.contains { $0.name == now.name }
            return isSwap ? .inputsRearranged : .inputChanged(name: now.name)
        }
        for before in old.discovered ?? [] where DiscoveredInput.content(before.name) != before.content {
            return .inputChanged(name: before.name)
        }
        return .recordLost
    }

    private func parameterReason(from old: [String: String], to new: [String: String]) -> Reason {
        for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
            return .parameterChanged(name: name, from: old[name], to: new[name])
        }
        // The digests differ where the abridged texts agree.
        return .parameterChanged(name: "(a long value)", from: "one value", to: "another")
    }

    private func codeReason(from old: [String: ContentDigest], to new: [String: ContentDigest]) -> Reason? {
        for module in Set(old.keys).union(new.keys).sorted() where old[module] != new[module] {
            guard let before = old[module].flatMap(manifest), let now = digests.manifest(of: module)?.decoded else {
                return .codeChanged(module: module, through: nil)
            }
            if before.toolchain != now.toolchain {
                return .toolchainChanged(from: before.toolchain, to: now.toolchain)
            }
            let changed = Set(before.modules.keys).union(now.modules.keys).sorted()
                .filter { before.modules[$0] != now.modules[$0] }
            if changed.contains(module) { return .codeChanged(module: module, through: nil) }
            return .codeChanged(module: changed.first ?? module, through: changed.isEmpty ? nil : module)
        }
        return nil
    }

    private func manifest(_ digest: ContentDigest) -> CodeDigests.Manifest? {
        guard case .found(let bytes) = store.blob(digest) else { return nil }
        return try? CanonicalDecoder().decode(CodeDigests.Manifest.self, from: bytes)
    }
}

extension CodeDigests.EncodedManifest {
    fileprivate var decoded: CodeDigests.Manifest? {
        try? CanonicalDecoder().decode(CodeDigests.Manifest.self, from: bytes)
    }
}

extension CanonicalValue {
    /// The leaves of nested maps under dotted paths, as JSON text; long values are abridged, with their digest.
    func flattened() throws -> [String: String] {
        var leaves: [String: String] = [:]
        flatten(into: &leaves, path: "")
        return leaves
    }

    private func flatten(into leaves: inout [String: String], path: String) {
        if case .map(let entries) = self, !entries.isEmpty {
            for entry in entries {
                entry.value.flatten(into: &leaves, path: path.isEmpty ? entry.key : path + "." + entry.key)
            }
            return
        }
        if case .map = self, path.isEmpty { return }
        let text = json()
        let name = path.isEmpty ? "value" : path
        leaves[name] =
            text.utf8.count <= 400 ? text : "\(text.prefix(120))… (SHA-256 \(ContentDigest(of: text).shortHex))"
    }
}
