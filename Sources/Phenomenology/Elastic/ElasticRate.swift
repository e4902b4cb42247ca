import Amplitudes
import Foundation
import Kinematics
import NumericalMethods
import Reference

/// μ e → μ e by one photon on electrons at rest, with all masses (Dev et al., JHEP 05 (2020) 053, equations 2.6 and 2.7).
///
/// T is the electron's kinetic energy in GeV; t = q² = −2 m_e T.
public struct ElasticRate: Hashable, Sendable {
    public let kinematics: ElasticKinematics
    public let inputs: ParticleInputs
    /// πα²/(p² m_e²), GeV⁻⁴.
    private let prefactor: Double

    /// - Throws: as ``ElasticKinematics/init(beamEnergy:muonMass:electronMass:)``.
    public init(beamEnergy: Double, inputs: ParticleInputs = .standard) throws {
        kinematics = try ElasticKinematics(beamEnergy: beamEnergy, inputs: inputs)
        self.inputs = inputs
        let scale = inputs.fineStructure / (kinematics.beamMomentum * inputs.electronMass)
        prefactor = Double.pi * scale * scale
    }

    /// The largest T.
    public var maximumRecoil: Double { kinematics.maximumRecoil }

    /// q² = −2 m_e T, GeV².
    public func momentumTransferSquared(recoil: Double) -> Double { -2 * inputs.electronMass * recoil }

    /// dσ₀/dT in GeV⁻³, without a check of the domain.
    public func density(recoil: Double) -> Double {
        let (e, m) = (inputs.electronMass, inputs.muonMass)
        let energy = kinematics.beamEnergy
        return prefactor * (2 * energy * e * (energy - recoil) - recoil * (e * e + m * m - e * recoil))
            / (recoil * recoil)
    }

    /// dσ₀/dT in GeV⁻³ (2.6).
    ///
    /// - Throws: ``ElasticError/recoilOutOfRange(recoil:maximum:)`` outside 0 < T ≤ ``maximumRecoil``.
    public func differential(recoil: Double) throws -> Estimate {
        try check(recoil)
        return .closedForm(density(recoil: recoil))
    }

    /// |1/(1 − Δα)|².
    public static func runningFactor(_ deltaAlpha: Double) -> Double {
        let denominator = 1 - deltaAlpha
        return 1 / (denominator * denominator)
    }

    /// ∫dσ₀ over the recoils between two, in GeV⁻², in closed form.
    ///
    /// - Throws: ``ElasticError/recoilOutOfRange(recoil:maximum:)``.
    public func integral(from lower: Double, to upper: Double) throws -> Estimate {
        try check(lower)
        try check(upper)
        let energy = kinematics.beamEnergy
        let width = upper - lower
        // 2E²m_e ∫dT/T² − s ∫dT/T + m_e ∫dT.
        let terms = [
            2 * energy * energy * inputs.electronMass * width / (lower * upper),
            -kinematics.centreOfMassEnergySquared * log1p(width / lower), inputs.electronMass * width,
        ]
        let size = terms.reduce(0) { $0 + $1.magnitude }
        return .closedForm(prefactor * terms.reduce(0, +), size: prefactor * size, operations: 32)
    }

    /// σ₀ in microbarns of the events whose electron takes a kinetic energy above `electronMinimum` (GeV).
    ///
    /// - Throws: ``ElasticError/recoilOutOfRange(recoil:maximum:)``.
    public func crossSection(electronMinimum: Double) throws -> Estimate {
        try integral(from: electronMinimum, to: maximumRecoil).scaled(by: microbarns)
    }

    /// GeV⁻² in microbarns.
    public var microbarns: Double { inputs.conversionConstant * 1e3 }

    func check(_ recoil: Double) throws {
        // The upper end is itself a computed value.
        guard recoil > 0, recoil <= maximumRecoil * (1 + 0x1p-48) else {
            throw ElasticError.recoilOutOfRange(recoil: recoil, maximum: maximumRecoil)
        }
    }
}
