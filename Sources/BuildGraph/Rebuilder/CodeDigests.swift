import ContentHash

/// The digests of the modules' sources, as a build-tool plugin generates them.
///
/// The digest that enters a key is transitive: it covers a module, all that it imports within the package and the
/// toolchain. It is the digest of a ``Manifest`` that the store keeps, so that a reason can name the module that
/// changed.
public struct CodeDigests: Sendable {
    /// Own sources' digest of each module.
    public let sources: [String: String]
    /// Direct dependencies of each module, in-package modules and external packages alike.
    public let dependencies: [String: [String]]
    /// The compiler's version text.
    public let toolchain: String
    private let manifests: [String: EncodedManifest]

    /// The code that a module's digest covers, readable in the store.
    public struct Manifest: Codable, Sendable, Hashable {
        /// The compiler's version text.
        public var toolchain: String
        /// Own digest of the module and of each module below it, by name.
        public var modules: [String: String]
    }

    struct EncodedManifest: Sendable {
        var digest: ContentDigest
        var bytes: [UInt8]
    }

    /// - Parameters:
    ///   - sources: the digest of each module's own sources, in any fixed form.
    ///   - dependencies: the modules that each module depends on; those without sources here are left out.
    ///   - toolchain: the compiler's version.
    public init(sources: [String: String], dependencies: [String: [String]] = [:], toolchain: String = "") {
        self.sources = sources
        self.dependencies = dependencies
        self.toolchain = toolchain
        var manifests: [String: EncodedManifest] = [:]
        for module in sources.keys {
            var covered: [String: String] = [:]
            var waiting = [module]
            while let next = waiting.popLast() {
                guard covered[next] == nil, let digest = sources[next] else { continue }
                covered[next] = digest
                waiting += dependencies[next] ?? []
            }
            let manifest = Manifest(toolchain: toolchain, modules: covered)
            guard let bytes = try? CanonicalEncoder().encode(manifest) else { continue }
            manifests[module] = EncodedManifest(digest: ContentDigest(of: bytes), bytes: bytes)
        }
        self.manifests = manifests
    }

    /// The digests of two sets of modules. A module of both takes the digest given here.
    public func merging(_ other: CodeDigests) -> CodeDigests {
        CodeDigests(
            sources: other.sources.merging(sources) { $1 },
            dependencies: other.dependencies.merging(dependencies) { $1 },
            toolchain: toolchain.isEmpty ? other.toolchain : toolchain)
    }

    /// The transitive digest of a module's code; nil for a module that is not covered.
    public func digest(of module: String) -> ContentDigest? { manifests[module]?.digest }

    func manifest(of module: String) -> EncodedManifest? { manifests[module] }
}
