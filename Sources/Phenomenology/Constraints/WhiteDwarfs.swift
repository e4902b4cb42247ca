extension Constraint {
    /// The cooling of white dwarfs by neutrino pairs, as a ceiling on the contact interaction of neutrinos with electrons.
    public static let whiteDwarfs = whiteDwarfs(treeLevelMixing: 0)

    /// The same with a kinetic mixing ε₀ beside that of the loops.
    public static func whiteDwarfs(treeLevelMixing: Double) -> Constraint {
        let mixing = treeLevelMixing == 0 ? "\\Pi(0)" : "|\\varepsilon_0+\\Pi(0)|"
        return Constraint(
            name: "white-dwarfs",
            label: "White dwarfs",
            process: "cooling by neutrino pairs, through \(mixingText(treeLevelMixing))",
            kind: .computed,
            role: .limit,
            confidenceLevel: 0.90,
            sources: [.dreiner2013],
            inputs: [
                Input("allowed", "$g'e\\,\(mixing)/m_{Z'}^2<1.12\\times10^{-5}\\,\\mathrm{GeV}^{-2}$"),
                // The ceiling is quoted without a level.
                Input("confidence level", "assumed"),
            ] + treeLevelInputs(treeLevelMixing),
            boundary: .contactInteraction(
                ContactInteractionBound(ceiling: 1.12e-5, treeLevelMixing: treeLevelMixing, masses: 0.002...0.05)))
    }
}
