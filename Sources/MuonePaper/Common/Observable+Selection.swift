import MuoneParameters
import PaperKit
import SignalPhysics

extension Observable<PaperParameters> {
    /// The arguments that change the selection.
    ///
    /// - Parameter cuts: what stands in for `cuts`: published, angle or none.
    package static func selectionArguments(_ cuts: String = "published") -> [Argument] {
        [
            .choice("cuts", ["published", "angle", "none"], .text(cuts)),
            .number("electron-min", .energy, .absent), .number("electron-max", .energy, .absent),
            .number("theta-min", .angle, .absent),
        ]
    }

    /// What the arguments select.
    ///
    /// - Throws: an error for an angle beyond a right one, a negative energy or an empty window.
    package static func selectionCuts(_ arguments: ArgumentValues, _ parameters: PaperParameters) throws
        -> SelectionCuts
    {
        var cuts: SelectionCuts =
            switch arguments.text("cuts") {
            case "angle": SelectionCuts(minimumMuonAngle: parameters.minimumMuonAngle)
            case "none": SelectionCuts.none
            default: parameters.cuts
            }
        try requireEnergy("electron-min", arguments)
        try requireEnergy("electron-max", arguments)
        if let energy = arguments.number("electron-min") { cuts.minimumElectronEnergy = energy }
        if let energy = arguments.number("electron-max") { cuts.maximumElectronEnergy = energy }
        if let angle = arguments.number("theta-min") {
            guard angle >= 0, angle < 0.5 * .pi else {
                throw EvaluationError.outOfRange(
                    argument: "theta-min", value: "\(angle) rad", allowed: "from 0 to 90 degrees")
            }
            cuts.minimumMuonAngle = angle
        }
        if let low = cuts.minimumElectronEnergy, let high = cuts.maximumElectronEnergy, !(low < high) {
            throw EvaluationError.outOfRange(
                argument: "electron-min", value: "\(low) GeV", allowed: "below electron-max = \(high) GeV")
        }
        return cuts
    }
}
