import Testing
@Test func dummy() { print(GeneratedCodeDigests.sources, GeneratedCodeDigests.dependencies, GeneratedCodeDigests.toolchain) }
