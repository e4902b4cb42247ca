/// Uniform random numbers as a pure function of a name and a counter: the same on every machine and number of cores,
/// and any member of the stream without its predecessors.
///
/// The output function of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014) over a counter, keyed by the FNV-1a hash of the
/// name. Good for Monte Carlo integration; not for secrets.
public struct RandomStream: Hashable, Sendable {
    private let key: UInt64

    /// The stream of a name: equal names give equal numbers, and different ones independent numbers.
    public init(_ name: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x100_0000_01b3
        }
        key = Self.mix(hash)
    }

    /// The member at `counter`: 64 uniform bits.
    public func bits(at counter: UInt64) -> UInt64 {
        Self.mix(key &+ (counter &+ 1) &* 0x9e37_79b9_7f4a_7c15)
    }

    /// The member at `counter` as a number in the open interval (0, 1).
    public func uniform(at counter: UInt64) -> Double {
        (Double(bits(at: counter) >> 12) + 0.5) * 0x1p-52
    }

    /// The member at `counter`, uniform in an interval.
    public func uniform(at counter: UInt64, in range: ClosedRange<Double>) -> Double {
        range.lowerBound + uniform(at: counter) * (range.upperBound - range.lowerBound)
    }

    private static func mix(_ input: UInt64) -> UInt64 {
        var z = input
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
