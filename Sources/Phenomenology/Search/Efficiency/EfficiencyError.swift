/// What makes an efficiency impossible, with the values and the remedy.
package enum EfficiencyError: Error, Equatable, CustomStringConvertible {
    case ratio(Double)
    case acoplanarity(Double)
    case noEvents(mass: Double)

    package var description: String {
        switch self {
        case .ratio(let ratio):
            "the ratio \(ratio) of the electron's angle to the elastic one is not possible: give a number above zero"
        case .acoplanarity(let angle):
            "an acoplanarity of \(angle) rad is not possible: give an angle between 0 and π"
        case .noEvents(let mass):
            "no signal of a boson of \(mass) GeV is measured within the cuts, so that no share of it can be kept: "
                + "widen the window or take a smaller mass"
        }
    }
}
