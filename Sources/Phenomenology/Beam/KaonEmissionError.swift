import LimitModel
import NumericalMethods

/// Arguments for which K → μ ν Z′ is not defined.
public enum KaonEmissionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// GeV.
    case invalidMass(Double)
    /// GeV; the decay is closed at and above the second value.
    case closed(mass: Double, threshold: Double)
    case invalidCoupling(Double)
    /// GeV².
    case invalidMissingMassSquared(Double)
    case invalidProjection(String)

    public var description: String {
        switch self {
        case .invalidMass(let mass):
            "a boson mass of \(mass) GeV is not possible in K -> mu nu Z': give a finite mass above zero "
                + "(the rate grows without bound as the mass goes to zero)"
        case .closed(let mass, let threshold):
            "a boson of \(mass) GeV is too heavy for K -> mu nu Z': give a mass below m_K - m_mu = \(decimal(threshold)) GeV"
        case .invalidCoupling(let coupling):
            "a coupling of \(coupling) is not possible: give a finite number"
        case .invalidMissingMassSquared(let value):
            "a missing mass squared of \(value) GeV^2 is not possible: give a finite number that is not negative"
        case .invalidProjection(let reason):
            reason
        }
    }
}
