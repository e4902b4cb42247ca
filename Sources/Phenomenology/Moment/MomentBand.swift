import NumericalMethods
import Reference

/// The couplings at which a boson explains a measured deviation of a lepton's magnetic moment: pure data, for figures.
public struct MomentBand: Codable, Hashable, Sendable {
    /// What of the loop is compared with the deviation.
    public enum Comparison: String, Codable, Hashable, Sendable {
        case signed
        /// The size alone, as where a publication draws a band though the loop has the other sign.
        case magnitude
    }

    public var mediator: OneLoopMoment.Mediator
    public var lepton: ChargedLepton
    public var loop: ChargedLepton
    public var measurement: Measurement
    public var sigmas: Double
    public var comparison: Comparison

    public init(
        _ mediator: OneLoopMoment.Mediator, of lepton: ChargedLepton = .muon, loop: ChargedLepton,
        measurement: Measurement, sigmas: Double, comparison: Comparison = .signed
    ) {
        self.mediator = mediator
        self.lepton = lepton
        self.loop = loop
        self.measurement = measurement
        self.sigmas = sigmas
        self.comparison = comparison
    }

    /// The edges at `mass` (GeV). `lower` is nil when a vanishing contribution lies inside, `upper` then a limit. Nil
    /// where no coupling does, or below the mass of the decay of the lepton to the boson.
    /// - Throws: as ``OneLoopMoment/loopFunction(mass:)``.
    public func couplings(
        mass: Double, inputs: ParticleInputs = .standard
    ) throws -> (lower: Estimate?, upper: Estimate)? {
        let moment = moment(inputs)
        guard mass > moment.threshold ?? 0 else { return nil }
        var target = measurement
        if comparison == .magnitude, try moment.loopFunction(mass: mass).value < 0 { target.value.negate() }
        return try moment.band(mass: mass, measurement: target, sigmas: sigmas)
    }

    private func moment(_ inputs: ParticleInputs) -> OneLoopMoment {
        OneLoopMoment(mediator, of: lepton, loop: loop, inputs: inputs)
    }
}
