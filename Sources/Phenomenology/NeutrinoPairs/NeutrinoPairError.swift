/// What makes a prediction of μe → μeνν̄ impossible, with the values and the remedy.
public enum NeutrinoPairError: Error, Equatable, CustomStringConvertible {
    case mixingAngleOutOfRange(Double)
    case fermiConstantOutOfRange(Double)
    case beamTooSlow(beamEnergy: Double, muonMass: Double)
    case tooFewPoints(points: Int, replicas: Int)

    public var description: String {
        switch self {
        case .mixingAngleOutOfRange(let sineSquared):
            "sin²θ_W = \(sineSquared) is not between 0 and 1: give the square of the sine of the weak mixing angle, such as 0.23122"
        case .fermiConstantOutOfRange(let constant):
            "a Fermi constant of \(constant) GeV⁻² is not between 0 and 1 GeV⁻²: give one such as 1.1663787e-5 GeV⁻²"
        case .beamTooSlow(let beamEnergy, let muonMass):
            "the beam energy \(beamEnergy) GeV is not a finite number above the muon's mass \(muonMass) GeV: "
                + "give the total energy of the muons in GeV"
        case .tooFewPoints(let points, let replicas):
            "\(points) points in \(replicas) replicas give no statistical error: take at least 1 point in 2 replicas"
        }
    }
}
