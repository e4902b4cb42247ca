#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The same relations in the electron's recoil T = E_e − m_e, for integrands: no check of the domain 0 … ``maximumRecoil``,
/// outside of which both particles are taken to leave along the beam.
extension ElasticKinematics {
    /// The muon's angle, radians.
    package func muonAngle(recoil: Double) -> Double {
        atan2(transverseMomentum(recoil: recoil), beamMomentum - longitudinalMomentum(recoil: recoil))
    }

    /// The electron's angle, radians.
    package func electronAngle(recoil: Double) -> Double {
        atan2(transverseMomentum(recoil: recoil), longitudinalMomentum(recoil: recoil))
    }

    /// The muon's momentum afterwards, GeV.
    package func muonMomentum(recoil: Double) -> Double {
        let energy = max(beamEnergy - recoil, muonMass)
        return ((energy - muonMass) * (energy + muonMass)).squareRoot()
    }
}
