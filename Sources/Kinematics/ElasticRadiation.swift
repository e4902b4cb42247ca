#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Kinematics of μ e → μ X, where X is the electron with a photon (or with anything else) of invariant mass m_X ≥ m_e.
extension ElasticKinematics {
    /// The invariant mass squared of X (GeV²) when the muon scatters by `muonAngle` and X takes the energy
    /// `systemEnergy`; nil where that is kinematically closed (m_X < m_e, or more energy than the muon can give).
    public func systemMassSquared(systemEnergy: Double, muonAngle: Double) -> Double? {
        let muonEnergy = beamEnergy + electronMass - systemEnergy
        guard muonEnergy >= muonMass, systemEnergy >= electronMass else { return nil }
        let finalMomentum = ((muonEnergy - muonMass) * (muonEnergy + muonMass)).squareRoot()
        let product = beamMomentum * finalMomentum
        let transferred = systemEnergy - electronMass
        let halfSine = sin(0.5 * muonAngle)
        // −t = −t_min + 4pp′sin²(θ/2), both terms positive, so that small angles lose no digits.
        let forward =
            2 * muonMass * muonMass * transferred * transferred
            / (beamEnergy * muonEnergy - muonMass * muonMass + product)
        let momentumTransfer = forward + 4 * product * halfSine * halfSine
        let excess = 2 * electronMass * transferred - momentumTransfer
        return excess >= 0 ? electronMass * electronMass + excess : nil
    }

    /// The angle between the momentum of X and the beam, radians.
    func systemAngle(systemEnergy: Double, muonAngle: Double) -> Double {
        let muonEnergy = beamEnergy + electronMass - systemEnergy
        let finalMomentum = (max(0, muonEnergy - muonMass) * (muonEnergy + muonMass)).squareRoot()
        return atan2(finalMomentum * sin(muonAngle), beamMomentum - finalMomentum * cos(muonAngle))
    }
}
