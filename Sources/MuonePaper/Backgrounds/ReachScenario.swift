import Plotting

/// What the search has of the detector, step by step; each step keeps the ones before it.
enum ReachScenario: String, Codable, CaseIterable, Sendable {
    /// Every photon is vetoed and nothing leaks: as the letter has it.
    case noBackground = "no-background"
    /// The published window with the photon veto's inefficiency, a Gaussian calorimeter and the kicked events.
    case window
    /// The electron's angle is that of no elastic event.
    case ratio
    /// A spectrometer asks for missing energy.
    case spectrometer
    /// The photon veto is as good as matter allows.
    case bestVeto = "best-veto"

    /// In the legend and in the table.
    var label: String {
        switch self {
        case .noBackground: "$B=0$"
        case .window: "window and veto"
        case .ratio: "and electron's angle"
        case .spectrometer: "and spectrometer"
        case .bestVeto: "and best veto"
        }
    }

    var ink: Ink {
        switch self {
        case .noBackground: .black
        case .window: .red
        case .ratio: .purple
        case .spectrometer: .deepBlue
        case .bestVeto: .teal
        }
    }

    var dash: Dash {
        switch self {
        case .noBackground: .solid
        case .window: .dashed
        case .ratio: .dashDotted
        case .spectrometer: .dotted
        case .bestVeto: .dashed
        }
    }
}
