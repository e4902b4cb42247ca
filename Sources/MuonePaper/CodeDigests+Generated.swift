import BuildGraph

extension CodeDigests {
    /// The digests of the modules that the paper is made of, as they were when this program was built.
    public static let ofThisProgram = CodeDigests(
        sources: GeneratedCodeDigests.sources, dependencies: GeneratedCodeDigests.dependencies,
        toolchain: GeneratedCodeDigests.toolchain)
}
