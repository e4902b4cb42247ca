/// Arguments for which a cosmological estimate is not defined, with the values and the remedy.
public enum CosmologyError: Error, Equatable, CustomStringConvertible {
    /// GeV.
    case massOutOfRange(name: String, value: Double)
    /// GeV.
    case temperatureNotPositive(Double)
    case couplingOutOfRange(name: String, value: Double)
    case excessOutOfRange(Double, largest: Double)
    case mediatorTooLight(mediator: Double, darkMatter: Double)
    case fractionOutOfRange(name: String, value: Double)
    case noFreezeOut(darkMatter: Double, product: Double)

    public var description: String {
        switch self {
        case .massOutOfRange(let name, let value):
            "a \(name) mass of \(value) GeV is not possible here: give a finite mass in GeV"
                + (name == "boson"
                    ? " that is not negative"
                    : " above zero, dark matter between 1 MeV and 1 TeV (0.1 MeV where nothing freezes out)")
        case .temperatureNotPositive(let value):
            "a temperature of \(value) GeV is not a positive number: give it in GeV, 1.5e-3 for 1.5 MeV"
        case .couplingOutOfRange(let name, let value):
            "a coupling \(name) of \(value) is not possible here: give a positive finite number"
        case .excessOutOfRange(let value, let largest):
            "an excess of \(value) neutrino species is not between 0 and \(largest), which a massless boson gives: "
                + "no mass leads to it; give one in between"
        case .mediatorTooLight(let mediator, let darkMatter):
            "a boson of \(mediator) GeV is not above twice the dark matter's \(darkMatter) GeV: the closed forms hold "
                + "away from the resonance and without annihilation into bosons; give a heavier boson"
        case .fractionOutOfRange(let name, let value):
            "the \(name) \(value) is not a positive finite number: give one"
        case .noFreezeOut(let darkMatter, let product):
            "dark matter of \(darkMatter) GeV with g_χ g′ = \(product) never was in equilibrium while non-relativistic: "
                + "give a larger coupling"
        }
    }
}
