/// What makes a measurement of the missing mass impossible to predict, with the values and the remedy.
public enum SpectrometerError: Error, Equatable, CustomStringConvertible {
    case resolutionOutOfRange(name: String, value: Double)
    case angleOutOfRange(Double)
    case thicknessOutOfRange(Double)
    case noSignal(mass: Double)
    case noCoupling(Double)
    case nothingToResolve

    public var description: String {
        switch self {
        case .resolutionOutOfRange(let name, let value):
            "the \(name) \(value) is not a number from 0 to 0.5: give a relative width, such as 0.01"
        case .angleOutOfRange(let angle):
            "the angular resolution \(angle) rad is not between 0 and 0.1 rad: give the width of a projection in radians"
        case .thicknessOutOfRange(let thickness):
            "a target of \(thickness) m is not between 0 and 1 m thick: give the length of one target in m"
        case .noSignal(let mass):
            "no event of a Z′ of \(mass * 1e3) MeV passes the cuts, so that there is no mass to measure: "
                + "choose a smaller mass or wider cuts"
        case .noCoupling(let coupling):
            "at a coupling of \(coupling) no events are expected, so that nothing can be fitted: give one above zero"
        case .nothingToResolve:
            "with perfect resolutions the missing mass is exact and has no likelihood to fit: "
                + "give a resolution above zero, or let the tracks scatter"
        }
    }
}
