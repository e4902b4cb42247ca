extension Constraint {
    /// Borexino's rate of ⁷Be neutrinos alone, recast here: another bound than the line of the literature, ``borexino``.
    public static let borexinoRecast = borexinoRecast(treeLevelMixing: 0)

    /// The recast for another excess of the rate and with a kinetic mixing beside that of the loops.
    ///
    /// - Parameters:
    ///   - allowedExcess: (rate − SM rate)/(SM rate) that is not excluded, > 0. The measurement's uncertainty and that of
    ///     the flux leave 8 % to 16 %.
    ///   - treeLevelMixing: ε₀; where it cancels the loops the curve is that above which all couplings are excluded.
    public static func borexinoRecast(
        allowedExcess: Double = SolarScatteringRecast.standardExcess, treeLevelMixing: Double
    ) -> Constraint {
        Constraint(
            name: "borexino-recast",
            label: "Borexino (recast)",
            process: "solar ${}^7$Be neutrinos on electrons, through \(mixingText(treeLevelMixing))",
            kind: .computed,
            role: .limit,
            confidenceLevel: 0.90,
            sources: [.borexino2011, .harnik2012, .pdg2022],
            inputs: [
                Input("neutrino energy", "862\\,keV, all recoils"),
                Input("flavours", "averaged vacuum oscillations, $\\sin^2\\theta_{23}=0.5$"),
                Input("measured", "$46.0\\pm2.2$ counts per day and 100\\,t"),
                Input(
                    "allowed excess of the rate",
                    "\(decimal(100 * allowedExcess))\\,\\%"
                        + (allowedExcess == SolarScatteringRecast.standardExcess
                            ? " (16\\,\\% with the uncertainty of the flux)" : "")),
            ] + treeLevelInputs(treeLevelMixing),
            boundary: .solarScattering(
                SolarScatteringBound(
                    SolarScatteringRecast(
                        line: .beryllium7, smallestRecoil: 0, largestRecoil: 1e-3, allowedExcess: allowedExcess),
                    treeLevelMixing: treeLevelMixing)))
    }
}
