import LimitModel
import MixingPhysics
import Plotting
import Reference

extension BoundedLimit where B == ContactInteractionBound {
    /// The cooling of white dwarfs by neutrino pairs, as a ceiling on the contact interaction of neutrinos with electrons;
    /// with a kinetic mixing ε₀ beside that of the loops.
    package static func whiteDwarfs(treeLevelMixing: Double = 0) -> Self {
        let mixing = treeLevelMixing == 0 ? "\\Pi(0)" : "|\\varepsilon_0+\\Pi(0)|"
        let bound = ContactInteractionBound(ceiling: 1.12e-5, treeLevelMixing: treeLevelMixing, masses: 0.002...0.05)
        return BoundedLimit(
            LimitDeclaration(
                facts: LimitFacts(
                    name: "white-dwarfs", label: "White dwarfs",
                    process: "cooling by neutrino pairs, through \(MixingText.carrier(treeLevelMixing))",
                    kind: .computed, role: .limit, confidenceLevel: 0.90, sources: [.dreiner2013],
                    inputs: [
                        .init("allowed", "$g'e\\,\(mixing)/m_{Z'}^2<1.12\\times10^{-5}\\,\\mathrm{GeV}^{-2}$"),
                        // The ceiling is quoted without a level.
                        .init("confidence level", "assumed"),
                    ] + MixingText.treeLevelInputs(treeLevelMixing), masses: bound.validity),
                look: LimitLook(.black, .dashDotDotted), order: 6,
                maps: [
                    .landscape: .along(.beside, at: 1),
                    .landscapeZoom: .along(.below, at: 0.92), .kineticMixing: .along(.beside, at: 1),
                ]), bound)
    }
}
