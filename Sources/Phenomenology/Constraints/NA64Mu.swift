extension Constraint {
    /// The projected reach of NA64μ, a muon beam on an active dump with missing energy and momentum.
    public static let na64Mu = Constraint(
        name: "na64mu",
        label: "NA64$\\mu$",
        process: "muon beam dump with missing energy and momentum",
        kind: .published,
        role: .projection,
        confidenceLevel: 0.90,
        sources: [.na64mu2022],
        inputs: [Input("curve", "averaged in bins of mass")],
        boundary: .interpolated(
            TabulatedBound(points: [
                LimitPoint(mass: 0.00204, coupling: 1.26e-5),
                LimitPoint(mass: 0.01, coupling: 1.41e-5),
                LimitPoint(mass: 0.0998, coupling: 1.59e-5),
            ])))
}
