/// What is known of the muon's anomalous magnetic moment, a_μ = (g−2)/2. Pure numbers.
public enum MagneticMomentMeasurements {
    // MARK: Experiments

    /// The final result of Brookhaven's E821.
    public static let experiment2006 = Measurement(
        name: "a_mu (experiment, 2006)", value: 116_592_089e-11, uncertainty: 63e-11, unit: "1", sources: [.bnl2006])

    /// The average of Brookhaven's and Fermilab's first result.
    public static let experiment2021 = Measurement(
        name: "a_mu (experiment, 2021)", value: 116_592_061e-11, uncertainty: 41e-11, unit: "1",
        sources: [.gminus2FNAL2021])

    /// The world average of the experiments after Fermilab's last run.
    public static let experiment2025 = Measurement(
        name: "a_mu (experiment, 2025)", value: 116_592_071.5e-11, uncertainty: 14.5e-11, unit: "1",
        sources: [.fnal2025])

    // MARK: Predictions of the Standard Model

    /// The prediction of the 2020 white paper, with the hadronic vacuum polarisation from e⁺e⁻ data.
    public static let prediction2020 = Measurement(
        name: "a_mu (Standard Model, 2020)", value: 116_591_810e-11, uncertainty: 43e-11, unit: "1",
        sources: [.whitePaper2020])

    /// The same with the leading hadronic vacuum polarisation from the BMW collaboration's lattice calculation, whose
    /// uncertainty is the one that is quoted.
    public static let predictionLattice2021 = Measurement(
        name: "a_mu (Standard Model, lattice 2021)", value: 116_591_954e-11, uncertainty: 55e-11, unit: "1",
        sources: [.bmw2021, .whitePaper2020])

    /// The prediction of the 2025 white paper, which takes the hadronic vacuum polarisation from the lattice.
    public static let prediction2025 = Measurement(
        name: "a_mu (Standard Model, 2025)", value: 116_592_033e-11, uncertainty: 62e-11, unit: "1",
        sources: [.whitePaper2025])

    // MARK: Deviations

    /// Δa_μ = a_μ(exp) − a_μ(SM) with the first Fermilab result and the 2020 white paper: 251(59)·10⁻¹¹, as published.
    public static let deviation2021 = Measurement(
        name: "Delta a_mu (2021)", value: 251e-11, uncertainty: 59e-11, unit: "1",
        sources: [.gminus2FNAL2021, .whitePaper2020])

    /// Δa_μ as Dev et al. use it: 26.1(7.9)·10⁻¹⁰.
    public static let deviationDev2020 = Measurement(
        name: "Delta a_mu (Dev et al.)", value: 26.1e-10, uncertainty: 7.9e-10, unit: "1", sources: [.dev2020])

    /// Δa_μ as Altmannshofer et al. draw it: the band (2.9 ± 1.8)·10⁻⁹ of figure 2, whose label says two standard deviations.
    public static let deviationAltmannshofer2014 = Measurement(
        name: "Delta a_mu (Altmannshofer et al.)", value: 2.9e-9, uncertainty: 0.9e-9, unit: "1",
        sources: [.altmannshofer2014])

    /// Δa_μ as Capdevilla et al. use it, equation (1): 2.79(76)·10⁻⁹.
    public static let deviationCapdevilla2021 = Measurement(
        name: "Delta a_mu (Capdevilla et al.)", value: 2.79e-9, uncertainty: 0.76e-9, unit: "1",
        sources: [.capdevilla2021])

    /// Δa_μ with the first Fermilab result and the lattice: 107(69)·10⁻¹¹, as quoted.
    public static let deviationLattice2021 = Measurement(
        name: "Delta a_mu (lattice, 2021)", value: 107e-11, uncertainty: 69e-11, unit: "1",
        sources: [.gminus2FNAL2021, .bmw2021])

    /// Δa_μ from the 2025 inputs, 38.5(63.7)·10⁻¹¹: consistent with zero.
    public static let deviation2025 = Measurement.difference(
        experiment2025, prediction2025, name: "Delta a_mu (2025)")

    // MARK: The leading hadronic contribution

    /// a_μ^had by the R-ratio method, as Dev et al. quote it in equation (1.5).
    public static let hadronicRatio2019 = Measurement(
        name: "a_mu^had (R ratio)", value: 693.9e-10, uncertainty: 4.0e-10, unit: "1", sources: [.dev2020])

    /// a_μ^had by the lattice calculation with the smallest errors, as Dev et al. quote it below equation (1.5).
    public static let hadronicLattice2020 = Measurement(
        name: "a_mu^had (lattice)", value: 712.4e-10, uncertainty: 4.5e-10, unit: "1", sources: [.dev2020])
}
