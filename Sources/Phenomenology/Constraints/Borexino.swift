extension Constraint {
    /// Borexino's rate of ⁷Be neutrinos scattering on electrons, recast to a boson that reaches the electron through loop
    /// kinetic mixing: the straight line that the literature draws.
    ///
    /// A recast from the published rate alone gives a smaller slope (0.041 to 0.048 for 8 to 16 % on the rate); this is
    /// the published line.
    public static let borexino = Constraint(
        name: "borexino",
        label: "Borexino",
        process: "solar ${}^7$Be neutrinos on electrons, through loop-induced kinetic mixing",
        kind: .published,
        role: .limit,
        confidenceLevel: 0.90,
        sources: [.kamada2018, .harnik2012, .borexino2011],
        inputs: [
            Input("line", "$g'=0.0618\\,(m_{Z'}/\\mathrm{GeV})$"),
            // The source of the points does not state it.
            Input("confidence level", "assumed"),
        ],
        boundary: .powerLaw(PowerLawBound(coefficient: 0.0618, exponent: 1, masses: 0.002...0.025)))
}
