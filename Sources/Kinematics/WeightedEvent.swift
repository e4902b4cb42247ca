#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One event of a sample: what leaves the vertex, in the laboratory with the beam along z, and how much it counts.
public struct WeightedEvent: Hashable, Sendable {
    /// The mean over uniform random numbers is the cross section, fb. Zero where there is no event.
    public var weight: Double
    public var muon: FourVector
    public var electron: FourVector
    /// What is emitted beside them: a Z′, a photon, or nothing (zero).
    public var emitted: FourVector

    @inlinable
    public init(weight: Double, muon: FourVector, electron: FourVector, emitted: FourVector) {
        self.weight = weight
        self.muon = muon
        self.electron = electron
        self.emitted = emitted
    }

    /// What a random point without an event counts.
    @inlinable
    public static var none: WeightedEvent {
        let zero = FourVector(energy: 0, x: 0, y: 0, z: 0)
        return WeightedEvent(weight: 0, muon: zero, electron: zero, emitted: zero)
    }
}

extension FourVector {
    /// The angle to z, accurate at small angles. Radians.
    public var polarAngle: Double { atan2(transverseMomentum, z) }
}
