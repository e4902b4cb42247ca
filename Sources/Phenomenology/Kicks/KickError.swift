/// What makes a number of elastic or kicked events impossible, with the values and the remedy.
package enum KickError: Error, Equatable, CustomStringConvertible {
    case unboundedEvents(minimumElectronEnergy: Double?, minimumMuonAngle: Double)
    case numberOfEvents(Double)
    case neverReached(events: Double, largest: Double)
    case ratio(Double)
    case fewEvents(points: Int)

    package var description: String {
        switch self {
        case .unboundedEvents(let energy, let angle):
            "the cuts (E_e above \(energy.map { "\($0) GeV" } ?? "none"), θ_μ above \(angle) rad) let electrons of any small "
                + "energy in, of which there are infinitely many: give an electron-min well above the electron's mass"
        case .numberOfEvents(let events):
            "\(events) is not a number of events that a leakage can be held to: give a finite one above zero"
        case .neverReached(let events, let largest):
            "no upper electron energy brings the leakage to \(events) events: without one it is \(largest); ask for fewer"
        case .ratio(let ratio):
            "the ratio \(ratio) of the electron's angle to the elastic one is not possible: give a number above zero"
        case .fewEvents(let points):
            "\(points) points give no statistical error: take at least 16"
        }
    }
}
