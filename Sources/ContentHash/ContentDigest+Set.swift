extension ContentDigest {
    /// One digest that tells sets of digests apart, whatever their order: the sums of their words.
    ///
    /// Not for what someone might forge; it costs no hashing.
    public init(fingerprintOf digests: some Sequence<ContentDigest>) {
        var sums: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for digest in digests {
            sums.0 &+= digest.words.0
            sums.1 &+= digest.words.1
            sums.2 &+= digest.words.2
            sums.3 &+= digest.words.3
        }
        words = sums
    }
}
