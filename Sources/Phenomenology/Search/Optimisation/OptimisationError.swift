/// Why cuts cannot be optimised.
package enum OptimisationError: Error, Hashable, Sendable, CustomStringConvertible {
    case vetoInefficiency(Double)
    case axis(String)
    case gridsDiffer
    case noSignal(mass: Double)
    case onEdge(cuts: [String])

    package var description: String {
        switch self {
        case .vetoInefficiency(let value):
            "the inefficiency \(value) of the photon veto is not between 0 and 1: give the share of the photons that it misses"
        case .axis(let name):
            "the scan's values of the \(name) do not ascend, are below zero or fewer than two: list them from the smallest on"
        case .gridsDiffer:
            "signal and backgrounds are tabulated over different scans: make all tables with the same one"
        case .noSignal(let mass):
            "no cuts of the scan leave a signal of a Z′ of \(mass * 1e3) MeV: choose a smaller mass or wider cuts"
        case .onEdge(let cuts):
            "the best \(cuts.joined(separator: " and ")) lies on the edge of the scan, so that better cuts may lie beyond: "
                + "scan a wider range"
        }
    }
}
