import Amplitudes
import Kinematics
import NumericalMethods
import Reference

@testable import ElasticPhysics

extension ElasticRate {
    /// The same from |M|², dσ/dT = |M|²/(32π m_e p²): the second method.
    ///
    /// - Throws: as ``differential(recoil:)``.
    func differentialFromAmplitude(recoil: Double) throws -> Estimate {
        try check(recoil)
        let amplitude = MuonElectronElastic(
            muonMass: inputs.muonMass, electronMass: inputs.electronMass, fineStructure: inputs.fineStructure
        ).squaredAmplitude(
            s: kinematics.centreOfMassEnergySquared, t: momentumTransferSquared(recoil: recoil))
        let momentum = kinematics.beamMomentum
        return .closedForm(amplitude / (32 * .pi * inputs.electronMass * momentum * momentum))
    }

    /// dσ/dT in GeV⁻³ with the hadronic vacuum polarisation, |1/(1 − Δα_had(q²))|² (2.7).
    ///
    /// - Parameter hadronicRunning: Δα_had at q² (GeV², negative).
    /// - Throws: as ``differential(recoil:)``, and what the running throws.
    func differential(
        recoil: Double, hadronicRunning: (_ q2: Double) throws -> Double
    ) throws -> Estimate {
        try differential(recoil: recoil)
            .scaled(by: Self.runningFactor(try hadronicRunning(momentumTransferSquared(recoil: recoil))))
    }
}
