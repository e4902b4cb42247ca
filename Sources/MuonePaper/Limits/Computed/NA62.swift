import BeamPhysics
import LimitModel
import NumericalMethods
import Plotting
import Reference

extension BoundedLimit where B == KaonBound {
    /// The projected reach of NA62 in K⁺ → μ⁺ν Z′, Z′ → νν̄.
    ///
    /// Fixed to its published point at 0.0997 GeV; at the other one, 0.00095 GeV, the published coupling is 3.29e-4.
    package static var na62: Self { .na62(.na62) }

    /// The same projection where S/√(B + κ²B²) = 2 is asked of a background B known to a relative uncertainty κ.
    ///
    /// The publication gives B only to an order of magnitude, so the published point stands for κ = 0 with whatever B it
    /// rests on, and κ alone changes nothing: the caption then says so (see ``KaonProjection/warning``).
    ///
    /// - Parameters:
    ///   - backgroundEvents: B behind the cut on the missing mass, zero or larger.
    ///   - systematic: κ, zero or larger. Anything else is refused when the curve is computed.
    package static func na62(backgroundEvents: Double, systematic: Double) -> Self {
        .na62(KaonProjection.na62.with(backgroundEvents: backgroundEvents, relativeSystematic: systematic))
    }

    private static func na62(_ projection: KaonProjection) -> Self {
        var inputs: [LimitFacts.Input] = [
            .init("cut", "$m^2_\\mathrm{miss}>\(decimal(projection.missingMassSquaredMinimum))\\,\\mathrm{GeV}^2$"),
            .init(
                "normalisation",
                "fixed to $g'=\(decimal(1e4 * projection.calibration.coupling))\\times10^{-4}$ at "
                    + "\(decimal(1e3 * projection.calibration.mass))\\,MeV"),
            .init("criterion", "$S/\\sqrt{B+\\kappa^2B^2}=2$ with $\\kappa=\(decimal(projection.relativeSystematic))$"),
        ]
        if projection.relativeSystematic > 0 {
            inputs.append(
                projection.backgroundEvents > 0
                    ? .init("background", "$B=\(decimal(projection.backgroundEvents))$, an assumption")
                    : .init("background", "none assumed, so that $\\kappa$ has no effect"))
        }
        let bound = KaonBound(projection)
        return BoundedLimit(
            LimitDeclaration(
                facts: LimitFacts(
                    name: "na62", label: "NA62", process: "$K^+\\to\\mu^+\\nu Z'$, $Z'\\to\\nu\\bar\\nu$",
                    kind: .calibrated, role: .projection, confidenceLevel: 0.95, sources: [.krnjaic2020],
                    inputs: inputs, masses: bound.validity), look: LimitLook(.purple, .dashDotted, width: 1.2),
                order: 4,
                maps: [
                    .landscape: .along(.below, at: 0.68),
                    .landscapeZoom: .along(.below, at: 0.43),
                ]), bound)
    }
}
