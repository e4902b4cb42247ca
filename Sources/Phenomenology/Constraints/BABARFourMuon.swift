import Reference

extension Constraint {
    /// BABAR's search for e⁺e⁻ → μ⁺μ⁻Z′ with Z′ → μ⁺μ⁻, which starts at 2 m_μ.
    ///
    /// The points are the published curve averaged in logarithmic bins of mass.
    public static let babarFourMuon = Constraint(
        name: "babar-4mu",
        label: "BABAR $4\\mu$",
        process: "$e^+e^-\\to\\mu^+\\mu^-Z'$, $Z'\\to\\mu^+\\mu^-$",
        kind: .published,
        role: .limit,
        confidenceLevel: 0.90,
        sources: [.babar2016],
        inputs: [
            Input("luminosity", "$514\\,\\mathrm{fb}^{-1}$"),
            Input("curve", "averaged in bins of mass, local scatter about $\\pm10\\,\\%$"),
        ],
        boundary: .interpolated(
            TabulatedBound(points: [
                LimitPoint(mass: 0.219, coupling: 1.06e-3),
                LimitPoint(mass: 0.254, coupling: 9.4e-4),
                LimitPoint(mass: 0.352, coupling: 1.10e-3),
                LimitPoint(mass: 0.466, coupling: 1.15e-3),
                LimitPoint(mass: 0.617, coupling: 1.37e-3),
                LimitPoint(mass: 0.836, coupling: 1.58e-3),
                LimitPoint(mass: 1.16, coupling: 1.85e-3),
                LimitPoint(mass: 1.56, coupling: 2.31e-3),
                LimitPoint(mass: 2.12, coupling: 3.13e-3),
                LimitPoint(mass: 2.75, coupling: 4.42e-3),
                LimitPoint(mass: 3.85, coupling: 7.62e-3),
                LimitPoint(mass: 5.10, coupling: 1.46e-2),
                LimitPoint(mass: 7.03, coupling: 4.59e-2),
                LimitPoint(mass: 8.10, coupling: 9.0e-2),
            ])))

    /// What ``babarFourMuon`` would exclude if every boson decayed to muons: its couplings times √BR(Z′→μ⁺μ⁻), since the
    /// rate goes as g′² BR and the publication counts the decays to neutrinos and taus. The distance between the two
    /// curves is the effect of Z′ → νν̄; it grows without bound towards 2 m_μ.
    public static func babarFourMuonWithoutNeutrinos(inputs: ParticleInputs = .standard) -> Constraint {
        var constraint = babarFourMuon
        constraint.name = "babar-4mu-all-muons"
        constraint.label = "BABAR $4\\mu$, $\\mathrm{BR}(\\mu\\mu)=1$"
        constraint.inputs.append(Input("rescaled", "by $\\sqrt{\\mathrm{BR}(Z'\\to\\mu^+\\mu^-)}$ at each point"))
        if case .interpolated(let published) = babarFourMuon.boundary {
            constraint.boundary = .interpolated(
                TabulatedBound(
                    points:
                        // Where no boson decays to muons nothing would be excluded: another muon's mass may close a point.
                        published.points.compactMap {
                            let fraction = ZPrimeWidths.muonFraction(mass: $0.mass, inputs: inputs)
                            guard fraction > 0 else { return nil }
                            return LimitPoint(mass: $0.mass, coupling: $0.coupling * fraction.squareRoot())
                        }))
        }
        return constraint
    }
}
