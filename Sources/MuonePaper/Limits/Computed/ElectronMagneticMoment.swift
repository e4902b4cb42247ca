import LimitModel
import MixingPhysics
import Plotting
import Reference

extension BoundedLimit where B == ElectronMomentBound {
    /// The electron's magnetic moment with the fine-structure constant from rubidium: two standard deviations above the
    /// central value, 4.8(3.0)·10⁻¹³; with a kinetic mixing ε₀ beside that of the loops. Where ε₀ > 0 exceeds the ceiling by
    /// itself, all couplings are excluded and there is no curve.
    ///
    /// Ends at 0.1 GeV: beyond, the mixing at q² = 0 no longer stands for that in the loop.
    package static func electronMagneticMoment(treeLevelMixing: Double = 0) -> Self {
        let bound = ElectronMomentBound(
            ceiling: 4.8e-13 + 2 * 3.0e-13, treeLevelMixing: treeLevelMixing, masses: 1e-4...0.1)
        return BoundedLimit(
            LimitDeclaration(
                facts: LimitFacts(
                    name: "electron-g-2", label: "$(g-2)_e$",
                    process: "magnetic moment of the electron, through \(MixingText.carrier(treeLevelMixing))",
                    kind: .computed, role: .limit, confidenceLevel: 0.95, sources: [.morel2020],
                    inputs: [
                        .init("measured", "$\\Delta a_e=4.8(3.0)\\times10^{-13}$"),
                        .init("allowed", "$\\Delta a_e<1.08\\times10^{-12}$"), .init("mixing", "at $q^2=0$"),
                    ] + MixingText.treeLevelInputs(treeLevelMixing), masses: bound.validity),
                look: LimitLook(.slate, .dashed), order: 7,
                maps: [
                    .landscape: .along(.above, at: 0.77), .landscapeZoom: .unlabelled,
                    .kineticMixing: .along(.above, at: 0.58),
                ]), bound)
    }
}
