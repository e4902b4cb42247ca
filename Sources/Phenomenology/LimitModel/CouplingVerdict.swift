import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the ranges that a limit excludes at one mass say of a coupling.
package struct CouplingVerdict: Hashable, Sendable {
    /// The edge of a range: of the one that the coupling is in the lower one, where it has one; otherwise the nearest. Nil
    /// where no coupling is excluded, or every one.
    package let limit: Estimate?
    /// The coupling over it.
    package let ratio: Estimate?
    /// Whether it lies inside a range: above a curve, between two edges.
    package let isExceeded: Bool

    package init(_ coupling: Double, in ranges: [ExcludedCouplings]) {
        let own = ranges.first { range in
            coupling > range.lower.value && range.upper.map { coupling <= $0.value } ?? true
        }
        isExceeded = own != nil
        let edges = (own.map { [$0] } ?? ranges).edges
        limit = own != nil ? edges.first : edges.nearest(to: coupling)
        ratio = limit.map { coupling / $0 }
    }
}

extension [ExcludedCouplings] {
    /// All edges above zero, ascending where the ranges are.
    package var edges: [Estimate] {
        flatMap { [$0.lower, $0.upper].compactMap(\.self) }.filter { $0.value > 0 }
    }

    /// The edge that stands for all: the one nearest to a coupling, or that above which all are excluded; nil without an
    /// edge.
    package func edge(nearest coupling: Double?) -> Estimate? {
        guard let coupling, coupling > 0 else { return limit ?? edges.last }
        return edges.nearest(to: coupling)
    }
}

extension [Estimate] {
    fileprivate func nearest(to coupling: Double) -> Estimate? {
        self.min { log($0.value / coupling).magnitude < log($1.value / coupling).magnitude }
    }
}
