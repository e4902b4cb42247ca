/// What makes an estimate impossible, with the values and the remedy.
package enum EstimateError: Error, Equatable, CustomStringConvertible {
    case emptyWindow(lower: Double, upper: Double, beam: Double)
    case notAShare(name: String, value: Double)

    package var description: String {
        switch self {
        case .emptyWindow(let lower, let upper, let beam):
            "the energies from \(lower) to \(upper) GeV are no window below the beam's \(beam) GeV: "
                + "give the smaller one first, both above zero"
        case .notAShare(let name, let value):
            "the \(name) \(value) is no share: give a number from 0 to 1"
        }
    }
}
