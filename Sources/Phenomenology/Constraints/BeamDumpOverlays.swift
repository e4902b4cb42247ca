import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Constraint {
    /// NA64μ computed in the Weizsäcker–Williams approximation: an overlay on the published ``na64Mu``, not a replacement.
    public static let na64MuOverlay = Constraint(
        beamDump: .na64Mu, name: "na64mu-ww", label: "NA64$\\mu$ (WW)", sources: [.na64mu2022])

    /// M³, first phase, computed in the same way.
    public static let m3Phase1Overlay = Constraint(
        beamDump: .m3Phase1, name: "m3-phase1-ww", label: "M$^3$ phase 1 (WW)", sources: [.kahn2018])

    /// M³, second phase.
    public static let m3Phase2Overlay = Constraint(
        beamDump: .m3Phase2, name: "m3-phase2-ww", label: "M$^3$ phase 2 (WW)", sources: [.kahn2018])

    /// The projected reach of the first phase of M³.
    public static let m3Phase1 = Constraint(
        m3Points: [
            LimitPoint(mass: 0.0028, coupling: 1.92e-4), LimitPoint(mass: 0.01, coupling: 1.89e-4),
            LimitPoint(mass: 0.03, coupling: 1.81e-4), LimitPoint(mass: 0.1, coupling: 2.68e-4),
        ], muons: "$10^{10}$", name: "m3-phase1", label: "M$^3$ phase 1")

    /// The projected reach of the second phase of M³.
    public static let m3Phase2 = Constraint(
        m3Points: [LimitPoint(mass: 0.0027, coupling: 6.13e-6), LimitPoint(mass: 0.1, coupling: 8.60e-6)],
        muons: "$10^{13}$", name: "m3-phase2", label: "M$^3$ phase 2")

    private init(m3Points points: [LimitPoint], muons: String, name: String, label: String) {
        self.init(
            name: name, label: label, process: "muon beam on a thick target with missing momentum", kind: .published,
            role: .projection, confidenceLevel: 0.90, sources: [.kahn2018],
            inputs: [Input("muons on target", muons), Input("curve", "averaged in bins of mass")],
            boundary: .interpolated(TabulatedBound(points: points)))
    }

    private init(beamDump experiment: BeamDumpExperiment, name: String, label: String, sources: [SourceKey]) {
        self.init(
            name: name, label: label,
            process: "$\\mu N\\to\\mu N Z'$, $Z'\\to\\nu\\bar\\nu$, improved Weizs\\\"acker--Williams approximation",
            kind: .computed, role: .projection, confidenceLevel: 0.90, sources: sources,
            inputs: [
                Input("beam energy", "\(decimal(experiment.beamEnergy))\\,GeV"),
                Input(
                    "target", "\(decimal(experiment.targetLength))\\,cm of \(experiment.targetSymbol), thin to the muon"
                ),
                Input("muons on target", powerOfTen(experiment.muonsOnTarget)),
                Input("energy of the boson", "$x>\(decimal(experiment.minimumEnergyFraction))$"),
                Input("signal events", decimal(experiment.signalEvents)),
            ],
            boundary: .beamDump(BeamDumpBound(experiment)))
    }
}

/// A number of muons, as TeX: a power of ten where it is one.
private func powerOfTen(_ value: Double) -> String {
    guard value >= 1, value.isFinite else { return decimal(value) }
    let exponent = log10(value).rounded()
    return pow(10, exponent) == value ? "$10^{\(Int(saturating: exponent))}$" : decimal(value)
}
