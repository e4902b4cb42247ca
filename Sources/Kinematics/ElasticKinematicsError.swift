/// Arguments for which muon–electron scattering has no solution. Energies in GeV, angles in radians.
public enum ElasticKinematicsError: Error, Equatable, CustomStringConvertible {
    case invalidBeam(energy: Double, muonMass: Double, electronMass: Double)
    case electronEnergyOutOfRange(energy: Double, allowed: ClosedRange<Double>)
    case muonAngleOutOfRange(angle: Double, maximum: Double)
    /// The cuts let a photon of any direction pass.
    case photonAngleUnbounded(minimumMuonAngle: Double, maximumElectronEnergy: Double, minimumSystemEnergy: Double)

    public var description: String {
        switch self {
        case .invalidBeam(let energy, let muonMass, let electronMass):
            "a muon beam of \(energy) GeV with m_mu = \(muonMass) GeV on electrons of \(electronMass) GeV is not possible: "
                + "give positive masses, the muon's the larger, and an energy above it"
        case .electronEnergyOutOfRange(let energy, let allowed):
            "elastic scattering cannot give an electron of \(energy) GeV: "
                + "choose an energy between \(allowed.lowerBound) and \(allowed.upperBound) GeV"
        case .muonAngleOutOfRange(let angle, let maximum):
            "elastic scattering cannot turn the muon by \(angle) rad: choose an angle between 0 and \(maximum) rad"
        case .photonAngleUnbounded(let angle, let energy, let systemEnergy):
            "a muon angle above \(angle) rad leaves at least \(systemEnergy) GeV to the electron and the photon, which an "
                + "electron of up to \(energy) GeV can take alone, so the photon may go anywhere: "
                + "raise the muon-angle cut or lower the electron-energy cut"
        }
    }
}
