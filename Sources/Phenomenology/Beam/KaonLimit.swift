import NumericalMethods
import Reference

/// A ``KaonProjection`` made ready: the signal at its published point done once.
package struct KaonLimit: Sendable {
    private let projection: KaonProjection
    private let inputs: ParticleInputs
    private let calibrationSignal: Estimate

    package init(_ projection: KaonProjection, inputs: ParticleInputs) throws {
        try projection.validate()
        self.projection = projection
        self.inputs = inputs
        calibrationSignal = try Self.signal(projection, mass: projection.calibration.mass, inputs: inputs)
        guard calibrationSignal.value > 0 else {
            throw KaonEmissionError.invalidProjection(
                "no decay passes the missing-mass cut of \(projection.missingMassSquaredMinimum) GeV^2 at the published "
                    + "point of \(projection.calibration.mass) GeV: lower the cut")
        }
    }

    /// BR(K → μνZ′) behind the cut times BR(Z′→νν̄), at coupling one.
    static func signal(
        _ projection: KaonProjection, mass: Double, inputs: ParticleInputs
    ) throws -> Estimate {
        let emission = try KaonEmission(mass: mass, inputs: inputs)
        return try emission.branchingRatio(missingMassSquaredMinimum: projection.missingMassSquaredMinimum)
            .scaled(by: emission.invisibleFraction)
    }

    /// g′ on the boundary; nil where no decay passes the cut.
    package func coupling(atMass mass: Double) throws -> Estimate? {
        let signal = try Self.signal(projection, mass: mass, inputs: inputs)
        guard signal.value > 0 else { return nil }
        return projection.calibration.coupling * projection.systematicFactor
            * (calibrationSignal / signal).squareRoot()
    }
}
