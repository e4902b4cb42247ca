import NumericalMethods
import Reference

/// A ceiling on the size of a boson's one-loop contribution to a lepton's magnetic moment.
public struct LeptonMomentLimit: Codable, Hashable, Sendable {
    public var mediator: OneLoopMoment.Mediator
    public var lepton: ChargedLepton
    public var loop: ChargedLepton
    /// Of |Δa|, above zero.
    public var ceiling: Double
    /// The coupling in the loop over the one on the axis.
    public var couplingFactor: Double

    public init(
        _ mediator: OneLoopMoment.Mediator, of lepton: ChargedLepton, loop: ChargedLepton, ceiling: Double,
        couplingFactor: Double = 1
    ) {
        self.mediator = mediator
        self.lepton = lepton
        self.loop = loop
        self.ceiling = ceiling
        self.couplingFactor = couplingFactor
    }

    /// On the electron's moment, Δa_e < 5·10⁻¹³ as Dev2020 uses it.
    public static func electron(_ mediator: OneLoopMoment.Mediator, loop: ChargedLepton) -> LeptonMomentLimit {
        LeptonMomentLimit(mediator, of: .electron, loop: loop, ceiling: 5e-13)
    }

    /// The coupling at which the contribution reaches the ceiling for a boson of mass `mass` (GeV); nil where it vanishes.
    /// - Throws: as ``OneLoopMoment/loopFunction(mass:)``.
    public func coupling(mass: Double, inputs: ParticleInputs = .standard) throws -> Estimate? {
        let moment = OneLoopMoment(mediator, of: lepton, loop: loop, inputs: inputs)
        let isNegative = try moment.loopFunction(mass: mass).value < 0
        return try moment.coupling(mass: mass, deviation: isNegative ? -ceiling : ceiling)?
            .scaled(by: 1 / couplingFactor)
    }
}
