import FoundationEssentials
import SourceFingerprint
import Testing

@testable import paperbuild

@Suite("The digests that enter the keys are those of the sources")
struct CodeDigestTests {
    /// The package's folder, from the place of this file.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false)

    @Test func noneIsStale() throws {
        let stale = try GeneratedDigests.staleModules(
            GeneratedCodeDigests.sources, folders: GeneratedCodeDigests.folders, package: Self.package)
        #expect(stale == [], "SwiftPM did not run the plugin again; remove .build/plugins and build again")
    }

    @Test("and each module of the package has its folder, whatever its path")
    func folders() {
        let folders = GeneratedCodeDigests.folders
        #expect(folders["TridentPhysics"] == "Sources/Phenomenology/Trident")
        #expect(folders["NumericalMethods"] == "Sources/NumericalMethods")
        #expect(folders.values.allSatisfy { $0.hasPrefix("Sources/") })
        #expect(folders["ComplexModule"] == nil, "it is of another package")
    }

    @Test func thePhysicsIsCovered() {
        let modules = GeneratedCodeDigests.sources.keys
        #expect(modules.contains("Kinematics"))
        #expect(modules.contains("ComplexModule"), "code of other packages counts too")
    }
}
