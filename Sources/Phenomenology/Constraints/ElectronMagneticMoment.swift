extension Constraint {
    /// The electron's magnetic moment with the fine-structure constant from rubidium: two standard deviations above the
    /// central value, 4.8(3.0)·10⁻¹³.
    ///
    /// Ends at 0.1 GeV: beyond, the mixing at q² = 0 no longer stands for that in the loop.
    public static let electronMagneticMoment = electronMagneticMoment(treeLevelMixing: 0)

    /// The same with a kinetic mixing ε₀ beside that of the loops. Where ε₀ > 0 exceeds the ceiling by itself, all
    /// couplings are excluded and there is no curve.
    public static func electronMagneticMoment(treeLevelMixing: Double) -> Constraint {
        Constraint(
            name: "electron-g-2",
            label: "$(g-2)_e$",
            process: "magnetic moment of the electron, through \(mixingText(treeLevelMixing))",
            kind: .computed,
            role: .limit,
            confidenceLevel: 0.95,
            sources: [.morel2020],
            inputs: [
                Input("measured", "$\\Delta a_e=4.8(3.0)\\times10^{-13}$"),
                Input("allowed", "$\\Delta a_e<1.08\\times10^{-12}$"),
                Input("mixing", "at $q^2=0$"),
            ] + treeLevelInputs(treeLevelMixing),
            boundary: .electronMoment(
                ElectronMomentBound(
                    ceiling: 4.8e-13 + 2 * 3.0e-13, treeLevelMixing: treeLevelMixing, masses: 1e-4...0.1)))
    }
}
