import NumericalMethods
import Reference

/// Bounds on g′ from processes that see the boson only through the photon, at no tree-level mixing.
public enum MixingLimits {
    /// The coupling at which g′ e Π(0)/m² reaches `ceiling` (GeV⁻²): a straight line in the mass (GeV).
    ///
    /// Holds where the mass exceeds every energy of the process, so that the interaction is a contact.
    /// - Throws: ``MixingError``.
    public static func contactInteraction(
        mass: Double, ceiling: Double, inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        try check(mass: mass, ceiling: ceiling)
        let electron = try electronCoupling(perUnitOf: inputs)
        let coupling = mass * (ceiling / electron).squareRoot()
        return .closedForm(coupling, operations: 32)
    }

    /// What a boson of mass `mass` (GeV) and coupling `coupling` adds to the electron's magnetic moment through the mixing
    /// ε(0) of `mixing`: the vector loop with the coupling e ε.
    ///
    /// The mixing at q² = 0 stands for that in the loop, which is smaller by 3 % at a virtuality of (0.1 GeV)².
    /// - Throws: ``MixingError``, ``MagneticMomentError``.
    public static func electronMoment(mass: Double, mixing: KineticMixing) throws -> Estimate {
        let epsilon = try mixing.epsilon(q2: 0).real.value
        return try MuonMagneticMoment.vector(
            mass: mass, coupling: KineticMixing.charge(mixing.inputs) * epsilon,
            leptonMass: mixing.inputs.electronMass)
    }

    /// The coupling g′ at which ``electronMoment(mass:mixing:)`` without tree-level mixing reaches `ceiling`.
    /// - Throws: ``MixingError``, ``MagneticMomentError``.
    public static func electronMoment(
        mass: Double, ceiling: Double, inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        try check(mass: mass, ceiling: ceiling)
        let direct = try MuonMagneticMoment.coupling(
            mass: mass, deviation: ceiling, leptonMass: inputs.electronMass)
        return direct.scaled(by: 1 / (try electronCoupling(perUnitOf: inputs)))
    }

    /// The coupling that gives a boson of mass `mass` (GeV) the rate of one with mixing `epsilon` and only invisible decays:
    /// |Π(m²)|² B(Z′→νν̄) = ε², with the mixing where the boson is on its mass shell.
    /// - Throws: ``MixingError``.
    public static func invisible(
        mass: Double, epsilon: Estimate, inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        try check(mass: mass, ceiling: epsilon.value)
        let unit = try KineticMixing(coupling: 1, inputs: inputs).loop(q2: mass * mass).magnitude
        let branching = invisibleBranching(mass: mass, inputs: inputs)
        let coupling = epsilon.value / (unit.value * branching.squareRoot())
        return Estimate(
            coupling, error: coupling * (epsilon.relativeError + unit.relativeError + 0x1p-49), kind: epsilon.kind)
    }

    /// B(Z′→νν̄): two neutrinos of one helicity against the muons and taus that the mass allows. One below 2m_μ, where
    /// the decay to electrons, of order ε², is neglected.
    public static func invisibleBranching(mass: Double, inputs: ParticleInputs = .standard) -> Double {
        let charged = [inputs.muonMass, inputs.tauMass].map { lepton in
            let ratio = (lepton / mass) * (lepton / mass)
            return ratio < 0.25 ? (1 + 2 * ratio) * (1 - 4 * ratio).squareRoot() : 0
        }
        return 1 / (1 + charged[0] + charged[1])
    }

    /// e Π(0)/g′.
    private static func electronCoupling(perUnitOf inputs: ParticleInputs) throws -> Double {
        let coupling = KineticMixing.charge(inputs) * (try KineticMixing(coupling: 1, inputs: inputs).loopAtZero.value)
        // Equal lepton masses leave the electron alone.
        guard coupling > 0 else { throw MixingError.noAllowedCoupling(ceiling: coupling) }
        return coupling
    }

    private static func check(mass: Double, ceiling: Double) throws {
        guard mass > 0, mass.isFinite else { throw MixingError.invalidMass(mass) }
        guard ceiling > 0, ceiling.isFinite else { throw MixingError.noAllowedCoupling(ceiling: ceiling) }
    }
}
