extension Constraint {
    /// The cooling of white dwarfs by neutrino pairs, as a ceiling on the contact interaction of neutrinos with electrons.
    public static let whiteDwarfs = Constraint(
        name: "white-dwarfs",
        label: "White dwarfs",
        process: "cooling by neutrino pairs, through loop-induced kinetic mixing",
        kind: .computed,
        role: .limit,
        confidenceLevel: 0.90,
        sources: [.dreiner2013],
        inputs: [
            Input("allowed", "$g'e\\,\\Pi(0)/m_{Z'}^2<1.12\\times10^{-5}\\,\\mathrm{GeV}^{-2}$"),
            // The ceiling is quoted without a level.
            Input("confidence level", "assumed"),
        ],
        boundary: .contactInteraction(ceiling: 1.12e-5, from: 0.002, to: 0.05))
}
