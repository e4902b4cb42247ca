extension Constraint {
    /// The projected reach of NA62 in K⁺ → μ⁺ν Z′, Z′ → νν̄.
    ///
    /// Fixed to its published point at 0.0997 GeV; at the other one, 0.00095 GeV, the published coupling is 3.29e-4.
    public static let na62 = Constraint(kaonProjection: .na62)

    /// The same projection where S/√(B + κ²B²) = 2 is asked of a background B known to a relative uncertainty κ.
    ///
    /// The publication gives B only to an order of magnitude, so the published point stands for κ = 0 with whatever B it
    /// rests on, and κ alone changes nothing: the caption then says so (see ``KaonProjection/warning``).
    ///
    /// - Parameters:
    ///   - backgroundEvents: B behind the cut on the missing mass, zero or larger.
    ///   - systematic: κ, zero or larger. Anything else is refused when the curve is computed.
    public static func na62(backgroundEvents: Double, systematic: Double) -> Constraint {
        Constraint(kaonProjection: .na62.with(backgroundEvents: backgroundEvents, relativeSystematic: systematic))
    }

    /// A projection like ``na62`` with other assumptions.
    public init(kaonProjection projection: KaonProjection, name: String = "na62", label: String = "NA62") {
        var inputs = [
            Input("cut", "$m^2_\\mathrm{miss}>\(decimal(projection.missingMassSquaredMinimum))\\,\\mathrm{GeV}^2$"),
            Input(
                "normalisation",
                "fixed to $g'=\(decimal(1e4 * projection.calibration.coupling))\\times10^{-4}$ at "
                    + "\(decimal(1e3 * projection.calibration.mass))\\,MeV"),
            Input("criterion", "$S/\\sqrt{B+\\kappa^2B^2}=2$ with $\\kappa=\(decimal(projection.relativeSystematic))$"),
        ]
        if projection.relativeSystematic > 0 {
            inputs.append(
                projection.backgroundEvents > 0
                    ? Input("background", "$B=\(decimal(projection.backgroundEvents))$, an assumption")
                    : Input("background", "none assumed, so that $\\kappa$ has no effect"))
        }
        self.init(
            name: name, label: label, process: "$K^+\\to\\mu^+\\nu Z'$, $Z'\\to\\nu\\bar\\nu$", kind: .calibrated,
            role: .projection, confidenceLevel: 0.95, sources: [.krnjaic2020], inputs: inputs,
            boundary: .kaonDecay(KaonBound(projection)))
    }
}
