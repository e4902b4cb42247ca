import Plotting

/// What the search has of the detector.
enum ReachScenario: String, Codable, CaseIterable, Sendable {
    /// Every photon is vetoed and nothing leaks: as the letter has it.
    case noBackground = "no-background"
    /// The published window with the photon veto's inefficiency, a Gaussian calorimeter and the kicked events.
    case window
    /// The electron's angle is that of no elastic event.
    case ratio
    /// In place of that a spectrometer asks for missing energy.
    case spectrometer
    /// The same with the inefficiency that matter alone gives a photon veto, an estimate.
    case matterVeto = "matter-veto"

    /// In the legend and in the table.
    var label: String {
        switch self {
        case .noBackground: "$B=0$"
        case .window: "window and veto"
        case .ratio: "with electron's angle"
        case .spectrometer: "with spectrometer"
        case .matterVeto: "the same, veto as estimated"
        }
    }

    var ink: Ink {
        switch self {
        case .noBackground: .black
        case .window: .red
        case .ratio: .purple
        case .spectrometer: .deepBlue
        case .matterVeto: .teal
        }
    }

    var dash: Dash {
        switch self {
        case .noBackground: .solid
        case .window: .dashed
        case .ratio: .dashDotted
        case .spectrometer: .dotted
        case .matterVeto: .dashed
        }
    }
}
