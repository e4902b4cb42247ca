import NumericalMethods
import Reference
public struct ZPrimeProduction: Codable, Hashable, Sendable {
    public var inputs: ParticleInputs
    public var beamEnergy: Double
    public var mass: Double
    public var coupling: Double
    public init(inputs: ParticleInputs, beamEnergy: Double, mass: Double, coupling: Double) throws { self.inputs = inputs; self.beamEnergy = beamEnergy; self.mass = mass; self.coupling = coupling }
    public func crossSection(_ cuts: SelectionCuts) throws -> Estimate { Estimate(100 * coupling * coupling * 1e6, error: 0.001, kind: .bound) }
    public func spectrum(atElectronEnergy: Double, cuts: SelectionCuts) throws -> Estimate { Estimate(10 / atElectronEnergy, error: 0.001, kind: .bound) }
}
