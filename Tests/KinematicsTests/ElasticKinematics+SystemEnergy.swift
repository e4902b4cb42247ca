import Foundation
import Kinematics

extension ElasticKinematics {
    /// The smallest energy of X when the muon scatters by more than `muonAngle` and X has mass squared
    /// `systemMassSquared` (GeV², at least m_e²). GeV.
    ///
    /// It rises with the mass of X, so the bound over all photons is the one of a soft photon, m_X → m_e, which equals
    /// ``minimumElectronEnergy(forMuonAngle:)``.
    /// Nil where the muon cannot reach the angle.
    func minimumSystemEnergy(forMuonAngle muonAngle: Double, systemMassSquared: Double) -> Double? {
        let total = beamEnergy + electronMass
        let s = centreOfMassEnergySquared
        let projection = beamMomentum * cos(muonAngle)
        let transverse = beamMomentum * sin(muonAngle)
        let product = 0.5 * (s + muonMass * muonMass - systemMassSquared)
        let denominator = s + transverse * transverse
        let discriminant = product * product - muonMass * muonMass * denominator
        guard systemMassSquared >= electronMass * electronMass, muonAngle >= 0, muonAngle < .pi / 2, product > 0,
            discriminant >= 0
        else { return nil }
        // The muon keeps the most energy on the forward branch.
        return total - (total * product + projection * discriminant.squareRoot()) / denominator
    }
}
