import Reference

extension Constraint {
    /// BABAR's search for e⁺e⁻ → γA′, A′ → e⁺e⁻ or μ⁺μ⁻, as a limit on the coupling g_e = εe of the electron.
    ///
    /// The points are the published curve averaged in logarithmic bins of mass. The recast keeps the dark photon's decays.
    public static func babarDarkPhoton(inputs: ParticleInputs = .standard) -> Constraint {
        electronCoupling(
            name: "babar-visible", label: "BABAR $\\ell\\ell$",
            process: "$e^+e^-\\to\\gamma A'$, $A'\\to\\ell^+\\ell^-$", source: .babarDark2014,
            note: "with the decays of a dark photon",
            epsilon: [
                (0.0253, 3.55e-3), (0.0399, 1.22e-3), (0.0625, 9.7e-4), (0.097, 8.7e-4), (0.151, 7.8e-4),
                (0.238, 5.5e-4), (0.363, 6.1e-4), (0.570, 7.5e-4), (0.893, 1.25e-3), (1.39, 7.7e-4), (2.18, 8.3e-4),
                (3.41, 9.5e-4), (5.34, 8.9e-4), (8.20, 7.3e-4),
            ], inputs: inputs)
    }

    /// BABAR's search for e⁺e⁻ → γ and nothing else, for a boson that decays invisibly.
    public static func babarInvisible(inputs: ParticleInputs = .standard) -> Constraint {
        electronCoupling(
            name: "babar-invisible", label: "BABAR inv.", process: "$e^+e^-\\to\\gamma+\\mathrm{invisible}$",
            source: .babarInvisible2017, note: "for a boson that decays invisibly",
            epsilon: [
                (0.001, 9.5e-4), (0.45, 9.5e-4), (0.889, 9.7e-4), (1.67, 9.0e-4), (3.20, 6.5e-4), (6.29, 9.1e-4),
            ], inputs: inputs)
    }

    /// NA64's search with an electron beam, as a limit on g_e = εe of a vector that decays invisibly: the points of
    /// ``na64Electron`` without a recast through mixing.
    public static func na64ElectronCoupling(inputs: ParticleInputs = .standard) -> Constraint {
        var points: [(Double, Double)] = []
        if case .invisibleMixing(let bound) = Constraint.na64Electron.boundary {
            points = bound.published.points.map { ($0.mass, $0.coupling) }
        }
        return electronCoupling(
            name: "na64-electron-coupling", label: "NA64$e$", process: "electron beam dump with missing energy",
            source: .na64e2019, note: "for a boson that decays invisibly", epsilon: points, inputs: inputs)
    }

    private static func electronCoupling(
        name: String, label: String, process: String, source: SourceKey, note: String,
        epsilon: [(mass: Double, mixing: Double)], inputs: ParticleInputs
    ) -> Constraint {
        let charge = (4 * Double.pi * inputs.fineStructure).squareRoot()
        return Constraint(
            name: name, label: label, process: process, kind: .published, role: .limit, confidenceLevel: 0.90,
            sources: [source],
            inputs: [
                Input("curve", "published for $\\varepsilon$, averaged in bins of mass"),
                Input("recast", "$g_e=\\varepsilon e$, \(note)"),
            ],
            boundary: .interpolated(
                TabulatedBound(points: epsilon.map { LimitPoint(mass: $0.mass, coupling: $0.mixing * charge) })))
    }

    /// The constraint of a boson whose coupling on the axis is 1/`factor` of the one that the constraint is for.
    ///
    /// - Parameter relation: what says so in a caption: `$g_e=0.64\\,g_\\mu$`.
    func rescaled(by factor: Double, relation: String) -> Constraint {
        var constraint = self
        constraint.inputs.append(Input("coupling", relation))
        switch boundary {
        case .interpolated(let table):
            constraint.boundary = .interpolated(
                TabulatedBound(
                    points: table.points.map { LimitPoint(mass: $0.mass, coupling: $0.coupling / factor) }))
        case .leptonMoment(var bound):
            bound.limit.couplingFactor *= factor
            constraint.boundary = .leptonMoment(bound)
        default: break
        }
        return constraint
    }
}
