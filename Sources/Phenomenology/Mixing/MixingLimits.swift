import BosonPhysics
import LimitModel
import NumericalMethods
import Reference

/// Bounds on g′ from processes that see the boson only through the photon.
///
/// The closed forms are for the mixing of the loops alone. With a mixing ε₀ of another origin the rates are polynomials in
/// g′: ``excludedByContactInteraction(mass:ceiling:treeLevel:inputs:)`` and its siblings then give all couplings that are
/// excluded, of which there may be two ranges, as the two mixings cancel between them.
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
    /// |Π(m²)|² B(Z′→νν̄) = ε², with the mixing where the boson is on its mass shell. Decays through the mixing, a part
    /// of 2·10⁻⁵, are left out.
    /// - Throws: ``MixingError``.
    public static func invisible(
        mass: Double, epsilon: Estimate, inputs: ParticleInputs = .standard
    ) throws -> Estimate {
        try check(mass: mass, ceiling: epsilon.value)
        let unit = try KineticMixing(coupling: 1, inputs: inputs).loop(q2: mass * mass).magnitude
        let branching = ZPrimeWidths.invisibleFraction(mass: mass, inputs: inputs)
        return epsilon / (unit * .closedForm(branching.squareRoot(), operations: 16))
    }

    // MARK: With a mixing of another origin

    /// The couplings with g′ e |ε₀ + Π(0)|/m² above `ceiling` (GeV⁻²). A mixing alone does nothing to neutrinos, so that
    /// small couplings are allowed; for ε₀ < 0 an excluded range may lie below the one that has no end.
    /// - Throws: ``MixingError``.
    public static func excludedByContactInteraction(
        mass: Double, ceiling: Double, treeLevel: Double, inputs: ParticleInputs = .standard
    ) throws -> [ExcludedCouplings] {
        try check(mass: mass, ceiling: ceiling)
        let mixing = try KineticMixing(coupling: 1, treeLevel: treeLevel, inputs: inputs)
        let loop = mixing.loopAtZero.value
        let allowed = ceiling * mass * mass / KineticMixing.charge(inputs)
        return try closedForm([
            -allowed * allowed, 0, treeLevel * treeLevel, 2 * treeLevel * loop, loop * loop,
        ])
    }

    /// The couplings whose mixing ε₀ + Π(0) adds more than `ceiling` to the electron's magnetic moment. All couplings
    /// where ε₀ ≥ 0 alone does so.
    /// - Throws: ``MixingError``, ``MagneticMomentError``.
    public static func excludedByElectronMoment(
        mass: Double, ceiling: Double, treeLevel: Double, inputs: ParticleInputs = .standard
    ) throws -> [ExcludedCouplings] {
        try check(mass: mass, ceiling: ceiling)
        let mixing = try KineticMixing(coupling: 1, treeLevel: treeLevel, inputs: inputs)
        let loop = mixing.loopAtZero.value
        let direct = try MuonMagneticMoment.coupling(
            mass: mass, deviation: ceiling, leptonMass: inputs.electronMass
        ).value
        let allowed = direct / KineticMixing.charge(inputs)
        return try closedForm([treeLevel * treeLevel - allowed * allowed, 2 * treeLevel * loop, loop * loop])
    }

    /// The couplings whose rate is above that of a boson with mixing `epsilon` and only invisible decays; nil from 2 m_μ
    /// on, where hadrons come in soon that are not computed.
    ///
    /// Decays to electrons, of width (e ε)² against g′², are counted: without g′ nothing is invisible.
    /// - Throws: ``MixingError``.
    public static func excludedByInvisible(
        mass: Double, epsilon: Estimate, treeLevel: Double, inputs: ParticleInputs = .standard
    ) throws -> [ExcludedCouplings]? {
        try check(mass: mass, ceiling: epsilon.value)
        guard mass < 2 * inputs.muonMass else { return nil }
        let mixing = try KineticMixing(coupling: 1, treeLevel: treeLevel, inputs: inputs)
        let loop = try mixing.loop(q2: mass * mass).real
        let charge = KineticMixing.charge(inputs)
        let electrons = Estimate.closedForm(
            charge * charge * ZPrimeWidths.vectorFactor(mass: mass, product: inputs.electronMass))
        let rate = epsilon.squared
        // ε² g² > ε_pub² (g² + e² ε² k), with ε = ε₀ + g Π₁.
        let squared: [Estimate] = [Estimate.exact(treeLevel).squared, loop * (2 * treeLevel), loop.squared]
        let visible = -rate * electrons
        let seen: Estimate = squared[0] - rate * (1.0 + electrons * squared[2])
        return try ExclusionPolynomial(
            coefficients: [visible * squared[0], visible * squared[1], seen, squared[1], squared[2]]
        ).excluded()
    }

    private static func closedForm(_ coefficients: [Double]) throws -> [ExcludedCouplings] {
        try ExclusionPolynomial(coefficients: coefficients.map { .closedForm($0) }).excluded()
    }

    // MARK: Parts

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
