import Manuscript
import MeasurementPhysics
import MuoneCommon

/// How errors beyond statistics are treated.
struct Treatment: Hashable {
    var name: String
    /// Per bin.
    var systematic: Double
    var normalisation: MeasurementSettings.Normalisation

    static let statistical = Treatment(name: "statistical", systematic: 0, normalisation: .fixed)
    static let free = Treatment(name: "free", systematic: 0, normalisation: .free)
    static let both = Treatment(name: "both", systematic: 1e-5, normalisation: .free)
    static let all = [
        statistical, free, Treatment(name: "bins", systematic: 1e-5, normalisation: .fixed), both,
    ]

    func applied(to settings: MeasurementSettings) -> MeasurementSettings {
        var own = settings
        own.systematic = systematic
        own.normalisation = normalisation
        return own
    }

    /// For tables and figures, TeX.
    func text(capitalised: Bool) -> String {
        let text =
            switch (normalisation, systematic > 0) {
            case (.fixed, false): "statistics only"
            case (.free, false): "normalisation free"
            case (.fixed, true): "$\(TeX.number(systematic, powersFrom: 100))$ a bin"
            case (.free, true): "both"
            }
        return capitalised ? text.prefix(1).uppercased() + text.dropFirst() : text
    }
}

/// A row of the table of systematic effects.
struct Systematic {
    var name: String
    /// What it is, as TeX.
    var label: String
    var effect: MeasurementEffect

    /// Relative standard deviation of the beam's energy.
    static let beamSpread = 0.009
    /// Of the electron's angle, radians.
    static let angularResolution = 2e-5

    static let all = [
        Systematic(name: "beam-up", label: "Energy $+5\\MeV$", effect: .beamEnergy(shift: 0.005)),
        Systematic(name: "beam-down", label: "Energy $-5\\MeV$", effect: .beamEnergy(shift: -0.005)),
        Systematic(name: "spread", label: "Spread, left out", effect: .beamSpread(beamSpread)),
        Systematic(
            name: "spread-error", label: "\\quad 1\\,\\% larger", effect: .beamSpreadError(beamSpread, share: 0.01)),
        Systematic(
            name: "resolution", label: "Resolution, left out", effect: .angularResolution(angularResolution)),
        Systematic(
            name: "resolution-error", label: "\\quad 1\\,\\% larger",
            effect: .angularResolutionError(angularResolution, share: 0.01)),
        Systematic(name: "normalisation", label: "Events $+10^{-5}$", effect: .normalisation(1e-5)),
        Systematic(name: "weak", label: "$Z$ exchange, $\\mu^+$", effect: .weakExchange(.positive)),
        Systematic(name: "weak-minus", label: "$Z$ exchange, $\\mu^-$", effect: .weakExchange(.negative)),
        Systematic(name: "scalar", label: "Higgs exchange, $\\mu^+$", effect: .scalarExchange(.positive)),
    ]

    /// Whether it is physics that the template leaves out.
    var isExchange: Bool {
        switch effect {
        case .weakExchange, .scalarExchange: true
        default: false
        }
    }
}
