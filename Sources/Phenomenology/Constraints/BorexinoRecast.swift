extension Constraint {
    /// Borexino's rate of ⁷Be neutrinos alone, recast here: another bound than the line of the literature, ``borexino``.
    public static let borexinoRecast = Constraint(
        name: "borexino-recast",
        label: "Borexino (recast)",
        process: "solar ${}^7$Be neutrinos on electrons, through loop-induced kinetic mixing",
        kind: .computed,
        role: .limit,
        confidenceLevel: 0.90,
        sources: [.borexino2011, .harnik2012, .pdg2022],
        inputs: [
            Input("neutrino energy", "862\\,keV, all recoils"),
            Input("flavours", "averaged vacuum oscillations, $\\sin^2\\theta_{23}=0.5$"),
            Input("measured", "$46.0\\pm2.2$ counts per day and 100\\,t"),
            Input("allowed excess of the rate", "8\\,\\% (16\\,\\% with the uncertainty of the flux)"),
        ],
        boundary: .solarScattering(
            SolarScatteringRecast(
                line: .beryllium7, smallestRecoil: 0, largestRecoil: 1e-3, allowedExcess: 0.08), from: 0.002, to: 0.025)
    )
}
