import Foundation
import Phenomenology

extension Constraint {
    /// The constraint with what a variant of the paper changes of it: energies, allowed excesses, backgrounds.
    public func adjusted(to landscape: LandscapeParameters) -> Constraint {
        switch boundary {
        case .trident where self == .ccfr: return .ccfr(neutrinoEnergy: landscape.ccfrEnergy)
        case .trident where self == .charmII: return .charmII(neutrinoEnergy: landscape.charmIIEnergy)
        case .kaonDecay where self == .na62:
            return .na62(backgroundEvents: landscape.kaonBackground, systematic: landscape.kaonSystematic)
        case .solarScattering(var recast, let from, let to) where recast.allowedExcess != landscape.borexinoExcess:
            var changed = self
            recast.allowedExcess = landscape.borexinoExcess
            changed.boundary = .solarScattering(recast, from: from, to: to)
            changed.inputs = inputs.map { input in
                input.name == Self.allowedExcess
                    ? Input(input.name, String(format: "%.4g\\,\\%%", 100 * landscape.borexinoExcess)) : input
            }
            return changed
        default: return self
        }
    }

    /// The name of that input of ``borexinoRecast``.
    private static let allowedExcess = "allowed excess of the rate"
}
