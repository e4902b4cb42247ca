/// What is known of the muon's anomalous magnetic moment, a_μ = (g−2)/2. Pure numbers.
public enum MagneticMomentMeasurements {
    /// Δa_μ = a_μ(exp) − a_μ(SM) with the first Fermilab result and the 2020 white paper: 251(59)·10⁻¹¹.
    public static let deviation2021 = Measurement(
        name: "Delta a_mu (2021)", value: 251e-11, uncertainty: 59e-11, unit: "1",
        sources: [.gminus2FNAL2021, .whitePaper2020])

    /// Δa_μ as Dev et al. use it: 26.1(7.9)·10⁻¹⁰.
    public static let deviationDev2020 = Measurement(
        name: "Delta a_mu (Dev et al.)", value: 26.1e-10, uncertainty: 7.9e-10, unit: "1", sources: [.dev2020])

    /// The world average of the experiments after Fermilab's last run.
    public static let experiment2025 = Measurement(
        name: "a_mu (experiment, 2025)", value: 116_592_071.5e-11, uncertainty: 14.5e-11, unit: "1",
        sources: [.fnal2025])

    /// The prediction of the 2025 white paper, which takes the hadronic vacuum polarisation from the lattice.
    public static let prediction2025 = Measurement(
        name: "a_mu (Standard Model, 2025)", value: 116_592_033e-11, uncertainty: 62e-11, unit: "1",
        sources: [.whitePaper2025])

    /// Δa_μ from the 2025 inputs: consistent with zero.
    public static let deviation2025 = Measurement.difference(
        experiment2025, prediction2025, name: "Delta a_mu (2025)")
}
