import Computing
import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The share of the selected signal events whose electron hits a square centred on the beam, of a pointlike beam.
///
/// All azimuths are equally likely, so that electrons at ρ = d tan θ_e from the centre of a square of side 2h hit it
/// always for ρ < h, never for ρ > √2 h, and in between with the probability 1 − (4/π) arccos(h/ρ). By parts, with
/// h/ρ = cos α, the share is (4/π) ∫₀^{π/4} dα of that of the electrons below θ_e(α).
public struct ElectronAcceptance: Computation {
    public var point: SignalPoint
    public var cuts: SelectionCuts
    /// Of the square, m.
    public var side: Double
    /// From the vertex, m.
    public var distance: Double

    /// Of each cross section with a cut on the electron's angle, of which there are many.
    private static let relativeTolerance = 4e-4

    package init(point: SignalPoint, cuts: SelectionCuts, side: Double, distance: Double) {
        self.point = point
        self.cuts = cuts
        self.side = side
        self.distance = distance
    }

    /// Nil where there is no signal.
    public func compute(_ input: ()) throws -> Estimate? {
        for (name, length) in [("side of the calorimeter", side), ("distance of the calorimeter", distance)] {
            guard length > 0, length.isFinite else { throw SignalError.lengthNotPositive(name: name, value: length) }
        }
        let threshold = ZPrimeProduction.thresholdMass(inputs: point.particles, beamEnergy: point.beamEnergy)
        guard point.benchmark.mass < threshold else { return nil }
        let whole = try point.production.crossSection(cuts, relativeTolerance: Self.relativeTolerance)
        guard whole.value > 0 else { return nil }
        let order = 4 * Refinement.factor
        let coarse = try crossSection(order: order)
        let fine = try crossSection(order: 2 * order)
        // The cross sections' own errors, and that of the mean over α.
        let hits = fine + .converged(0, coarse: fine.value - coarse.value, size: fine.value)
        return hits / whole
    }

    /// The cross section whose electrons hit the square, by one rule in α. fb.
    private func crossSection(order: Int) throws -> Estimate {
        let rule = GaussLegendre.rule(order: order)
        return try zip(rule.nodes, rule.weights).map { node, weight in
            let alpha = 0.125 * Double.pi * (1 + node)
            let angle = atan(0.5 * side / (distance * cos(alpha)))
            var closer = cuts
            closer.maximumElectronAngle = min(angle, cuts.maximumElectronAngle ?? .infinity)
            return try point.production.crossSection(closer, relativeTolerance: Self.relativeTolerance)
                .scaled(by: 0.5 * weight)
        }.sum()
    }
}
