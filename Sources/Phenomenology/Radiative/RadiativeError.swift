/// What makes a number of radiative events impossible, with the values and the remedy.
package enum RadiativeError: Error, Equatable, CustomStringConvertible {
    case softPhotons(electronEnergies: ClosedRange<Double>, minimumMuonAngle: Double)
    case electronBelowMass(energy: Double, mass: Double)
    case negative(name: String, value: Double, unit: String)
    case notPositive(name: String, value: Double, unit: String)
    case stations(Int)
    case noEvents(String)
    case moreThanAll(events: Double, separated: Double)
    case sampleTooSmall(points: Int, replicas: Int)

    package var description: String {
        switch self {
        case .softPhotons(let energies, let angle):
            "elastic events pass the cuts (θ_μ above \(angle) rad, E_e within \(energies.lowerBound) to "
                + "\(energies.upperBound) GeV), and with them infinitely many soft photons: give a photon-min above zero, "
                + "or a window without elastic events"
        case .electronBelowMass(let energy, let mass):
            "electron-max = \(energy) GeV is below the electron's mass \(mass) GeV, which the energy contains: give a total "
                + "energy above it"
        case .negative(let name, let value, let unit):
            "\(name) = \(value) \(unit) is not a number of at least zero: give one"
        case .notPositive(let name, let value, let unit):
            "\(name) = \(value) \(unit) is not a number above zero: give one"
        case .stations(let stations):
            "there is no mean over \(stations) stations: take at least one"
        case .noEvents(let what):
            "no radiative event passes the cuts, so that there is no \(what): widen the window"
        case .moreThanAll(let events, let separated):
            "\(events) missed events are more than the \(separated) with a separated photon: ask for fewer"
        case .sampleTooSmall(let points, let replicas):
            "\(points) points in \(replicas) replicas give no statistical error: take at least 1 point in 2 replicas"
        }
    }
}
