/// Arguments for which the boson has no widths, with the values and the remedy.
public enum WidthError: Error, Equatable, CustomStringConvertible {
    /// GeV.
    case massOutOfRange(name: String, value: Double)
    case couplingOutOfRange(name: String, value: Double)

    public var description: String {
        switch self {
        case .massOutOfRange(let name, let value):
            "a \(name) mass of \(value) GeV is not possible here: give a finite mass in GeV above zero, dark matter "
                + "between 1 MeV and 1 TeV (0.1 MeV where nothing freezes out)"
        case .couplingOutOfRange(let name, let value):
            "a coupling \(name) of \(value) is not possible here: give a positive finite number"
        }
    }
}
