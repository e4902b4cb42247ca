import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// What of the machine may change the bits of a result: part of every key.
///
/// The mathematical functions of glibc choose their code by the processor's instruction sets and change the last bit
/// with it, so results are shared between machines only where these agree.
public struct Platform: Codable, Sendable, Hashable {
    /// Such as `x86_64`.
    public var architecture: String
    /// Such as `linux`.
    public var operatingSystem: String
    /// The C library with its version.
    public var library: String
    /// The instruction sets that results may depend on, sorted.
    public var instructionSets: [String]

    /// A platform that is not this one, for tests; ``current`` is that of the process.
    public init(architecture: String, operatingSystem: String, library: String, instructionSets: [String]) {
        self.architecture = architecture
        self.operatingSystem = operatingSystem
        self.library = library
        self.instructionSets = instructionSets
    }

    /// The platform of this process.
    public static let current = Platform(
        architecture: currentArchitecture, operatingSystem: "linux", library: currentLibrary,
        instructionSets: currentInstructionSets())

    /// One line for people.
    public var summary: String {
        ([architecture, operatingSystem, library] + instructionSets).joined(separator: " ")
    }

    private static var currentArchitecture: String {
        #if arch(x86_64)
            "x86_64"
        #elseif arch(arm64)
            "aarch64"
        #else
            "other"
        #endif
    }

    private static var currentLibrary: String {
        var buffer = [CChar](repeating: 0, count: 64)
        let count = confstr(Int32(_CS_GNU_LIBC_VERSION), &buffer, buffer.count)
        let version =
            count > 1 ? String(decoding: buffer[..<(count - 1)].map { UInt8(bitPattern: $0) }, as: UTF8.self) : "libc"
        // The tunables can switch instruction sets off for the C library alone.
        guard let tunables = getenv("GLIBC_TUNABLES") else { return version }
        return version + " " + String(cString: tunables)
    }

    private static func currentInstructionSets() -> [String] {
        // The kernel writes the file processor by processor; the first one's flags are in the first page or so.
        guard let file = fopen("/proc/cpuinfo", "r") else { return [] }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = fread(&buffer, 1, buffer.count, file)
        let text = String(decoding: buffer.prefix(count), as: UTF8.self)
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("flags") || $0.hasPrefix("Features") })
        else { return [] }
        let flags = Set(line.split(separator: " ").map(String.init))
        return ["avx2", "avx512f", "fma", "fma4"].filter(flags.contains)
    }
}
