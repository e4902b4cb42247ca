#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A square detector centred on a pointlike beam and across it.
package struct CentredSquare: Hashable, Sendable {
    /// m.
    package var side: Double

    package init(side: Double) { self.side = side }

    /// The share of the azimuths at which a track hits the square. In closed form: all for ρ < h, half of the side; none for
    /// ρ > √2 h; 1 − (4/π) arccos(h/ρ) in between.
    ///
    /// - Parameters:
    ///   - angle: to the beam, below π/2.
    ///   - distance: from the vertex, m.
    package func hitShare(angle: Double, distance: Double) -> Double {
        let ratio = 0.5 * side / (distance * tan(angle))
        if ratio >= 1 { return 1 }
        return ratio > 0.5.squareRoot() ? 1 - 4 / Double.pi * acos(ratio) : 0
    }
}
