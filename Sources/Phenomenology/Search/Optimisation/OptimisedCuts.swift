import NumericalMethods

/// The cuts with the smallest expected limit of a scan, and how much the choice matters.
package struct OptimisedCuts: Codable, Hashable, Sendable {
    package var cuts: MeasuredCuts
    /// What the scan itself found there: signal events at the benchmark's coupling, background events, and the limit on the
    /// coupling. A smallest value of many is too small by chance: the limit to quote is that of ``LimitWithCuts``.
    package var signal: Double
    package var background: Double
    package var coupling: Double
    /// The limit with the widest cuts of the scan.
    package var widestCoupling: Double
    /// Over which each cut may be moved, the others as they are, before the limit grows by more than 5 %.
    package var muonAngles: ClosedRange<Double>
    package var lowerEnergies: ClosedRange<Double>
    package var upperEnergies: ClosedRange<Double>
    package var ratios: ClosedRange<Double>
    /// The cuts that lie at an end of what was scanned, beyond which better ones may be.
    package var edges: [String]
}
