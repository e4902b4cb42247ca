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

    /// The smallest energy of X when the muon scatters by more than `muonAngle` and X has mass squared
    /// `systemMassSquared` (GeV², at least m_e²). GeV.
    ///
    /// It rises with the mass of X, so the bound over all photons is the one of a soft photon, m_X → m_e, which equals
    /// ``minimumElectronEnergy(forMuonAngle:)``.
    /// - Throws: ``ElasticKinematicsError/systemTooHeavy(massSquared:muonAngle:)`` where the muon cannot reach the angle.
    public func minimumSystemEnergy(forMuonAngle muonAngle: Double, systemMassSquared: Double) throws -> Double {
        let total = beamEnergy + electronMass
        let s = centreOfMassEnergySquared
        let projection = beamMomentum * cos(muonAngle)
        let transverse = beamMomentum * sin(muonAngle)
        let product = 0.5 * (s + muonMass * muonMass - systemMassSquared)
        let denominator = s + transverse * transverse
        let discriminant = product * product - muonMass * muonMass * denominator
        guard systemMassSquared >= electronMass * electronMass, muonAngle >= 0, muonAngle < .pi / 2, product > 0,
            discriminant >= 0
        else {
            throw ElasticKinematicsError.systemTooHeavy(massSquared: systemMassSquared, muonAngle: muonAngle)
        }
        // The muon keeps the most energy on the forward branch.
        return total - (total * product + projection * discriminant.squareRoot()) / denominator
    }

    /// The angle between the momentum of X and the beam, radians.
    func systemAngle(systemEnergy: Double, muonAngle: Double) -> Double {
        let muonEnergy = beamEnergy + electronMass - systemEnergy
        let finalMomentum = (max(0, muonEnergy - muonMass) * (muonEnergy + muonMass)).squareRoot()
        return atan2(finalMomentum * sin(muonAngle), beamMomentum - finalMomentum * cos(muonAngle))
    }
}
