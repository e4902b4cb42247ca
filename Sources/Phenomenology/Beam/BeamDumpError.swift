/// Arguments for which the yield of a muon beam dump is not defined.
public enum BeamDumpError: Error, Equatable, Sendable, CustomStringConvertible {
    /// GeV.
    case invalidMass(Double)
    case invalidCoupling(Double)
    /// GeV: the boson takes too much of the beam's energy.
    case outOfReach(mass: Double, beamEnergy: Double)
    case invalidExperiment(String)

    public var description: String {
        switch self {
        case .invalidMass(let mass):
            "a boson mass of \(mass) GeV is not possible in a beam dump: give a finite mass above zero"
        case .invalidCoupling(let coupling):
            "a coupling of \(coupling) is not possible: give a finite number"
        case .outOfReach(let mass, let energy):
            "a boson of \(mass) GeV is not produced by muons of \(energy) GeV with the required energy loss: "
                + "give a smaller mass"
        case .invalidExperiment(let reason):
            reason
        }
    }
}
