/// Arguments for which the running of α and what follows from it give no answer.
public enum RunningError: Error, Equatable, CustomStringConvertible {
    /// GeV².
    case invalidMomentum(Double)
    /// K (GeV⁻²) or M (GeV²).
    case invalidParameter(Double, name: String, allowed: String)
    case invalidInputs
    case invalidFraction(Double)

    public var description: String {
        switch self {
        case .invalidMomentum(let q2):
            "a squared momentum transfer of \(q2) GeV² is not possible here: give a finite number, below zero where the "
                + "electron recoils"
        case .invalidParameter(let value, let name, let allowed):
            "the running with \(name) = \(value) is not defined: give \(allowed)"
        case .invalidInputs:
            "the running of α needs lepton masses and 1/α that are finite and above zero: correct the inputs"
        case .invalidFraction(let x):
            "x = \(x) is not possible: it lies between 0 and 1"
        }
    }
}
