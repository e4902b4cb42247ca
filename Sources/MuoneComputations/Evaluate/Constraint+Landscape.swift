import Phenomenology

extension Constraint {
    /// The constraint with what a variant of the paper changes of it: energies, allowed excesses, backgrounds.
    public func adjusted(to landscape: LandscapeParameters) -> Constraint {
        var changed = self
        switch boundary {
        case .trident(var experiment, let from, let to):
            experiment.neutrinoEnergy = self == .ccfr ? landscape.ccfrEnergy : landscape.charmIIEnergy
            changed.boundary = .trident(experiment, from: from, to: to)
        case .solarScattering, .contactInteraction, .electronMoment, .invisibleMixing:
            return Constraint.throughMixing(
                treeLevelMixing: landscape.treeLevelMixing, borexinoExcess: landscape.borexinoExcess
            ).first { $0.name == name } ?? self
        case .kaonDecay(let projection, let from, let to):
            changed.boundary = .kaonDecay(
                projection.with(
                    backgroundEvents: landscape.kaonBackground, relativeSystematic: landscape.kaonSystematic),
                from: from, to: to)
        default: return self
        }
        return changed
    }
}
