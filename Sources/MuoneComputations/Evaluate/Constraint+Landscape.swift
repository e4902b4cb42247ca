import Phenomenology

extension Constraint {
    /// The constraint with what a variant of the paper changes of it: energies, allowed excesses, backgrounds, mixing.
    public func adjusted(to landscape: LandscapeParameters) -> Constraint {
        switch boundary {
        case .trident where self == .ccfr: .ccfr(neutrinoEnergy: landscape.ccfrEnergy)
        case .trident where self == .charmII: .charmII(neutrinoEnergy: landscape.charmIIEnergy)
        case .kaonDecay where self == .na62:
            .na62(backgroundEvents: landscape.kaonBackground, systematic: landscape.kaonSystematic)
        case .solarScattering, .contactInteraction, .electronMoment, .invisibleMixing:
            Constraint.throughMixing(
                treeLevelMixing: landscape.treeLevelMixing, borexinoExcess: landscape.borexinoExcess
            ).first { $0.name == name } ?? self
        default: self
        }
    }
}
