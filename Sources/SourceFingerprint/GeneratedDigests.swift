import ContentHash
import FoundationEssentials

/// What the build-tool plugin writes: the digests of modules as Swift source.
public struct GeneratedDigests: Sendable, Hashable {
    /// Own digest of each module, hexadecimal.
    public var sources: [String: String]
    /// Direct dependencies of each module.
    public var dependencies: [String: [String]]
    /// Folder of each module of the package itself, relative to the package.
    public var folders: [String: String]
    /// The compiler's version.
    public var toolchain: String

    public init(
        sources: [String: String], dependencies: [String: [String]], folders: [String: String], toolchain: String
    ) {
        self.sources = sources
        self.dependencies = dependencies
        self.folders = folders
        self.toolchain = toolchain
    }

    /// Hashes modules.
    public init(
        modules: [ModuleSources], dependencies: [String: [String]], folders: [String: String], toolchain: String
    ) throws {
        var sources: [String: String] = [:]
        for module in modules { sources[module.name] = try module.digest().hex }
        self.init(sources: sources, dependencies: dependencies, folders: folders, toolchain: toolchain)
    }

    /// The modules whose generated digest is not that of the sources in a package's folder, sorted.
    ///
    /// Catches a plugin that the package manager did not run again. Modules without a folder in the package, those of
    /// other packages, are passed over; one whose folder is gone is stale.
    public static func staleModules(
        _ sources: [String: String], folders: [String: String], package: String
    ) throws -> [String] {
        try sources.keys.sorted().filter { module in
            guard let folder = folders[module] else { return false }
            let path = package + "/" + folder
            guard FileManager.default.fileExists(atPath: path) else { return true }
            return try ModuleSources(name: module, folder: path).digest().hex != sources[module]
        }
    }

    /// A Swift file that declares the digests; the same text for equal digests.
    public var swiftSource: String {
        var text = """
            // Written by the FingerprintSources plugin: the digest of each module's sources.

            enum GeneratedCodeDigests {
                /// Own digest of each module.
                static let sources: [String: String] = [

            """
        for (module, digest) in sources.sorted(by: { $0.key < $1.key }) {
            text += "        \(literal(module)): \(literal(digest)),\n"
        }
        if sources.isEmpty { text += "        :\n" }
        text += "    ]\n\n    /// Direct dependencies of each module.\n"
        text += "    static let dependencies: [String: [String]] = [\n"
        for (module, list) in dependencies.sorted(by: { $0.key < $1.key }) {
            text += "        \(literal(module)): [\(list.sorted().map(literal).joined(separator: ", "))],\n"
        }
        if dependencies.isEmpty { text += "        :\n" }
        text += "    ]\n\n    /// Folder of each module of this package, relative to the package.\n"
        text += "    static let folders: [String: String] = [\n"
        for (module, folder) in folders.sorted(by: { $0.key < $1.key }) {
            text += "        \(literal(module)): \(literal(folder)),\n"
        }
        if folders.isEmpty { text += "        :\n" }
        text += "    ]\n\n    /// The compiler's version.\n"
        text += "    static let toolchain = \(literal(toolchain))\n}\n"
        if dependencies.keys.contains(Self.kit) { text += Self.paper }
        return text
    }

    /// The module that asks a paper for its digests.
    private static let kit = "PaperKit"

    /// Gives every paper of the module its digests.
    private static let paper = """

        \(["BuildGraph", "PaperKit"].map { "import \($0)" }.joined(separator: "\n"))

        extension Paper {
            public static var codeDigests: CodeDigests {
                CodeDigests(
                    sources: GeneratedCodeDigests.sources, dependencies: GeneratedCodeDigests.dependencies,
                    toolchain: GeneratedCodeDigests.toolchain)
            }
        }

        """

    private func literal(_ text: String) -> String { CanonicalValue.text(text).json() }
}
