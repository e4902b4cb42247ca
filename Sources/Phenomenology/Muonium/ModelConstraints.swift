import Reference

/// A boson that couples to electrons and muons, as the models of the elastic channel have it (Dev2020).
public enum MediatorModel: Codable, Hashable, Sendable {
    /// g_μ to the muon, on the axis, and g_e = ±r² g_μ to the electron.
    case vector(ratio: Double)
    /// g μ̄γ^αe Z_α + h.c.
    case vectorFlavour
    /// As for the vector.
    case scalar(ratio: Double)
    /// y μ̄e φ + h.c.
    case scalarFlavour
}

/// What the boson mostly decays to, where it matters which search sees it.
public enum MediatorDecay: String, Codable, Hashable, Sendable, CaseIterable {
    case invisible
    case visible
}

/// What other experiments say of a ``MediatorModel``.
public enum ModelConstraints {
    /// Δa_e < 5·10⁻¹³, as Dev2020 uses it.
    public static let electronMomentCeiling = 5e-13
    /// GeV; of the computed curves.
    public static let masses = 1e-3...10.0

    /// The limits on the coupling to the muon, or on the one that changes the flavour. Each knows its masses.
    ///
    /// A scalar is recast from BABAR as if it were a vector: with the muon's and electron's masses neglected, its rate is
    /// between a half (along the beam) and all (at right angles) of a vector's of the same coupling. NA64 is left out for it.
    /// - Parameter ratio: r > 0. None of the limits depends on the sign of g_e.
    public static func limits(
        for model: MediatorModel, decay: MediatorDecay, inputs: ParticleInputs = .standard
    ) -> [Constraint] {
        let babar: Constraint = decay == .visible ? .babarDarkPhoton(inputs: inputs) : .babarInvisible(inputs: inputs)
        switch model {
        case .vector(let ratio):
            let limits =
                [.electronMoment(.vector, loop: .electron), babar]
                + (decay == .invisible ? [.na64ElectronCoupling(inputs: inputs)] : [])
            return limits.map { $0.rescaled(by: ratio * ratio, relation: relation(ratio)) }
        case .scalar(let ratio):
            var recast = babar
            recast.inputs.append(Constraint.Input("spin", "rate of a vector of the same coupling"))
            return [.electronMoment(.scalar, loop: .electron), recast].map {
                $0.rescaled(by: ratio * ratio, relation: relation(ratio))
            }
        case .vectorFlavour:
            return [.muonium(.vector, formula: .published, inputs: inputs), flavourMoment(.vector, inputs)]
        case .scalarFlavour:
            return [.muonium(.scalar, formula: .published, inputs: inputs), flavourMoment(.scalar, inputs)]
        }
    }

    /// The bands of the muon's magnetic moment, of the given numbers of standard deviations.
    ///
    /// The flavour-changing vector's loop is negative: its band is that of |Δa_μ|, which explains nothing.
    public static func muonBands(
        for model: MediatorModel, measurement: Measurement = MagneticMomentMeasurements.deviationDev2020,
        sigmas: [Double] = [1, 2]
    ) -> [MomentBand] {
        sigmas.map { sigmas in
            switch model {
            case .vector: MomentBand(.vector, loop: .muon, measurement: measurement, sigmas: sigmas)
            case .scalar: MomentBand(.scalar, loop: .muon, measurement: measurement, sigmas: sigmas)
            case .vectorFlavour:
                MomentBand(
                    .vector, loop: .electron, measurement: measurement, sigmas: sigmas, comparison: .magnitude)
            case .scalarFlavour: MomentBand(.scalar, loop: .electron, measurement: measurement, sigmas: sigmas)
            }
        }
    }

    /// GeV: lighter bosons in equilibrium change the abundances of the light elements, whatever the coupling; nil where
    /// the published line is not for the model.
    public static func smallestMass(for model: MediatorModel) -> Double? {
        switch model {
        case .vector, .scalar: EffectiveNeutrinos.publishedMassBound
        case .vectorFlavour, .scalarFlavour: nil
        }
    }

    private static func flavourMoment(_ mediator: OneLoopMoment.Mediator, _ inputs: ParticleInputs) -> Constraint {
        var constraint = Constraint.electronMoment(mediator, loop: .muon)
        if case .leptonMoment(var bound) = constraint.boundary {
            let start = MuoniumConversion.smallestMass(inputs: inputs)
            let range = bound.validity
            bound.validity = max(range.lowerBound, start)...max(range.upperBound, start)
            constraint.boundary = .leptonMoment(bound)
        }
        return constraint
    }

    private static func relation(_ ratio: Double) -> String { "$g_e=\(decimal(ratio * ratio))\\,g_\\mu$" }
}

extension Constraint {
    /// The electron's magnetic moment with a boson in the loop: |Δa_e| below ``ModelConstraints/electronMomentCeiling``.
    public static func electronMoment(_ mediator: OneLoopMoment.Mediator, loop: ChargedLepton) -> Constraint {
        Constraint(
            name: "electron-moment-\(mediator.rawValue)-\(loop.rawValue)", label: "$(g-2)_e$",
            process: "magnetic moment of the electron, \(loop.rawValue) in the loop", kind: .computed, role: .limit,
            confidenceLevel: 0.90, sources: [.dev2020],
            inputs: [
                Input("allowed", "$|\\Delta a_e|<5\\times10^{-13}$"), Input("level", "taken as the other limits' own"),
            ],
            boundary: .leptonMoment(
                LeptonMomentBound(
                    LeptonMomentLimit(
                        mediator, of: .electron, loop: loop, ceiling: ModelConstraints.electronMomentCeiling),
                    masses: ModelConstraints.masses)))
    }

    /// Muonium that becomes antimuonium, from m_μ − m_e on: a lighter boson shortens the muon's life.
    public static func muonium(
        _ mediator: MuoniumConversion.Mediator, formula: MuoniumConversion.Formula,
        inputs: ParticleInputs = .standard
    ) -> Constraint {
        Constraint(
            name: "muonium-\(mediator.rawValue)" + (formula == .derived ? "-derived" : ""),
            label: "$M\\to\\bar M$", process: "$\\mu^+e^-\\to\\mu^-e^+$ in muonium", kind: .computed, role: .limit,
            confidenceLevel: 0.90, sources: [.willmann1999] + (formula == .published ? [.dev2020] : []),
            inputs: [
                Input("allowed", "$P<8.2\\times10^{-11}$"),
                Input(
                    "conversion",
                    formula == .published
                        ? "as published, of all states alike and without a field" : "of each state, in 0.1\\,T"),
            ],
            boundary: .muonium(
                MuoniumBound(
                    mediator, formula,
                    masses: MuoniumConversion.smallestMass(inputs: inputs)...ModelConstraints.masses.upperBound)))
    }
}
