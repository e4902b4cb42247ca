/// Arguments for which the magnetic moment is not defined.
public enum MagneticMomentError: Error, Equatable, CustomStringConvertible {
    /// GeV.
    case invalidMass(Double, of: String)
    case invalidCoupling(Double)
    case invalidDeviation(Double)

    public var description: String {
        switch self {
        case .invalidMass(let mass, let particle):
            "a \(particle) mass of \(mass) GeV is not possible: give a finite mass"
                + (particle == "lepton" ? " above zero" : " that is not negative")
        case .invalidCoupling(let coupling):
            "a coupling of \(coupling) is not possible: give a finite number"
        case .invalidDeviation(let deviation):
            "a vector boson cannot contribute \(deviation) to the magnetic moment: give a deviation that is not negative"
        }
    }
}
